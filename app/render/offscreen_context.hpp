#pragma once

#include <string>

namespace app {

/// A GL core context (3.3 or later) without display or window, through EGL's surfaceless platform; current in
/// the thread that made it until it is destroyed. Draw into an own framebuffer. Throws geo::Error{Internal},
/// naming the step that failed and what to install.
class OffscreenContext {
  public:
    OffscreenContext();
    ~OffscreenContext();
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;

    /// "llvmpipe (LLVM 15.0.6, 256 bits)"
    std::string renderer() const;

  private:
    void* display_ = nullptr;
    void* context_ = nullptr;
};

/// Whether the current context draws on the CPU (llvmpipe, softpipe, SwiftShader): vertices are dear there.
bool draws_in_software();

} // namespace app
