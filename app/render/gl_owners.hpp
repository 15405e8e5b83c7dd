#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include "app/render/gl.hpp"

namespace app {

/// Move-only owner of one GL name. Made and destroyed while its context is current.
template <void (*Create)(GLuint&), void (*Destroy)(GLuint)>
class GlName {
  public:
    GlName() { Create(name_); }
    ~GlName() {
        if (name_ != 0) Destroy(name_);
    }
    GlName(GlName&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlName& operator=(GlName&& other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }
    GlName(const GlName&) = delete;
    GlName& operator=(const GlName&) = delete;
    GLuint get() const { return name_; }

  private:
    GLuint name_ = 0;
};

namespace gl {
inline void make_buffer(GLuint& name) { glGenBuffers(1, &name); }
inline void drop_buffer(GLuint name) { glDeleteBuffers(1, &name); }
inline void make_texture(GLuint& name) { glGenTextures(1, &name); }
inline void drop_texture(GLuint name) { glDeleteTextures(1, &name); }
inline void make_vertex_array(GLuint& name) { glGenVertexArrays(1, &name); }
inline void drop_vertex_array(GLuint name) { glDeleteVertexArrays(1, &name); }
inline void make_framebuffer(GLuint& name) { glGenFramebuffers(1, &name); }
inline void drop_framebuffer(GLuint name) { glDeleteFramebuffers(1, &name); }
} // namespace gl

using Buffer = GlName<gl::make_buffer, gl::drop_buffer>;
using Texture = GlName<gl::make_texture, gl::drop_texture>;
using VertexArray = GlName<gl::make_vertex_array, gl::drop_vertex_array>;
using Framebuffer = GlName<gl::make_framebuffer, gl::drop_framebuffer>;

/// One float attribute of an interleaved vertex.
struct Attribute {
    GLuint location;
    GLint components;
};

/// Describes interleaved floats of `buffer` to `array`, attributes in the order they lie in a vertex.
void describe_vertices(const VertexArray& array, const Buffer& buffer, std::span<const Attribute> attributes);

/// Replaces the content of a buffer; `usage` GL_STATIC_DRAW or GL_STREAM_DRAW.
template <typename T>
void upload(GLenum target, const Buffer& buffer, std::span<const T> values, GLenum usage) {
    glBindBuffer(target, buffer.get());
    glBufferData(target, static_cast<GLsizeiptr>(values.size_bytes()), values.data(), usage);
}

/// Allocates a 2D texture, without mipmaps, edges clamped. `pixels` may be null.
void allocate(const Texture& texture, GLenum internal_format, int width, int height, GLenum format,
              GLenum type, const void* pixels, GLint filter);

/// A texture that can be drawn into, made again when its size changes.
class DrawTexture {
  public:
    explicit DrawTexture(GLenum internal_format, GLenum format)
        : internal_(internal_format), format_(format) {}
    /// Binds the framebuffer of exactly this size and sets the viewport to it.
    void bind(int width, int height);
    GLuint texture() const { return texture_.get(); }
    GLuint framebuffer() const { return framebuffer_.get(); }

  private:
    GLenum internal_, format_;
    Texture texture_;
    Framebuffer framebuffer_;
    int width_ = 0, height_ = 0;
};

} // namespace app
