# Warnings and sanitizers for our own code, linked as etalon_warnings.
add_library(etalon_warnings INTERFACE)
target_compile_options(etalon_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast)
# gcc 12 takes the enumerators of an enum class for shadowing; its local form does not.
target_compile_options(etalon_warnings INTERFACE
  $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow>)
# gcc 12 warns of what cannot be: an overlap in std::string's operator+ (GCC bug 105651, mended in 13), and members of
# a temporary read before they are set, in optimized and in sanitized code.
target_compile_options(etalon_warnings INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-maybe-uninitialized>)
if(ETALON_WERROR)
  target_compile_options(etalon_warnings INTERFACE -Werror)
endif()
if(ETALON_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(ETALON_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)  # counts the branches that an input takes
endif()
