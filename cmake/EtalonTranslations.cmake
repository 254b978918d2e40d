# Compiles assets/translations/<language>.po into ${ETALON_SHARE}/translations/<language>.mo (target: translations).
# A damaged catalogue stops the build.
set(ETALON_SHARE ${PROJECT_BINARY_DIR}/share/etalon)
set(catalogues)
foreach(language fr en)
  set(po ${PROJECT_SOURCE_DIR}/assets/translations/${language}.po)
  set(mo ${ETALON_SHARE}/translations/${language}.mo)
  add_custom_command(OUTPUT ${mo}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${ETALON_SHARE}/translations
    COMMAND ${ETALON_MSGFMT} --check-format --check-header -o ${mo} ${po}
    DEPENDS ${po} VERBATIM)
  list(APPEND catalogues ${mo})
endforeach()
add_custom_target(translations ALL DEPENDS ${catalogues})
if(TARGET ui_text)
  add_dependencies(ui_text translations)
endif()
