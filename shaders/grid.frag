#version 330 core
// Values are interpolated first and coloured after, so no colour appears that is not in the ramp.
in vec2 at;
uniform sampler2D values;
uniform sampler2D ramp; // premultiplied, transparent at its start
uniform float top;
uniform float opacity;
out vec4 result;

void main() {
    float share = clamp(texture(values, at).r / top, 0.0, 1.0);
    float n = float(textureSize(ramp, 0).x);
    result = texture(ramp, vec2((share * (n - 1.0) + 0.5) / n, 0.5)) * opacity;
}
