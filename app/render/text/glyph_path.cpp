#include "app/render/text/glyph_path.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace app {

namespace {

struct PathData {
    std::string text;
    bool open = false;

    void add(char verb, std::initializer_list<const FT_Vector*> places) {
        text.push_back(verb);
        bool first = true;
        for (const FT_Vector* p : places) {
            number(p->x, first);
            number(p->y, false);
            first = false;
        }
    }
    void number(FT_Pos value, bool first) {
        if (!first && value >= 0) text.push_back(' ');
        text += std::to_string(value);
    }
    void close() {
        if (open) text.push_back('Z');
        open = false;
    }
};

PathData& path_of(void* user) { return *static_cast<PathData*>(user); }

int move_to(const FT_Vector* to, void* user) {
    path_of(user).close();
    path_of(user).add('M', {to});
    path_of(user).open = true;
    return 0;
}
int line_to(const FT_Vector* to, void* user) {
    path_of(user).add('L', {to});
    return 0;
}
int conic_to(const FT_Vector* control, const FT_Vector* to, void* user) {
    path_of(user).add('Q', {control, to});
    return 0;
}
int cubic_to(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* user) {
    path_of(user).add('C', {first, second, to});
    return 0;
}

} // namespace

std::string glyph_path(FT_FaceRec_* face, unsigned index) {
    PathData path;
    if (FT_Load_Glyph(face, index, FT_LOAD_NO_SCALE) != 0 || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
        return path.text;
    const FT_Outline_Funcs steps{move_to, line_to, conic_to, cubic_to, 0, 0};
    if (FT_Outline_Decompose(&face->glyph->outline, &steps, &path) != 0) return "";
    path.close();
    return path.text;
}

} // namespace app
