#version 330 core
// Red: the letters, green: their halo.
in vec2 at;
uniform sampler2D atlas;
uniform vec4 color;
uniform vec4 halo;
out vec4 result;

void main() {
    vec2 c = texelFetch(atlas, ivec2(at), 0).rg;
    vec4 top = color * c.r;
    result = top + halo * c.g * (1.0 - top.a);
}
