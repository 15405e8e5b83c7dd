#pragma once

#include <string>

#include "app/render/gl.hpp"
#include "geo/layer/color.hpp"

namespace app {

/// A linked pair `<name>.vert`, `<name>.frag` of shaders/. With BORDERLENS_SHADERS=folder in the environment
/// the files are read from there instead of from the program. Throws geo::Error with the compiler's own
/// words.
class Program {
  public:
    explicit Program(const std::string& name);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void use() const { glUseProgram(name_); }
    void set(const char* uniform, float x) const { glUniform1f(location(uniform), x); }
    void set(const char* uniform, int x) const { glUniform1i(location(uniform), x); }
    void set(const char* uniform, double x, double y) const {
        glUniform2f(location(uniform), static_cast<float>(x), static_cast<float>(y));
    }
    /// As premultiplied floats, `opacity` multiplied in.
    void set(const char* uniform, geo::Rgba color, float opacity) const;
    GLint location(const char* uniform) const { return glGetUniformLocation(name_, uniform); }

  private:
    GLuint name_ = 0;
};

} // namespace app
