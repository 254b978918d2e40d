# What the scripts share. Read with `. scripts/common.sh`, after cd to the project's folder.
# shellcheck shell=bash

# One line about what comes next.
say() { printf '\n== %s\n' "$*"; }

# On standard error, and out.
die() {
  printf '%s\n' "$*" >&2
  exit 4
}

# step "what it is" command…: says it, does it, says how long it took. Status: the command's.
step() {
  local what=$1 start status=0
  shift
  say "$what"
  start=$(date +%s)
  "$@" || status=$?
  if [ "$status" -eq 0 ]; then
    printf '   done in %s s\n' "$(($(date +%s) - start))"
  else
    printf '   failed with status %s after %s s\n' "$status" "$(($(date +%s) - start))" >&2
  fi
  return "$status"
}

# configure_and_build PRESET: what it takes is in build/PRESET afterwards.
configure_and_build() {
  step "Configuring ($1)" cmake --preset "$1" &&
    step "Building ($1)" cmake --build --preset "$1" -j "$(nproc)"
}

# Runs a command on a screen of its own, drawn without a graphics card.
on_virtual_screen() {
  LIBGL_ALWAYS_SOFTWARE=1 xvfb-run -a -s "-screen 0 1440x900x24" "$@"
}
