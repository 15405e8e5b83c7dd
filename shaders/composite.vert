#version 330 core
// The tiles that a layer touches, in pixels.
layout(location = 0) in vec2 place;
uniform vec2 size;

void main() { gl_Position = vec4(place / size * 2.0 - 1.0, 0.0, 1.0); }
