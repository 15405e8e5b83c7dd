#version 330 core
layout(location = 0) in vec2 offset; // Mercator metres from the layer's origin
layout(location = 1) in float radius;
layout(location = 2) in float style; // colour index, + 256 where hollow
uniform vec2 translate; // of the origin, in clip space
uniform vec2 zoom;      // clip space per metre
uniform float scale;
uniform float rim_width;
uniform sampler2D palette;
out float outer;
flat out vec4 fill;
flat out float hollow;

void main() {
    gl_Position = vec4(translate + offset * zoom, 0.0, 1.0);
    outer = radius * scale + rim_width;
    gl_PointSize = 2.0 * outer + 2.0;
    hollow = step(256.0, style);
    vec4 straight = texelFetch(palette, ivec2(int(style - 256.0 * hollow), 0), 0);
    fill = vec4(straight.rgb * straight.a, straight.a);
}
