# Sourced by core/start.sh and tests/run.sh: installs what is missing and builds.
# Works as root and with sudo, on a bare Debian 12.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${BUILD_DIR:-$root/build}

say() { printf '== %s\n' "$*"; }

# install PACKAGE...: those that are not there yet.
install() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "installing ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "These packages are missing: ${missing[*]}. Run this as root, or install sudo." >&2
            exit 1
        }
        as_root=(sudo)
    fi
    # What apt writes is for all users, whatever this one keeps to himself (umask 077).
    (
        umask 022
        "${as_root[@]}" apt-get update -qq
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    )
}

install_build_tools() {
    install g++ mold cmake ninja-build pkg-config ccache \
        libboost1.81-dev libcairo2-dev libcli11-dev libmimalloc-dev libpango1.0-dev libsodium-dev libspdlog-dev \
        libsqlite3-dev libssl-dev libtomlplusplus-dev libutf8proc-dev libicu-dev libxlsxwriter-dev libzip-dev libpugixml-dev zlib1g-dev \
        libpng-dev libpoppler-cpp-dev libtiff-dev libturbojpeg0-dev libwebp-dev libzbar-dev libzxing-dev \
        fonts-dejavu-core fonts-liberation2
}

# install_packages FOLDER: what its package-lock.json says, unless that is there already.
install_packages() {
    local lock=$1/package-lock.json installed=$1/node_modules/.installed-lock.json
    cmp -s "$lock" "$installed" && return
    say "installing packages of ${1#"$root"/}"
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error)
    cp "$lock" "$installed"
}

install_page_tools() {
    command -v node >/dev/null && command -v npm >/dev/null || install nodejs npm
    install_packages "$root/core/web"
}

# build ON|OFF TARGET...: with or without the tests.
build() {
    local tests=$1
    shift
    say "building in $build"
    cmake -S "$root" -B "$build" -G Ninja -DBUILD_TESTING="$tests" >"$build.log" 2>&1 || {
        cat "$build.log" >&2
        exit 1
    }
    rm -f "$build.log"
    cmake --build "$build" --target "$@"
}
