#include "geo/crs/proj_handles.hpp"

#include <new>

namespace geo::proj {

namespace {

void collect(void* said, int, const char* message) {
    auto& text = *static_cast<std::string*>(said);
    if (!text.empty()) text += "; ";
    text += message;
}

} // namespace

Context::Context() : context_(proj_context_create()) {
    proj_log_level(context_, PJ_LOG_ERROR);
    proj_log_func(context_, &said_, collect);
}

Error Context::error(const std::string& what) {
    std::string why = said_;
    if (why.empty()) {
        const char* text = proj_context_errno_string(context_, proj_context_errno(context_));
        why = text ? text : "PROJ gives no reason";
    }
    said_.clear();
    // Its database's end of memory comes in words only.
    if (why.find("out of memory") != std::string::npos) throw std::bad_alloc();
    return {ErrorKind::Crs, what + ": " + why};
}

} // namespace geo::proj
