# Debian packages of borderlens, for ./demo and ./check. Same names on Debian 12 and later and on Ubuntu 24.04.
# third_party/README.md says what each library is for.
BUILD_PACKAGES="g++ cmake ninja-build pkg-config ccache
  libgdal-dev gdal-bin libproj-dev libgeos-dev libfmt-dev libcli11-dev nlohmann-json3-dev zlib1g-dev libsimdjson-dev libssl-dev libpng-dev libwebp-dev
  libfreetype-dev libraqm-dev libfontconfig-dev libegl-dev libopengl-dev libgl-dev
  libglfw3-dev libimgui-dev libgl1-mesa-dri libegl-mesa0 libegl1
  fonts-noto-core fonts-fork-awesome"
TEST_PACKAGES="catch2 python3-gdal python3-shapely xvfb xauth xdotool"
DATABASE_PACKAGES="postgresql postgresql-postgis" # cli_database is skipped without them; a server comes with them
# clang: its sanitizers link libFuzzer too (tests/sanitizers).
SANITIZER_PACKAGES="clang libclang-rt-dev llvm"
STATIC_PACKAGES="clang-tidy clang-tools cppcheck gcovr" # tests/static

# install_missing <package>...: asks apt for what is not there; does nothing when all is.
install_missing() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  if ! command -v apt-get >/dev/null; then
    echo "These packages are missing, and there is no apt-get to install them with:$missing" >&2
    return 1
  fi
  echo "Installing with apt:$missing" >&2
  sudo=""
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Not root and no sudo: install the packages above yourself." >&2; return 1; }
    sudo="sudo"
  fi
  $sudo apt-get update -qq >&2 || echo "apt-get update failed; going on with the lists that are there" >&2
  # shellcheck disable=SC2086
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
