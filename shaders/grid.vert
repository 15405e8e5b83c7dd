#version 330 core
layout(location = 0) in vec2 offset;
layout(location = 1) in vec2 share; // of the grid's width and height
uniform vec2 translate;
uniform vec2 zoom;
out vec2 at;

void main() {
    at = share;
    gl_Position = vec4(translate + offset * zoom, 0.0, 1.0);
}
