// Where views drop what a person wants. Nothing is answered while a frame is being drawn.
#pragma once

#include <utility>
#include <vector>

#include "ui/model/intents.h"

namespace etalon::ui {

class IntentSink {
 public:
  void emit(Intent intent) { intents_.push_back(std::move(intent)); }
  std::vector<Intent> take() { return std::exchange(intents_, {}); }

 private:
  std::vector<Intent> intents_;
};

}  // namespace etalon::ui
