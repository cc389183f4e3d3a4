#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs every test.

source "$(dirname "${BASH_SOURCE[0]}")/../core/setup.sh"

install_build_tools
install catch2 poppler-utils unzip # the latter two read reports back
build ON all

say "testing"
ctest --test-dir "$build" --output-on-failure --no-tests=error -j "$(nproc)"
