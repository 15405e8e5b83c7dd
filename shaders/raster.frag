#version 330 core
// The picture's colours are premultiplied.
in vec2 at;
uniform sampler2D picture;
uniform float opacity;
out vec4 result;

void main() { result = texture(picture, at) * opacity; }
