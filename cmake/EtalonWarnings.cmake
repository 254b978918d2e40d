# Warnings and sanitizers for our own code, linked as etalon_warnings.
add_library(etalon_warnings INTERFACE)
target_compile_options(etalon_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast)
# gcc 12 takes the enumerators of an enum class for shadowing; its local form does not.
target_compile_options(etalon_warnings INTERFACE
  $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow>)
# gcc 12 warns of an overlap in std::string's operator+ that cannot be (GCC bug 105651, mended in 13).
target_compile_options(etalon_warnings INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
if(ETALON_WERROR)
  target_compile_options(etalon_warnings INTERFACE -Werror)
endif()
if(ETALON_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  # The code that gcc adds for the sanitizers makes it take what is set for perhaps unset.
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
