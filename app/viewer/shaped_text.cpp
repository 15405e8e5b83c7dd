#include "app/viewer/shaped_text.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "app/render/text/utf8.hpp"
#include "app/render/text_textures.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"

namespace app::ui {

namespace {

constexpr const char* kEllipsis = "\xe2\x80\xa6";
constexpr float kLineSpacing = 1.2f; ///< of set paragraphs: Arabic letters reach farther up and down

// Like Dear ImGui's own context, this lives as long as the window and belongs to its thread.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): of the one window
std::unique_ptr<TextTextures> g_textures;
std::size_t g_n_set = 0; ///< lines drawn since the frame began
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

TextTextures& textures() {
    if (!g_textures) g_textures = std::make_unique<TextTextures>();
    return *g_textures;
}

TextStyle style_of(const ImFont& font, TextDirection direction = TextDirection::automatic) {
    const bool bold = &font == ui_fonts().title;
    return {em_of(font), bold ? FontStyle::bold : FontStyle::regular, 0, direction};
}

/// `place` is the upper left corner of the line, as Dear ImGui has it.
void draw_set(ImDrawList& list, const ImFont& font, ImVec2 place, ImU32 tint, std::string_view text,
              TextStyle style) {
    const SetLine& line = textures().line(text, style);
    if (line.texture == 0) return;
    ++g_n_set;
    const ImVec2 low{std::round(place.x) + static_cast<float>(line.left),
                     std::round(place.y + font.Ascent) - static_cast<float>(line.top)};
    // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes a texture's name as a pointer
    list.AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(line.texture)), low,
                  {low.x + static_cast<float>(line.width), low.y + static_cast<float>(line.height)}, {0, 0},
                  {1, 1}, tint);
}

void whole_text_tooltip(std::string_view text) {
    if (!ImGui::IsItemHovered()) return;
    ImGui::BeginTooltip();
    shaped_paragraph(text, px(360), true);
    ImGui::EndTooltip();
}

struct Row {
    std::string text;
    TextStyle style;
    float width;
};

std::vector<Row> rows_of(std::string_view text, const ImFont& font, float width) {
    std::vector<Row> rows;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view paragraph = text.substr(at, end - at);
        const auto direction =
            runs_right_to_left(paragraph) ? TextDirection::right_to_left : TextDirection::left_to_right;
        const TextStyle style = style_of(font, direction);
        for (const std::string& line : textures().wrapped(paragraph, style, width))
            rows.push_back({line, style, textures().width(line, style)});
        at = end + 1;
    }
    return rows;
}

/// Makes an item of this size; false when it is out of sight.
bool place_item(ImVec2 size, ImRect& box) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    if (window->SkipItems) return false;
    const float down = window->DC.CurrLineTextBaseOffset; // beside a button, words stand lower
    const ImVec2 place{window->DC.CursorPos.x, window->DC.CursorPos.y + down};
    box = ImRect(place, {place.x + size.x, place.y + size.y});
    ImGui::ItemSize(size, 0);
    return ImGui::ItemAdd(box, 0);
}

} // namespace

bool needs_shaping(const ImFont& font, std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return false;
    for (const char32_t c : code_points(text))
        if (c >= 0x80 && (c > 0xFFFF || font.FindGlyphNoFallback(static_cast<ImWchar>(c)) == nullptr))
            return true;
    return false;
}

ImVec2 text_size(ImFont* font, std::string_view text) {
    if (needs_shaping(*font, text))
        return {std::ceil(textures().width(text, style_of(*font))), font->FontSize};
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size());
}

float text_width(std::string_view text) { return text_size(ImGui::GetFont(), text).x; }

void text_at(ImDrawList& list, ImFont* font, ImVec2 place, ImU32 tint, std::string_view text) {
    if (needs_shaping(*font, text))
        draw_set(list, *font, place, tint, text, style_of(*font));
    else
        list.AddText(font, font->FontSize, place, tint, text.data(), text.data() + text.size());
}

