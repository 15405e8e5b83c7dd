#version 330 core
// Red: coverage of the shape; green: coverage of what lies under it (a line's casing). Colours are premultiplied.
uniform sampler2D coverage;
uniform vec4 color;
uniform vec4 below;
uniform vec2 origin;
out vec4 result;

void main() {
    vec2 c = texelFetch(coverage, ivec2(gl_FragCoord.xy - origin), 0).rg;
    vec4 top = color * c.r;
    result = top + below * c.g * (1.0 - top.a);
}
