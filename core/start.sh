#!/usr/bin/env bash
# Makes the demonstration ward (Ba Hàng, with its register of seven months) and opens the whole
# room on this machine: core, kiosk, board, two counters, a ticket printer that prints pictures.
# The second run is quick: what is there is used.
#
#   LISTEN=0.0.0.0:8080 bash core/start.sh     lets other machines of the LAN in
#   KIOSK_PORT=9081 bash core/start.sh         another port: CORE_PORT, KIOSK_PORT, COUNTER1_PORT,
#                                              COUNTER2_PORT, BOARD_PORT, PAPERS_PORT, PRINTER_PORT

source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
source "$root/core/room.sh"

install_build_tools
install_page_tools
install espeak-ng # speaks the demonstration's calls; an office records its own
testing=OFF       # a build folder that has the tests keeps them
grep -qs '^BUILD_TESTING:BOOL=ON' "$build/CMakeCache.txt" && testing=ON
build "$testing" motcua-core motcua-kiosk motcua-counter motcua-print motcua-scan \
    motcua-emulated-printer web

core=$build/core/motcua-core
data=$root/core/demo
ward=$build/demo/ward.db
if [ ! -e "$ward" ]; then
    say "making the demonstration ward"
    mkdir -p "$build/demo"
    unfinished=$ward.unfinished
    rm -f "$unfinished"*
    "$core" init --db "$unfinished" --office "$data/office.toml" \
        --calendar "$data/calendar.csv" --catalogue "$data/procedures.csv"
    "$core" import register "$data/register.csv" --db "$unfinished"
    rm -f "$unfinished"-*
    mv "$unfinished" "$ward"
fi

say "the ward's report of 01/01–31/07/2023"
"$core" report --db "$ward" --from 2023-01-01 --to 2023-07-31

open_room
