#include "app/render/label_placing.hpp"
#include "app/render/point_aggregate.hpp"
#include "geo/layer/point_index.hpp"
#include "tests/support/catch.hpp"

#include <numeric>
#include <random>

using namespace app;

namespace {

std::vector<LabelWish> random_wishes(std::size_t n, PixelSize size) {
    std::mt19937 random(11);
    std::uniform_real_distribution<float> x(0, static_cast<float>(size.width)),
        y(0, static_cast<float>(size.height));
    std::uniform_real_distribution<float> width(20, 140);
    std::uniform_int_distribution<int> rank(1, 8), kind(0, 3);
    std::vector<LabelWish> wishes;
    for (std::size_t i = 0; i < n; ++i) {
        wishes.push_back({{x(random), y(random)},
                          width(random),
                          16,
                          static_cast<geo::LabelKind>(kind(random)),
                          rank(random)});
    }
    return wishes;
}

geo::PointGeometry random_points(std::size_t n) {
    std::mt19937 random(5);
    std::normal_distribution<double> spread(0, 60000);
    std::uniform_int_distribution<int> color(0, 9);
    geo::PointGeometry points;
    for (std::uint32_t i = 0; i < n; ++i) {
        points.places.push_back({8e6 + spread(random), 4e6 + spread(random)});
        points.color_index.push_back(static_cast<std::uint8_t>(color(random)));
        points.radius_px.push_back(3);
        points.hollow.push_back(i % 3 == 0 ? 1 : 0);
        points.row.push_back(i);
    }
    return points;
}

} // namespace

TEST_CASE("labels never cover one another and stay inside the view") {
    const PixelSize size{800, 600};
    for (const float scale : {1.0F, 2.0F}) {
        const auto wishes = random_wishes(500, size);
        const auto placed = placed_labels(wishes, size, scale);
        std::vector<LabelBox> boxes;
        for (const auto& box : placed) {
            if (box) boxes.push_back(*box);
        }
        CHECK(boxes.size() > 20);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            CHECK(boxes[i].x0 >= 0);
            CHECK(boxes[i].y0 >= 0);
            CHECK(boxes[i].x1 <= 800);
            CHECK(boxes[i].y1 <= 600);
            for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(boxes[i].overlaps(boxes[j]));
        }
    }
}

TEST_CASE("a label never covers another town's dot") {
    const auto wishes = random_wishes(500, {800, 600});
    const auto placed = placed_labels(wishes, {800, 600}, 1);
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (!placed[i] || wishes[i].kind != geo::LabelKind::town) continue;
        const ViewPoint dot = wishes[i].anchor;
        for (const auto& box : placed) {
            CHECK_FALSE((box && box->x0 < dot.x && dot.x < box->x1 && box->y0 < dot.y && dot.y < box->y1));
        }
    }
}

TEST_CASE("the better rank gets the place, whatever the order") {
    const LabelWish small{{100, 100}, 60, 16, geo::LabelKind::province, 5};
    LabelWish large = small;
    large.rank = 1;
    const std::vector<LabelWish> crowd(8, small);
    std::vector<LabelWish> wishes(crowd);
    wishes.push_back(large);
    const auto placed = placed_labels(wishes, {200, 200}, 1);
    REQUIRE(placed.back());
    CHECK(placed.back()->y0 == Approx(92));
}

TEST_CASE("an aggregate counts every incident in sight once") {
    const geo::PointGeometry points = random_points(20000);
    const View all{{{8e6, 4e6}, 2000}, {1000, 800}, 0, 0, 1, 0};
    const PointAggregate aggregate = aggregated(points, all, 8);
    CHECK(aggregate.n == 20000);
    CHECK(std::accumulate(aggregate.counts.begin(), aggregate.counts.end(), 0U) == 20000U);
    CHECK(aggregate.discs->places.size() == aggregate.counts.size());
    CHECK(aggregate.counts.size() < 20000);
}

TEST_CASE("an aggregate leaves out what is out of sight") {
    const geo::PointGeometry points = random_points(20000);
    const View part{{{8e6, 4e6}, 100}, {500, 400}, 0, 0, 1, 0};
    const PointAggregate aggregate = aggregated(points, part, 8);
    std::size_t inside = 0;
    for (const geo::Mercator p : points.places) {
        inside += std::abs(p.x_m - 8e6) <= 258 * 100 && std::abs(p.y_m - 4e6) <= 208 * 100 ? 1 : 0;
    }
    CHECK(aggregate.n == inside);
    CHECK(std::accumulate(aggregate.counts.begin(), aggregate.counts.end(), 0U) == inside);
}

