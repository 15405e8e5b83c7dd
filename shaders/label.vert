#version 330 core
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
uniform vec2 size;
out vec2 at;

void main() {
    at = texel;
    gl_Position = vec4(place / size * 2.0 - 1.0, 0.0, 1.0);
}
