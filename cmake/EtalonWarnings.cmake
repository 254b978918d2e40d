# Warnings and sanitizers for our own code, linked as etalon_warnings.
add_library(etalon_warnings INTERFACE)
target_compile_options(etalon_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast)
# gcc 12 takes the enumerators of an enum class for shadowing; its local form does not.
target_compile_options(etalon_warnings INTERFACE
  $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow>)
if(ETALON_WERROR)
  target_compile_options(etalon_warnings INTERFACE -Werror)
endif()
if(ETALON_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
