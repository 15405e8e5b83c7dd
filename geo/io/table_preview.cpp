#include "geo/io/table_preview.hpp"

#include "geo/core/error.hpp"

namespace geo {

Schema TablePreview::guessed(const RoleOptions& options) const {
    try {
        return recognise_schema(header, options, has_geometry);
    } catch (const Error&) {
    }
    try { // as if the format had a geometry: then no place is missing, and the other roles are guessed
        return recognise_schema(header, options, true);
    } catch (const Error&) {
        return {options.schema.value_or(SchemaKind::generic), {}};
    }
}

} // namespace geo
