#include "app/render/offscreen_context.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#include <cstdio>

#include "app/render/gl.hpp"
#include "geo/core/error.hpp"

namespace app {

namespace {

[[noreturn]] void fail(const std::string& step) {
    char code[16];
    std::snprintf(code, sizeof code, "0x%04X", static_cast<unsigned>(eglGetError()));
    throw geo::Error(geo::ErrorKind::Internal,
                     "cannot draw without a display: " + step + " (EGL " + code +
                         "); on Debian and Ubuntu the packages libegl-mesa0 and libgl1-mesa-dri are needed");
}

EGLDisplay surfaceless_display() {
    const auto get =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get == nullptr) fail("EGL knows no platforms");
    EGLDisplay display = get(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
    if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr)) return display;
    // Drivers other than Mesa's name GPUs instead; the first device serves.
    display = get(EGL_PLATFORM_DEVICE_EXT, EGL_DEFAULT_DISPLAY, nullptr);
    if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr)) return display;
    fail("no surfaceless display");
}

EGLContext core_context(EGLDisplay display) {
    // A surfaceless context needs no config where EGL_KHR_no_config_context is there, as in every Mesa since
    // 2015; other drivers get the first config that can do OpenGL.
    const std::array<EGLint, 3> wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint n = 0;
    if (!eglChooseConfig(display, wanted.data(), &config, 1, &n) || n == 0) config = EGL_NO_CONFIG_KHR;
    const std::array<EGLint, 7> core{EGL_CONTEXT_MAJOR_VERSION,
                                     3,
                                     EGL_CONTEXT_MINOR_VERSION,
                                     3,
                                     EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                     EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                     EGL_NONE};
    return eglCreateContext(display, config, EGL_NO_CONTEXT, core.data());
}

} // namespace

OffscreenContext::OffscreenContext() : display_(surfaceless_display()) {
    if (!eglBindAPI(EGL_OPENGL_API)) fail("no OpenGL behind EGL");
    context_ = core_context(display_);
    if (context_ == EGL_NO_CONTEXT) fail("no OpenGL 3.3 core context");
    if (!eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_)) {
        eglDestroyContext(display_, context_);
        fail("the context cannot be used without a surface");
    }
}

// The display is not terminated: EGL shares it within the process, another context may be using it.
OffscreenContext::~OffscreenContext() {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
}

std::string OffscreenContext::renderer() const {
    const GLubyte* name = glGetString(GL_RENDERER);
    return name == nullptr ? "" : reinterpret_cast<const char*>(name);
}

bool draws_in_software() {
    const GLubyte* name = glGetString(GL_RENDERER);
    const std::string renderer = name == nullptr ? "" : reinterpret_cast<const char*>(name);
    for (const char* known : {"llvmpipe", "softpipe", "SwiftShader", "swrast"}) {
        if (renderer.find(known) != std::string::npos) return true;
    }
    return false;
}

} // namespace app
