#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs every test.

source "$(dirname "${BASH_SOURCE[0]}")/../core/setup.sh"

install_build_tools
install catch2 poppler-utils unzip # the latter two read reports back
install zbar-tools tesseract-ocr tesseract-ocr-vie # read papers back
install clang-14 libclang-rt-14-dev # the fuzz targets
install chromium socat # the latter is a scanner's cable
install_page_tools
install_packages "$root/tests/api"
install_packages "$root/tests/browser"
build ON all

say "testing"
ctest --test-dir "$build" --output-on-failure --no-tests=error -j "$(nproc)"

say "fuzzing, a minute each"
bash "$root/tests/fuzz/run.sh" "$build/fuzz"
