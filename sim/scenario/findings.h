// Collects what is wrong, up to a limit: a hostile pack must not fill the memory with complaints about itself.
#pragma once

#include <string_view>
#include <vector>

#include "sim/scenario/reader.h"

namespace etalon::scenario {

class Findings {
 public:
  static constexpr std::size_t kMost = 1000;

  void add(Finding finding);
  void add(Place where, std::string_view rule, Message message, Message mend = {});
  std::size_t blocking() const { return blocking_; }
  // Nothing more is kept: what costs time to find out can stop looking.
  bool is_full() const { return left_out_ > 0; }
  // By file, then line; leaves nothing behind.
  std::vector<Finding> take();

 private:
  std::vector<Finding> all_;
  std::size_t blocking_ = 0;
  std::size_t left_out_ = 0;
};

// At most `most` code points of text from outside, for a message.
std::string shortened(std::string_view text, std::size_t most = 60);

}  // namespace etalon::scenario
