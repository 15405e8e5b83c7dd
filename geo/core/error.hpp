#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace geo {

/// What the caller can do about it; each kind has its exit code (app/cli/exit_code.hpp).
enum class ErrorKind {
    Io,       ///< a file cannot be opened or read
    Format,   ///< a file can be read but is not what it should be
    Empty,    ///< read, but nothing usable in it
    Crs,      ///< a coordinate reference system is missing, unknown or cannot be used
    Argument, ///< an option or a study asks for something that does not exist
    Output,   ///< a result cannot be written
    Internal, ///< a fault of borderlens
};

/// One sentence a user can act on. Context is added on the way up, so it reads outside-in:
/// "cannot load incidents.csv: row 4182, field 'date': 'n/a' is not a date".
class Error : public std::exception {
  public:
    Error(ErrorKind kind, std::string message) : kind_(kind), message_(std::move(message)) {}

    ErrorKind kind() const { return kind_; }
    const char* what() const noexcept override { return message_.c_str(); }
    Error with_context(std::string_view context) const {
        return {kind_, std::string(context) + ": " + message_};
    }

  private:
    ErrorKind kind_;
    std::string message_;
};

/// Thrown by Progress::at only, when the run is no longer wanted. Not an Error: nothing went wrong.
struct Cancelled : std::exception {
    const char* what() const noexcept override { return "cancelled"; }
};

} // namespace geo
