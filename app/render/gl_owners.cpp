#include "app/render/gl_owners.hpp"

#include <cstdint>
#include <string>

#include "geo/core/error.hpp"

namespace app {

void describe_vertices(const VertexArray& array, const Buffer& buffer,
                       std::span<const Attribute> attributes) {
    glBindVertexArray(array.get());
    glBindBuffer(GL_ARRAY_BUFFER, buffer.get());
    GLint components = 0;
    for (const Attribute& attribute : attributes) components += attribute.components;
    const auto stride = static_cast<GLsizei>(static_cast<std::size_t>(components) * sizeof(float));
    std::uintptr_t offset = 0;
    for (const Attribute& attribute : attributes) {
        glEnableVertexAttribArray(attribute.location);
        glVertexAttribPointer(
            attribute.location, attribute.components, GL_FLOAT, GL_FALSE, stride,
            // NOLINTNEXTLINE(performance-no-int-to-ptr): OpenGL takes an offset as a pointer
            reinterpret_cast<const void*>(offset));
        offset += static_cast<std::uintptr_t>(attribute.components) * sizeof(float);
    }
}

void allocate(const Texture& texture, GLenum internal_format, int width, int height, GLenum format,
              GLenum type, const void* pixels, GLint filter) {
    glBindTexture(GL_TEXTURE_2D, texture.get());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(internal_format), width, height, 0, format, type,
                 pixels);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void DrawTexture::bind(int width, int height) {
    if (width != width_ || height != height_) {
        allocate(texture_, internal_, width, height, format_, GL_UNSIGNED_BYTE, nullptr, GL_NEAREST);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.get());
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.get(), 0);
        const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
        if (status != GL_FRAMEBUFFER_COMPLETE) {
            throw geo::Error(geo::ErrorKind::Internal,
                             "OpenGL cannot draw into a picture of " + std::to_string(width) + " × " +
                                 std::to_string(height) + " pixels (framebuffer status " +
                                 std::to_string(status) + ")");
        }
        width_ = width;
        height_ = height;
    }
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.get());
    glViewport(0, 0, width, height);
}

} // namespace app
