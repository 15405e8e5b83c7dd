#version 330 core
// A segment as a box around its capsule. `local`: pixels along and across from the segment's start.
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 local;
layout(location = 2) in vec2 span; // the segment's length, the line's length before it
uniform vec2 size;
out vec2 at;
flat out vec2 segment;

void main() {
    at = local;
    segment = span;
    gl_Position = vec4(place / size * 2.0 - 1.0, 0.0, 1.0);
}
