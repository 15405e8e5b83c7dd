#include "geo/io/rejects_file.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/csv_text.hpp"

namespace geo {

void write_rejects(const Report& report, const std::string& path) {
    std::string text = "row,field,value,reason,text\r\n";
    for (const Rejected& rejected : report.rejected()) {
        text += std::to_string(rejected.row);
        for (const std::string* value : {&rejected.field, &rejected.value, &rejected.reason, &rejected.text}) {
            text += ',';
            append_csv_text(text, *value);
        }
        text += "\r\n";
    }
    write_file_atomically(path, text);
}

} // namespace geo
