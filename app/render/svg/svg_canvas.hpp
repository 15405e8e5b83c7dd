#pragma once

#include <map>
#include <string>

#include "app/render/picture/canvas.hpp"

namespace app {

/// Draws the furniture of a picture as vectors. Letters are outlines, each shape written once and used
/// wherever it stands, so that no font is needed to read the file.
class SvgCanvas final : public Canvas {
  public:
    void fill_rectangle(float x, float y, float width, float height, geo::Rgba color) override;
    void fill_polygon(std::span<const ViewPoint> corners, geo::Rgba color) override;
    void disc(float x, float y, float radius, geo::Rgba color) override;
    void ramp(float x, float y, float width, float height, const RampColor& color_at) override;
    float text(float x, float y, std::string_view utf8, TextStyle style, geo::Rgba color) override;

    /// Set text with its first line's pen at (x, y), `paint` being the attributes that colour it. Named by
    /// its words.
    void outlines(double x, double y, const SetText& set, std::string_view words, const std::string& paint);
    void add(std::string_view element) { body_ += element; }
    void define(std::string_view element) { definitions_ += element; }
    /// A name that nothing else in the file has.
    std::string new_id(const char* kind);

    const std::string& body() const { return body_; }
    const std::string& definitions() const { return definitions_; }

  private:
    /// The name of the glyph's shape; empty for one that leaves no ink.
    const std::string& shape_of(const SetGlyph& glyph);

    std::string body_, definitions_;
    std::map<std::pair<const FT_FaceRec_*, unsigned>, std::string> shapes_;
    std::size_t n_shapes_ = 0, n_ids_ = 0;
};

} // namespace app
