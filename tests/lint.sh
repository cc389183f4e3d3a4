# Sourced by tests/run.sh: the style of the C++ sources, by clang-format and clang-tidy.
# What is checked, and each exception with its reason, stands in .clang-format and .clang-tidy.

lint=$build/lint # a build folder of its own: compiled without precompiled headers, so that a source
export lint      # that leaves out an include of what it uses is found

# The sources of git's index and those not added yet, each ended by a zero byte.
cpp_files() { git -C "$root" ls-files -z --cached --others --exclude-standard -- '*.cpp' '*.hpp'; }

check_format() {
    say "checking the format of all C++ files"
    (cd "$root" && cpp_files | xargs -0 -n 50 -P "$(nproc)" clang-format-14 --dry-run --Werror)
}

# How every source is compiled, for clang-tidy; nothing is built but what CMake itself writes.
configure_lint() {
    mkdir -p "$lint"
    cmake -S "$root" -B "$lint" -G Ninja -DBUILD_TESTING=ON -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DUNITY=OFF \
        -DWARNINGS_AS_ERRORS=OFF -DCCACHE= >"$lint/cmake.log" 2>&1 || {
        cat "$lint/cmake.log" >&2
        exit 1
    }
    sed -n 's/^ *"file": "\(.*\)",\{0,1\}$/\1/p' "$lint/compile_commands.json" |
        grep -vF "$build/" | sort -u >"$lint/sources"
}

# The sources, those that changed last first: what is not committed, then as git tells it. A changed
# header stands for the source of its name.
changed_last() {
    {
        git -C "$root" diff --name-only HEAD
        git -C "$root" log --format= --name-only --diff-filter=AMR
    } | sed 's/\.hpp$/.cpp/' | awk -v root="$root/" '
        NR == FNR { known[$0] = 1; next }
        { file = root $0 }
        known[file] && !seen[file]++ { print file }' "$lint/sources" -
}

# tidy_one FILE: fails with what clang-tidy says; a file that the time does not suffice for is passed over.
tidy_one() {
    local said status=0 left=$((tidy_until - $(date +%s)))
    [ "$left" -gt 0 ] || return 0
    # GCC's options that clang does not know are no fault of the source.
    said=$(timeout "$left" clang-tidy-14 -p "$lint" --quiet --extra-arg=-Wno-unknown-warning-option \
        --extra-arg=-Wno-ignored-optimization-argument "$1" 2>"$lint/stderr.$$") || status=$?
    [ "$status" -ne 124 ] || return 0
    echo "$1" >>"$lint/looked-at"
    [ "$status" -eq 0 ] && return
    printf '%s\n' "$said"
    [ -n "$said" ] || cat "$lint/stderr.$$"
    return 1
}
export -f tidy_one

# tidy MINUTES: the files of standard input, in that order, for so long at most.
tidy() {
    export tidy_until=$(($(date +%s) + $1 * 60))
    local failed=0
    : >"$lint/looked-at"
    tr '\n' '\0' | xargs -0 -n 1 -P "$(nproc)" bash -c 'tidy_one "$1"' tidy || failed=1
    rm -f "$lint"/stderr.*
    say "clang-tidy looked at $(wc -l <"$lint/looked-at") of $(wc -l <"$lint/sources") files"
    return "$failed"
}

check_changed_last() {
    local minutes=${TIDY_MINUTES:-8}
    say "clang-tidy on the files that changed last, $minutes minutes at most"
    configure_lint
    changed_last | tidy "$minutes"
}

lint_all() {
    install_build_tools
    install catch2 clang-format-14 clang-tidy-14
    check_format
    say "clang-tidy on every file"
    configure_lint
    tidy 600 <"$lint/sources"
}
