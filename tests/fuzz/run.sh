#!/usr/bin/env bash
# Builds the fuzz targets with clang and lets each try for SECONDS_EACH (20) seconds, as many at a time
# as there are cores. A crash fails, and leaves its input in the build folder.

set -euo pipefail
folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=${1:-$folder/../../build/fuzz}
export SECONDS_EACH=${SECONDS_EACH:-20} folder

cmake -S "$folder" -B "$build" -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 >/dev/null
cmake --build "$build"
cd "$build"

try() {
    mkdir -p "corpus-$1"
    if "./fuzz_$1" -max_total_time="$SECONDS_EACH" -max_len=4096 -rss_limit_mb=1024 -timeout=10 \
        -verbosity=0 -print_final_stats=1 "corpus-$1" "$folder/seeds/$1" >"$1.log" 2>&1; then
        echo "== $1: $(sed -n 's/^stat::number_of_executed_units: *//p' "$1.log") inputs in $SECONDS_EACH s"
    else
        cat "$1.log"
        echo "== $1 FAILED: its input is in $PWD"
        return 1
    fi
}
export -f try

for source in "$folder"/*.cpp; do basename "$source" .cpp; done |
    xargs -P "$(nproc)" -I{} bash -c 'try {}'
