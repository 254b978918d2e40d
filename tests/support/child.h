// A program as its user starts it: in a process of its own, with what it said, how it ended and what memory it took.
#pragma once

#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/file.h"

namespace etalon::support {

struct Ended {
  int status = -1;            // its exit status; -1: a signal ended it
  int signal = 0;             // SIGALRM: it was still running when its time was up
  std::int64_t peak_kib = 0;  // resident at most. The kernel counts the caller as it was at the start: stay small
  std::string out, err;
};

namespace child {

constexpr std::uint64_t kMostSaid = 16'000'000;  // bytes

[[noreturn]] inline void become(std::vector<std::string> arguments, unsigned seconds, const std::filesystem::path& folder) {
  const auto redirect = [&](const char* name, int to) {
    const int file = ::open((folder / name).c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    return file >= 0 && ::dup2(file, to) >= 0;
  };
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  const bool is_ready = redirect("out", STDOUT_FILENO) && redirect("err", STDERR_FILENO);
  ::alarm(seconds);  // outlives the exec
  if (is_ready) ::execv(pointers[0], pointers.data());
  ::_exit(127);
}

}  // namespace child

// `arguments` begins with the path of the program. After `seconds` it is ended.
inline Ended run_program(const std::vector<std::string>& arguments, unsigned seconds) {
  std::string folder = (std::filesystem::temp_directory_path() / "etalon-child-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return {};
  const pid_t pid = ::fork();
  if (pid == 0) child::become(arguments, seconds, folder);
  Ended out;
  int status = 0;
  struct rusage used {};
  if (pid > 0 && ::wait4(pid, &status, 0, &used) == pid) {
    if (WIFEXITED(status)) out.status = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) out.signal = WTERMSIG(status);
    out.peak_kib = used.ru_maxrss;
    out.out = read_file(std::filesystem::path(folder) / "out", child::kMostSaid).value_or("");
    out.err = read_file(std::filesystem::path(folder) / "err", child::kMostSaid).value_or("");
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  return out;
}

}  // namespace etalon::support
