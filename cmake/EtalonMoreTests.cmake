# Tests that are more than one program of unit tests: journal kill and fault tests, replay, command line, benchmarks.

# The window: how long a frame takes, and the tour through the real program on a virtual display.
if(ETALON_TESTS AND TARGET ui_shell)
  add_executable(etalon_bench_frame ${PROJECT_SOURCE_DIR}/tests/bench/frame_bench.cpp)
  target_link_libraries(etalon_bench_frame PRIVATE ui_shell etalon_warnings)
  add_dependencies(etalon_bench_frame translations)
  target_compile_definitions(etalon_bench_frame PRIVATE ETALON_BINARY_DIR="${PROJECT_BINARY_DIR}")
  find_program(ETALON_XVFB_RUN xvfb-run)
  if(ETALON_XVFB_RUN AND TARGET etalon)
    add_test(NAME tour_in_a_real_window
             COMMAND ${ETALON_XVFB_RUN} -a -s "-screen 0 1440x900x24" $<TARGET_FILE:etalon>
                     --tour ${PROJECT_BINARY_DIR}/artifacts/tour)
    set_tests_properties(tour_in_a_real_window PROPERTIES LABELS ui TIMEOUT 300)
  endif()
endif()

# The journal: killed at any moment, on a disk that fails, and against bare SQLite.
etalon_test(journal_kill_test DIR tests/journal DEPENDS sim_journal LABELS journal)
if(ETALON_TESTS AND TARGET sim_journal)
  add_executable(etalon_bench_journal ${PROJECT_SOURCE_DIR}/tests/bench/journal_bench.cpp
                                      ${PROJECT_SOURCE_DIR}/tests/bench/bare_sqlite.cpp)
  target_link_libraries(etalon_bench_journal PRIVATE sim_journal etalon_warnings)
endif()

# Agreement against bare loops.
if(ETALON_TESTS)
  add_executable(etalon_bench_agreement ${PROJECT_SOURCE_DIR}/tests/bench/agreement_bench.cpp
                                        ${PROJECT_SOURCE_DIR}/tests/bench/bare_agreement.cpp)
  target_link_libraries(etalon_bench_agreement PRIVATE sim_stats etalon_warnings)
endif()

# All pairs of raters against a bare loop.
if(ETALON_TESTS)
  add_executable(etalon_bench_pairs ${PROJECT_SOURCE_DIR}/tests/bench/pairs_bench.cpp)
  target_link_libraries(etalon_bench_pairs PRIVATE sim_stats etalon_warnings)
endif()

# Latent truth and the reading of ratings.
if(ETALON_TESTS)
  add_executable(etalon_bench_truth ${PROJECT_SOURCE_DIR}/tests/bench/truth_bench.cpp)
  target_link_libraries(etalon_bench_truth PRIVATE sim_exchange etalon_warnings)
endif()

# The memory that each of these needs.
if(ETALON_TESTS)
  add_executable(etalon_bench_memory ${PROJECT_SOURCE_DIR}/tests/bench/memory_bench.cpp)
  target_link_libraries(etalon_bench_memory PRIVATE sim_exchange etalon_warnings)
endif()

# The linter on its corpus, and on a bank.
if(ETALON_TESTS)
  add_executable(etalon_bench_lint ${PROJECT_SOURCE_DIR}/tests/bench/lint_bench.cpp)
  target_link_libraries(etalon_bench_lint PRIVATE sim_scenario etalon_warnings)
  target_compile_definitions(etalon_bench_lint PRIVATE ETALON_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
endif()
