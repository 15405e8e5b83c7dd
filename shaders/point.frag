#version 330 core
// A disc with a thin rim; a vague place is a ring of the same colour over a hint of fill.
in float outer;
flat in vec4 fill;
flat in float hollow;
uniform vec4 rim;
uniform float rim_width;
uniform float ring_width;
uniform float alpha;
out vec4 result;

void main() {
    float distance = length(gl_PointCoord - 0.5) * (2.0 * outer + 2.0);
    float shape = clamp(outer + 0.5 - distance, 0.0, 1.0);
    if (shape <= 0.0) discard;
    float body = clamp(outer - rim_width + 0.5 - distance, 0.0, 1.0);
    float middle = hollow * clamp(outer - rim_width - ring_width + 0.5 - distance, 0.0, 1.0);
    vec4 inside = fill * alpha * mix(1.0, 0.16, middle);
    result = mix(rim, inside, body) * shape;
}
