// How a function says that it could not: a Result holding an Error with what is wrong, where, and how to
// mend it. No exception crosses a module boundary.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "sim/base/message.h"

namespace etalon {

// Who can do something about it; the command line turns this into its exit status.
enum class ErrorKind {
  Check,        // the check that was asked for did not hold (a finding, a broken chain)     -> 1
  Usage,        // the command or the field was used wrongly                                 -> 2
  Input,        // a file or a value that came from outside is wrong                         -> 3
  Environment,  // disk, lock, permissions, server                                           -> 4
};

struct Place {
  std::string file;  // empty: no file
  int line = 0;      // 1-based; 0: the whole file

  friend bool operator==(const Place&, const Place&) = default;
};

struct Error {
  ErrorKind kind = ErrorKind::Input;
  Message what;
  Message mend;  // empty text: nothing to add
  Place where;

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, Message what, Message mend = {}, Place where = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(what), std::move(mend), std::move(where)});
}

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

// "file:line: what (mend)" in English, control characters made visible: for terminals and logs.
std::string english(const Error& error);

}  // namespace etalon
