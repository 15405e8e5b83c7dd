#include "app/render/program.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "app/render/embedded_shaders.hpp"
#include "geo/core/error.hpp"

namespace app {

namespace {

[[noreturn]] void fail(const std::string& what, const std::string& log) {
    throw geo::Error(geo::ErrorKind::Internal, what + ": " + log);
}

std::string shader_text(const std::string& file) {
    if (const char* folder = std::getenv("BORDERLENS_SHADERS")) {
        std::ifstream in(std::string(folder) + "/" + file);
        if (in) return {std::istreambuf_iterator<char>(in), {}};
    }
    const auto found = embedded_shaders().find(file);
    if (found == embedded_shaders().end()) fail("the shader " + file, "is not part of this program");
    return found->second;
}

/// Deleted when the program is linked or linking fails.
class Shader {
  public:
    Shader(GLenum type, const std::string& file) : name_(glCreateShader(type)) {
        const std::string text = shader_text(file);
        const char* lines = text.c_str();
        glShaderSource(name_, 1, &lines, nullptr);
        glCompileShader(name_);
        GLint good = 0;
        glGetShaderiv(name_, GL_COMPILE_STATUS, &good);
        if (good == 0) {
            char log[2048] = "";
            glGetShaderInfoLog(name_, sizeof log, nullptr, log);
            glDeleteShader(name_);
            fail("OpenGL does not accept the shader " + file, log);
        }
    }
    ~Shader() { glDeleteShader(name_); }
    Shader(const Shader&) = delete;
    Shader& operator=(const Shader&) = delete;
    GLuint get() const { return name_; }

  private:
    GLuint name_;
};

} // namespace

Program::Program(const std::string& name) {
    const Shader vertex(GL_VERTEX_SHADER, name + ".vert");
    const Shader fragment(GL_FRAGMENT_SHADER, name + ".frag");
    name_ = glCreateProgram(); // NOLINT(cppcoreguidelines-prefer-member-initializer): after what may throw
    glAttachShader(name_, vertex.get());
    glAttachShader(name_, fragment.get());
    glLinkProgram(name_);
    GLint good = 0;
    glGetProgramiv(name_, GL_LINK_STATUS, &good);
    if (good == 0) {
        char log[2048] = "";
        glGetProgramInfoLog(name_, sizeof log, nullptr, log);
        glDeleteProgram(name_);
        fail("OpenGL cannot link the program " + name, log);
    }
}

Program::~Program() { glDeleteProgram(name_); }

void Program::set(const char* uniform, geo::Rgba color, float opacity) const {
    const float a = static_cast<float>(color.a) / 255.0F * opacity;
    const float share = a / 255.0F;
    glUniform4f(location(uniform), static_cast<float>(color.r) * share, static_cast<float>(color.g) * share,
                static_cast<float>(color.b) * share, a);
}

} // namespace app
