#version 330 core
// Coverage of a capsule (a segment with round ends), blended with MAX: joins are round and overlaps count once.
// Red: the line, green: line and casing.
in vec2 at;
flat in vec2 segment;
uniform vec2 half_width; // line, line with casing
uniform vec2 dash;       // length of a dash and of a gap; no gap: solid
uniform float casing;    // pixels
out vec4 coverage;

float band(float radius, float distance) {
    // Below one pixel a line grows fainter, not thinner.
    float shown = max(radius, 0.5);
    return clamp(shown + 0.5 - distance, 0.0, 1.0) * min(1.0, radius * 2.0);
}

void main() {
    float along = clamp(at.x, 0.0, segment.x);
    float distance = length(vec2(at.x - along, at.y));
    vec2 shown = vec2(band(half_width.x, distance), band(half_width.y, distance));
    if (dash.y > 0.0) {
        float period = dash.x + dash.y;
        float from_middle = abs(mod(segment.y + along + 0.5 * dash.y, period) - 0.5 * period);
        float inside = 0.5 * dash.x - from_middle + 0.5;
        shown *= clamp(vec2(inside, inside + casing), 0.0, 1.0);
    }
    coverage = vec4(shown, 0.0, 1.0);
}
