# Copies the fonts the window needs from the distribution into ${ETALON_SHARE}/fonts, so that the program finds
# everything it needs beside itself. ETALON_FONT_DIRS says where to look besides the usual places.
set(ETALON_SHARE ${PROJECT_BINARY_DIR}/share/etalon)
set(ETALON_FONT_DIRS "" CACHE STRING "Folders to look for Inter and Noto fonts in, before the usual places")

function(etalon_font name debian)
  find_file(found NAMES ${ARGN} NO_CACHE
    PATHS ${ETALON_FONT_DIRS}
          /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/inter /usr/share/fonts/truetype/noto
          /usr/share/fonts/inter /usr/share/fonts/noto /usr/share/fonts/truetype/dejavu
          /usr/share/fonts /usr/local/share/fonts
    NO_DEFAULT_PATH)
  if(NOT found)
    message(FATAL_ERROR "The font file ${ARGN} was not found. On Debian: apt-get install ${debian}; "
                        "elsewhere set ETALON_FONT_DIRS to the folder that holds it")
  endif()
  configure_file(${found} ${ETALON_SHARE}/fonts/${name} COPYONLY)
endfunction()

foreach(weight Regular Medium SemiBold Bold)
  etalon_font(Inter-${weight}.otf fonts-inter Inter-${weight}.otf)
endforeach()
etalon_font(Signs-Math.ttf fonts-noto-core NotoSansMath-Regular.ttf)
etalon_font(Signs-Symbols.ttf fonts-noto-core NotoSansSymbols2-Regular.ttf)
