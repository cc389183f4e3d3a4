#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs every test.

source "$(dirname "${BASH_SOURCE[0]}")/../core/setup.sh"

# install_packages FOLDER: what its package-lock.json says, unless that is there already.
install_packages() {
    local lock=$1/package-lock.json installed=$1/node_modules/.installed-lock.json
    cmp -s "$lock" "$installed" && return
    say "installing packages of ${1#"$root"/}"
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error)
    cp "$lock" "$installed"
}

install_build_tools
install catch2 poppler-utils unzip # the latter two read reports back
install zbar-tools tesseract-ocr tesseract-ocr-vie # read papers back
command -v node >/dev/null && command -v npm >/dev/null || install nodejs npm
install clang-14 libclang-rt-14-dev # the fuzz targets
install_packages "$root/tests/api"
build ON all

say "testing"
ctest --test-dir "$build" --output-on-failure --no-tests=error -j "$(nproc)"

say "fuzzing, a minute each"
bash "$root/tests/fuzz/run.sh" "$build/fuzz"
