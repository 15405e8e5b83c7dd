#include "app/render/graticule_lines.hpp"
#include "app/render/label_placing.hpp"
#include "app/render/offscreen_context.hpp"
#include "app/render/recent_cache.hpp"
#include "app/render/text/typesetter.hpp"
#include "app/render/text/utf8.hpp"
#include "app/render/text_textures.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

#include <optional>
#include <string>

using namespace app;

TEST_CASE("a paragraph runs as its first letter does") {
    CHECK(runs_right_to_left("خیبر پختونخوا"));
    CHECK(runs_right_to_left("2021-08-15: خیبر Pass"));
    CHECK(runs_right_to_left("۲۰۲۱ (پېښور)"));
    CHECK(runs_right_to_left("עברית"));
    CHECK_FALSE(runs_right_to_left("Khyber خیبر"));
    CHECK_FALSE(runs_right_to_left("Éire عربى"));
    CHECK_FALSE(runs_right_to_left("हिन्दी اردو"));
    CHECK_FALSE(runs_right_to_left("12 (34)"));
    CHECK_FALSE(runs_right_to_left(""));
}

TEST_CASE("a line out of a right-to-left paragraph runs as the paragraph, whatever it begins with") {
    Typesetter typesetter;
    TextStyle style{20, FontStyle::regular, 0};
    const std::string line = "Peshawar پشاور";
    style.direction = TextDirection::right_to_left;
    const TextBitmap right = typesetter.set(line, style);
    style.direction = TextDirection::left_to_right;
    const TextBitmap left = typesetter.set(line, style);
    style.direction = TextDirection::automatic;
    const TextBitmap own = typesetter.set(line, style);
    CHECK(right.coverage != left.coverage);
    CHECK(own.coverage == left.coverage);
    CHECK(right.advance == Approx(left.advance).margin(1));
}

TEST_CASE("a cache keeps what is used and drops the rest") {
    RecentCache<int, std::string> cache(3);
    int n_made = 0;
    const auto get = [&](int key) {
        return cache.get(key, [&] {
            ++n_made;
            return std::to_string(key);
        });
    };
    for (const int key : {1, 2, 3, 1}) CHECK(get(key) == std::to_string(key));
    CHECK(n_made == 3);
    cache.trim();
    for (const int key : {4, 5, 1}) get(key);
    cache.trim();
    CHECK(cache.size() == 3);
    CHECK(cache.contains(1));
    CHECK(cache.contains(4));
    CHECK_FALSE(cache.contains(2));
}

TEST_CASE("what a frame shows is never dropped in it, even when it is more than the cache holds") {
    RecentCache<int, int> cache(10);
    for (int key = 0; key < 100; ++key) cache.get(key, [&] { return key; });
    cache.trim();
    CHECK(cache.size() == 100); // all of them are on the screen
    for (int key = 50; key < 55; ++key) cache.get(key, [&] { return -1; });
    cache.trim();
    CHECK(cache.size() == 10);
    CHECK(cache.get(52, [] { return -1; }) == 52);
}

TEST_CASE("degrees stand at all four edges, those of meridians below and above") {
    const View view{{{8e6, 4e6}, 1000}, {1000, 800}, 0, 0, 1, 0};
    const auto labels = graticule_labels(view);
    int n_low = 0, n_high = 0, n_left = 0, n_right = 0;
    for (const geo::Label& label : labels) {
        const bool east = label.text.find('E') != std::string::npos;
        if (east)
            (label.place.y_m < 4e6 ? n_low : n_high)++;
        else
            (label.place.x_m < 8e6 ? n_left : n_right)++;
    }
    CHECK(n_low > 2);
    CHECK(n_low == n_high);
    CHECK(n_left > 2);
    CHECK(n_left == n_right);
}

TEST_CASE("degrees are moved in from the edge and other names keep clear of them") {
    const LabelWish degree{{400, 0.5F}, 50, 16, geo::LabelKind::graticule, 0};
    const LabelWish corner{{0.5F, 0.5F}, 50, 16, geo::LabelKind::graticule, 0};
    const LabelWish town{{400, 8}, 60, 16, geo::LabelKind::town, 1};
    const auto placed = placed_labels(std::vector{town, degree, corner}, {800, 600}, 1);
    REQUIRE(placed[1]);
    CHECK(placed[1]->y0 >= 0);
    CHECK(placed[1]->x0 == Approx(375));
    REQUIRE(placed[2]);
    CHECK(placed[2]->x0 >= 0);
    CHECK_FALSE((placed[0] && placed[0]->overlaps(*placed[1])));
}

TEST_CASE("lines of text for the window are kept within bounds, however wide the text") {
    std::optional<OffscreenContext> context;
    try {
        context.emplace();
    } catch (const geo::Error& error) {
        WARN("skipped: " << error.what());
        return;
    }
    TextTextures textures;
    const TextStyle style{13, FontStyle::regular, 0};
    for (int frame = 0; frame < 3; ++frame) {
        for (int i = 0; i < 500; ++i) textures.line("پشاور " + std::to_string(500 * frame + i), style);
        textures.next_frame();
    }
    CHECK(textures.n_lines() <= TextTextures::kMostLines);
    std::string endless;
    for (int i = 0; i < 3000; ++i) endless += "پشاور ";
    const SetLine& line = textures.line(endless, style);
    CHECK(line.texture != 0);
    CHECK(line.width <= 8192);
    CHECK(textures.width(textures.shortened(endless, style, 200), style) <= 200);
}
