# Shared by the scripts beside it: what they need from the system, and how it is installed.

# say TEXT: one line on standard error, so that standard output stays the tool's own.
say() { printf 'sfm: %s\n' "$*" >&2; }

# die TEXT: says why it ends, and ends.
die() {
  say "$*"
  exit 4
}

# need_packages NAME...: installs the Debian packages that are not there, as root or through sudo.
need_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || die "needs the packages ${missing[*]}; this is no Debian system, so install their counterparts by hand"
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "needs the packages ${missing[*]}; run as root: apt-get install ${missing[*]}"
    root=(sudo)
  fi
  say "installing ${missing[*]} (apt-get)"
  export DEBIAN_FRONTEND=noninteractive
  "${root[@]}" apt-get install -y --no-install-recommends "${missing[@]}" >/dev/null 2>&1 ||
    { "${root[@]}" apt-get update -q >/dev/null 2>&1 &&
      "${root[@]}" apt-get install -y --no-install-recommends "${missing[@]}" >/dev/null; } ||
    die "could not install ${missing[*]}; try: apt-get update && apt-get install ${missing[*]}"
}

# need_swift: a Swift 6.2 toolchain or newer must be on the path.
need_swift() {
  command -v swift >/dev/null || die "needs Swift 6.2 or newer on the path: https://www.swift.org/install/linux"
}
