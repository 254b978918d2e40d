# Tests that are more than one program of unit tests: journal kill and fault tests, replay, command line, benchmarks.

# The window: how long a frame takes, and the tour through the real program on a virtual display.
if(ETALON_TESTS AND TARGET ui_shell)
  etalon_bench(frame DEPENDS ui_shell)
  add_dependencies(etalon_bench_frame translations)
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
etalon_bench(journal DEPENDS sim_journal SOURCES bare_sqlite.cpp)

# Statistics against bare loops: agreement, all pairs of raters, latent truth and reading, and the memory of each.
etalon_bench(agreement DEPENDS sim_stats SOURCES bare_agreement.cpp)
etalon_bench(pairs DEPENDS sim_stats)
etalon_bench(truth DEPENDS sim_exchange)
etalon_bench(memory DEPENDS sim_exchange)

# The linter on its corpus, and on a bank.
etalon_bench(lint DEPENDS sim_scenario)

# The program itself on hostile input, as a process of its own: how it ends, in what time and memory. Not sanitized, as the
# sanitizers take several times the memory; what it reads is tested with them in scenario_test and by the fuzzers.
if(ETALON_TESTS AND TARGET etalon AND NOT ETALON_SANITIZE)
  etalon_test(program_test DIR tests/program DEPENDS sim_scenario)
  target_sources(program_test PRIVATE ${PROJECT_SOURCE_DIR}/tests/unit/sim/scenario/temp_pack.cpp)
  target_compile_definitions(program_test PRIVATE ETALON_PROGRAM="$<TARGET_FILE:etalon>")
  add_dependencies(program_test etalon)
endif()
