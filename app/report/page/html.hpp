#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace app {

// The few pieces of HTML that a page of results is made of. Every text is escaped on its way in; only what is
// called markup goes in as it is.

/// & < > " ' as entities; control codes that no document may hold are left out.
std::string html_escaped(std::string_view text);

/// With a capital and a full stop, as words in a page stand: "Gi*, cells of 10 km.".
std::string sentence(std::string_view text);
/// A count in a table: "1,234"; "" where it is not known.
std::string count_words(double count);
/// A probability in a table: "0.0023", "< 0.0001".
std::string probability_words(double p);

/// <p>text</p>; "" for no text.
std::string paragraph(std::string_view text);
/// <ul> of the texts; "" for none.
std::string bullets(const std::vector<std::string>& texts);

/// A cell of a table: text, or markup that this program made (a bar).
struct HtmlCell {
    std::string text;
    bool is_markup = false;
    HtmlCell(std::string words) : text(std::move(words)) {}
    HtmlCell(const char* words) : text(words) {}
    static HtmlCell markup(std::string html) {
        HtmlCell cell(std::move(html));
        cell.is_markup = true;
        return cell;
    }
};

struct HtmlColumn {
    std::string title;
    bool number = false; ///< set flush right
    bool whole = false;  ///< never broken into lines
};

/// A table with a head and a caption above it.
class HtmlTable {
  public:
    explicit HtmlTable(std::vector<HtmlColumn> columns) : columns_(std::move(columns)) {}
    void add(const std::vector<HtmlCell>& row);
    bool empty() const { return rows_.empty(); }
    std::string html(std::string_view caption) const;

  private:
    std::vector<HtmlColumn> columns_;
    std::string rows_;
};

/// A section with its heading; "" when there is nothing in it. `id` is what links name.
std::string section(std::string_view id, std::string_view heading, const std::string& content);

/// A picture inside the page (PNG bytes as a data URI) with its caption, if any; `words` are read where it is
/// not seen.
std::string embedded_png(std::string_view png, std::string_view words, std::string_view caption);

} // namespace app
