# The program and the data it finds beside itself: bin/etalon and share/etalon.
include(GNUInstallDirs)
set(ETALON_SHARE ${PROJECT_BINARY_DIR}/share/etalon)
file(MAKE_DIRECTORY ${ETALON_SHARE})

include(EtalonFonts)
include(EtalonTranslations)

# The packs are linked, not copied: what an author changes, the next start shows.
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/scenarios ${ETALON_SHARE}/scenarios SYMBOLIC)

if(TARGET ui_shell)
  target_link_libraries(ui_shell PRIVATE PkgConfig::png Threads::Threads)
  target_compile_definitions(ui_shell PRIVATE ETALON_VERSION="${PROJECT_VERSION}")

  add_executable(etalon ${PROJECT_SOURCE_DIR}/ui/main/main.cpp)
  target_link_libraries(etalon PRIVATE ui_shell etalon_warnings)
  if(TARGET ui_cli)
    target_link_libraries(etalon PRIVATE ui_cli)
    target_compile_definitions(etalon PRIVATE ETALON_HAS_CLI)
  endif()
  foreach(data translations)
    if(TARGET ${data})
      add_dependencies(etalon ${data})
    endif()
  endforeach()

  install(TARGETS etalon RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(DIRECTORY ${ETALON_SHARE}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/etalon PATTERN scenarios EXCLUDE)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios/ DESTINATION ${CMAKE_INSTALL_DATADIR}/etalon/scenarios)
endif()
