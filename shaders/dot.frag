#version 330 core
uniform float radius;
uniform vec4 color;
uniform vec4 halo;
out vec4 result;

void main() {
    float distance = length(gl_PointCoord - 0.5) * (2.0 * radius + 4.0);
    float inner = clamp(radius - 0.5 - distance, 0.0, 1.0);
    float outer = clamp(radius + 1.0 - distance, 0.0, 1.0);
    vec4 top = color * inner;
    result = top + halo * outer * (1.0 - top.a);
}
