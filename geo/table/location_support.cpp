#include "geo/table/location_support.hpp"

#include <limits>

namespace geo {

namespace {

constexpr float kNotStated = std::numeric_limits<float>::quiet_NaN();

constexpr Support disc(float radius_m) { return {SupportKind::disc, radius_m, true}; }
constexpr Support kAdmin2{SupportKind::admin2, kAdmin2RadiusM, true};
constexpr Support kAdmin1{SupportKind::admin1, kAdmin1RadiusM, true};
constexpr Support kCountry{SupportKind::country, kCountryRadiusM, true};
constexpr Support kNotUsable{SupportKind::not_usable, kNotStated, true};
constexpr Support kUnknown{SupportKind::disc, kNotStated, false};

Support acled(char code, bool admin2_named) {
    switch (code) {
    case '1':
        return disc(5'000);
    case '2':
        return admin2_named ? kAdmin2 : disc(25'000);
    case '3':
        return kAdmin1;
    default:
        return kUnknown;
    }
}

Support ucdp(char code) {
    switch (code) {
    case '1':
        return disc(2'000);
    case '2':
        return disc(25'000);
    case '3':
        return kAdmin2;
    case '4':
        return kAdmin1;
    case '5':
        return disc(50'000);
    case '6':
        return kCountry;
    case '7':
        return kNotUsable;
    default:
        return kUnknown;
    }
}

Support gtd(char code) {
    switch (code) {
    case '1':
        return disc(5'000);
    case '2':
    case '3':
        return kAdmin2;
    case '4':
        return kAdmin1;
    case '5':
        return kNotUsable;
    default:
        return kUnknown;
    }
}

} // namespace

Support support_from_code(SchemaKind schema, std::string_view code, bool admin2_named) {
    // Spreadsheets write 1 as 1.0.
    if (code.size() == 3 && code.substr(1) == ".0") code = code.substr(0, 1);
    if (code.empty()) return disc(kNotStated);
    if (code.size() != 1) return kUnknown;
    switch (schema) {
    case SchemaKind::acled:
        return acled(code[0], admin2_named);
    case SchemaKind::ucdp_ged:
        return ucdp(code[0]);
    case SchemaKind::gtd:
        return gtd(code[0]);
    case SchemaKind::generic:
        break;
    }
    return disc(kNotStated);
}

} // namespace geo