std::string fitted(std::string_view text, float width) {
    if (text_width(text) <= width) return std::string(text);
    if (needs_shaping(*ImGui::GetFont(), text))
        return textures().shortened(text, style_of(*ImGui::GetFont()), std::floor(width));
    const float room = width - text_width(kEllipsis);
    std::size_t low = 0, high = text.size(); // binary search over bytes, then back to a character's beginning
    while (low + 1 < high) {
        const std::size_t middle = (low + high) / 2;
        (text_width(text.substr(0, middle)) <= room ? low : high) = middle;
    }
    while (low > 0 && (static_cast<unsigned char>(text[low]) & 0xC0) == 0x80) --low;
    return std::string(text.substr(0, low)) + kEllipsis;
}

void shaped_text(std::string_view text, float width) {
    const std::string shown = width > 0 ? fitted(text, width) : std::string(text);
    const ImFont& font = *ImGui::GetFont();
    if (!needs_shaping(font, shown)) {
        ImGui::TextUnformatted(shown.c_str());
    } else if (ImRect box; place_item(text_size(ImGui::GetFont(), shown), box)) {
        draw_set(*ImGui::GetWindowDrawList(), font, box.Min, ImGui::GetColorU32(ImGuiCol_Text), shown,
                 style_of(font));
    }
    if (shown != text) whole_text_tooltip(text);
}

void shaped_paragraph(std::string_view text, float width, bool tight) {
    if (width <= 0) width = ImGui::GetContentRegionAvail().x;
    const ImFont& font = *ImGui::GetFont();
    if (!needs_shaping(font, text)) {
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
        ImGui::TextUnformatted(text.data(), text.data() + text.size());
        ImGui::PopTextWrapPos();
        return;
    }
    const std::vector<Row> rows = rows_of(text, font, std::floor(width));
    if (tight) {
        width = 0;
        for (const Row& row : rows) width = std::max(width, std::ceil(row.width));
    }
    const float line = std::round(font.FontSize * kLineSpacing);
    ImRect box;
    if (!place_item({width, line * static_cast<float>(rows.size())}, box)) return;
    const ImU32 tint = ImGui::GetColorU32(ImGuiCol_Text);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float y = box.Min.y + line * static_cast<float>(i);
        if (!ImGui::IsRectVisible({box.Min.x, y}, {box.Max.x, y + line})) continue;
        const bool right = rows[i].style.direction == TextDirection::right_to_left;
        draw_set(*ImGui::GetWindowDrawList(), font, {right ? box.Max.x - rows[i].width : box.Min.x, y}, tint,
                 rows[i].text, rows[i].style);
    }
}

bool shaped_selectable(std::string_view text, std::string_view id, bool selected, ImGuiSelectableFlags flags,
                       ImVec2 size) {
    const bool set = needs_shaping(*ImGui::GetFont(), text);
    const std::string label = (set ? std::string() : std::string(text)) + "##" + std::string(id);
    const bool pressed = ImGui::Selectable(label.c_str(), selected, flags, size);
    if (set) {
        const ImVec2 low = ImGui::GetItemRectMin(), box = ImGui::GetItemRectSize();
        const float spacing =
            ImGui::GetStyle().ItemSpacing.x / 2; // the highlight reaches this far beyond the words
        text_at(*ImGui::GetWindowDrawList(), ImGui::GetFont(),
                {low.x + (size.x > 0 ? 0 : spacing), low.y + (box.y - ImGui::GetFontSize()) / 2},
                ImGui::GetColorU32(ImGuiCol_Text), text);
    }
    return pressed;
}

void next_text_frame() {
    if (g_textures) g_textures->next_frame();
    g_n_set = 0;
}

std::size_t n_lines_set() { return g_n_set; }

void forget_shaped_text() { g_textures.reset(); }

} // namespace app::ui
