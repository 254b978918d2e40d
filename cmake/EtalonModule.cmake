# etalon_module(TARGET DIR folder [DEPENDS targets]): one folder of sources, with its folders, is one static library.
# A new source in the folder is picked up by itself; a new folder is one line in the root CMakeLists.txt.
function(etalon_module target)
  cmake_parse_arguments(arg "" "DIR" "DEPENDS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${arg_DIR}/*.cpp)
  if(NOT sources)
    message(STATUS "${arg_DIR} has no source yet")
    return()
  endif()
  add_library(${target} STATIC ${sources})
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${target} PUBLIC ${arg_DEPENDS} PRIVATE etalon_warnings)
endfunction()

# etalon_test(TARGET DIR folder [DEPENDS targets] [LABELS labels]): every *_test.cpp of the folder in one program.
function(etalon_test target)
  cmake_parse_arguments(arg "" "DIR" "DEPENDS;LABELS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${arg_DIR}/*.cpp)
  if(NOT ETALON_TESTS OR NOT sources)
    return()
  endif()
  add_executable(${target} ${sources})
  target_link_libraries(${target} PRIVATE ${arg_DEPENDS} GTest::gmock_main rapidcheck etalon_warnings)
  target_compile_definitions(${target} PRIVATE ETALON_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                               ETALON_BINARY_DIR="${PROJECT_BINARY_DIR}")
  set(labels)
  if(arg_LABELS)
    set(labels LABELS "${arg_LABELS}")  # an empty value would take the next property for a label
  endif()
  gtest_discover_tests(${target} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300 ${labels})
endfunction()

# etalon_bench(NAME DEPENDS targets [SOURCES more]): tests/bench/NAME_bench.cpp as the program etalon_bench_NAME, which
# scripts/bench finds by its name. SOURCES are further files of tests/bench.
function(etalon_bench name)
  cmake_parse_arguments(arg "" "" "DEPENDS;SOURCES" ${ARGN})
  if(NOT ETALON_TESTS)
    return()
  endif()
  list(TRANSFORM arg_SOURCES PREPEND ${PROJECT_SOURCE_DIR}/tests/bench/)
  add_executable(etalon_bench_${name} ${PROJECT_SOURCE_DIR}/tests/bench/${name}_bench.cpp ${arg_SOURCES})
  target_link_libraries(etalon_bench_${name} PRIVATE ${arg_DEPENDS} etalon_warnings)
  target_compile_definitions(etalon_bench_${name} PRIVATE ETALON_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                                          ETALON_BINARY_DIR="${PROJECT_BINARY_DIR}")
endfunction()
