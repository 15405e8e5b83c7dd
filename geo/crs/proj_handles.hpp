#pragma once

#include <proj.h>

#include <memory>
#include <string>

#include "geo/core/error.hpp"

// Seen by the .cpp files of geo/crs only.
namespace geo::proj {

struct PjDeleter {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using PjPtr = std::unique_ptr<PJ, PjDeleter>;

/// A PROJ context that collects what PROJ says instead of printing it.
class Context {
  public:
    Context();
    ~Context() { proj_context_destroy(context_); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    PJ_CONTEXT* get() const { return context_; }
    /// "cannot use 'EPSG:1': ..." with the collected text, which is then forgotten.
    /// Throws std::bad_alloc where that is what PROJ ran into.
    Error error(const std::string& what);

  private:
    PJ_CONTEXT* context_;
    std::string said_;
};

} // namespace geo::proj