TEST_CASE("panning moves the discs of an aggregate and changes none") {
    const geo::PointGeometry points = random_points(5000);
    const View here{{{8e6, 4e6}, 2000}, {1000, 800}, 0, 0, 1, 0};
    View there = here;
    there.camera.centre.x_m += 37 * 2000 + 400;
    const auto a = aggregated(points, here, 8), b = aggregated(points, there, 8);
    CHECK(a.discs->places == b.discs->places);
    CHECK(a.counts == b.counts);
}

TEST_CASE("an aggregate is the same with an index and without") {
    geo::PointGeometry points = random_points(30000);
    const View part{{{8e6, 4e6}, 300}, {700, 500}, 0, 0, 1, 0};
    const PointAggregate plain = aggregated(points, part, 8);
    points.index = std::make_shared<const geo::PointIndex>(points.places, points.color_index, points.hollow);
    const PointAggregate indexed = aggregated(points, part, 8);
    CHECK(indexed.n == plain.n);
    CHECK(indexed.counts == plain.counts);
    CHECK(indexed.discs->row == plain.discs->row);
    CHECK(indexed.discs->color_index == plain.discs->color_index);
    for (std::size_t i = 0; i < plain.counts.size(); ++i) {
        CHECK(indexed.discs->places[i].x_m == Approx(plain.discs->places[i].x_m).margin(0.01).epsilon(0));
        CHECK(indexed.discs->radius_px[i] == plain.discs->radius_px[i]);
    }
}

TEST_CASE("a disc of several dates has the colour of their mean, undated ones left out") {
    geo::PointGeometry points;
    const auto add = [&](geo::Mercator place, std::uint8_t color) {
        points.places.push_back(place);
        points.color_index.push_back(color);
        points.radius_px.push_back(3);
        points.hollow.push_back(0);
        points.row.push_back(static_cast<std::uint32_t>(points.row.size()));
    };
    for (const std::uint8_t color :
         {std::uint8_t{10}, std::uint8_t{11}, std::uint8_t{101}, geo::DateScale::kSteps})
        add({8e6 + 100, 4e6 + 100}, color);
    add({8e6 + 160'100, 4e6 + 100}, geo::DateScale::kSteps); // in a cell of its own
    points.graded = true;
    const View view{{{8e6, 4e6}, 2000}, {1000, 800}, 0, 0, 1, 0};
    const auto colors = aggregated(points, view, 8).discs->color_index;
    CHECK(colors == std::vector<std::uint8_t>{41, geo::DateScale::kSteps});
    points.index = std::make_shared<const geo::PointIndex>(points.places, points.color_index, points.hollow);
    CHECK(aggregated(points, view, 8).discs->color_index == colors);
    points.graded = false;
    CHECK(aggregated(points, view, 8).discs->color_index[0] == 7); // kinds: the most common of eight
}

TEST_CASE("every incident in sight is behind the disc that is pointed at somewhere, once") {
    const geo::PointGeometry points = random_points(20000);
    const View all{{{8e6, 4e6}, 2000}, {1000, 800}, 0, 0, 1, 0};
    const PointAggregate aggregate = aggregated(points, all, 8);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < aggregate.counts.size(); ++i) {
        const Pixel at = pixel_from_mercator(all.camera, all.size, aggregate.discs->places[i]);
        const auto disc = disc_of_many_at(points, all, 8, at, 6, 5);
        REQUIRE(disc);
        CHECK(disc->n == aggregate.counts[i]);
        CHECK(disc->rows.size() == std::min<std::size_t>(5, aggregate.counts[i]));
        sum += disc->n;
    }
    CHECK(sum == points.places.size());
    CHECK_FALSE(disc_of_many_at(points, all, 8, {3, 3}, 6, 5));
}

TEST_CASE("the legend says when discs stand for several incidents, and only then") {
    auto points = std::make_shared<geo::PointGeometry>(random_points(kManyPoints + 1));
    geo::Scene scene;
    scene.layers.push_back({"incidents", "Incidents", true, 1, geo::PointLayer{points, {}, {}}});
    scene.legend.push_back({"Incidents", {{geo::LegendItem::Symbol::disc, {}, "Battles (200,001)"}}, {}});
    const auto n_items = [](geo::Scene said, bool in_software) {
        announce_aggregate(said, in_software);
        return said.legend.front().items.size();
    };
    CHECK(n_items(scene, true) == 2);
    CHECK(n_items(scene, false) == 1);
    scene.layers[0].visible = false;
    CHECK(n_items(scene, true) == 1);
    scene.layers[0].visible = true;
    points->places.pop_back();
    CHECK(n_items(scene, true) == 1);
}
