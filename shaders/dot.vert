#version 330 core
// A town's dot; the name beside it is its label.
layout(location = 0) in vec2 place;
uniform vec2 size;
uniform float radius;

void main() {
    gl_Position = vec4(place / size * 2.0 - 1.0, 0.0, 1.0);
    gl_PointSize = 2.0 * radius + 4.0;
}
