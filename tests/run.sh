#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs every test: see --help.

source "$(dirname "${BASH_SOURCE[0]}")/../core/setup.sh"
source "$root/tests/lint.sh"
source "$root/tests/bare.sh"

help() {
    cat <<'TEXT'
bash tests/run.sh           builds everything, runs every test, checks the style of what changed last, fuzzes
bash tests/run.sh --lint    checks the style of every C++ file (clang-format, clang-tidy), and nothing else
bash tests/run.sh --bare    as root: makes a bare Debian 12 and runs both commands of the README in it, as a
                            newcomer would: a clone in a home of mode 0700, in a path with a blank and
                            Vietnamese letters, umask 077, no locale, no TERM, ports 8080 to 8090 taken.
                            It tests what is committed.
bash tests/run.sh --help    this

Settings by environment variables:
  BUILD_DIR       where it is built (build)
  TIDY_MINUTES    how long clang-tidy may take in the ordinary run, on what changed last first (8; 0: not at all)
  SECONDS_EACH    how long each fuzz target tries (20)
  DEBIAN_MIRROR   where --bare takes its Debian from (debootstrap's own)
  BARE_CCACHE     a folder of ccache that --bare may use, so that it compiles less
  BARE_COMMANDS   which commands --bare runs ("core/start.sh tests/run.sh")
TEXT
}

install_test_tools() {
    install_build_tools
    install clang-format-14 clang-tidy-14
    install catch2 poppler-utils unzip libxml2-utils # the latter three read reports back
    install zbar-tools tesseract-ocr tesseract-ocr-vie # read papers back
    install clang-14 libclang-rt-14-dev # the fuzz targets
    install chromium socat # the latter is a scanner's cable
    install_page_tools
    install_packages "$root/tests/api"
    install_packages "$root/tests/browser"
}

everything() {
    install_test_tools
    check_format
    build ON all

    say "testing"
    # Twice as many at a time as there are cores: a third of the time they wait, for a browser, a device, a disk.
    ctest --test-dir "$build" --output-on-failure --no-tests=error -j "$(($(nproc) * 2))"

    [ "${TIDY_MINUTES:-8}" -eq 0 ] || check_changed_last
    say "fuzzing, ${SECONDS_EACH:-20} seconds each"
    bash "$root/tests/fuzz/run.sh" "$build/fuzz"
}

case ${1-} in
    '') everything ;;
    --lint) lint_all ;;
    --bare) run_bare ;;
    --help | -h) help ;;
    *)
        help >&2
        exit 2
        ;;
esac
