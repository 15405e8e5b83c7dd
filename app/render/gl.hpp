#pragma once

// No loader: libOpenGL exports the core functions, GLEW would fail without an X display.
#define GL_GLEXT_PROTOTYPES
#include <GL/glcorearb.h>
