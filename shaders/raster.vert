#version 330 core
layout(location = 0) in vec2 place; // clip space
layout(location = 1) in vec2 share; // of the picture's width and height, from its upper left corner
out vec2 at;

void main() {
    at = share;
    gl_Position = vec4(place, 0.0, 1.0);
}
