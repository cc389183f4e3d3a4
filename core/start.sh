#!/usr/bin/env bash
# Makes the demonstration ward (Ba Hàng, with its register of seven months), shows the report of its
# period and serves it. The second run is quick: what is there is used.

source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_build_tools
testing=OFF # a build folder that has the tests keeps them
grep -qs '^BUILD_TESTING:BOOL=ON' "$build/CMakeCache.txt" && testing=ON
build "$testing" motcua-core motcua-print motcua-scan

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

listen=${LISTEN:-127.0.0.1:8080}
cat <<TEXT

== the ward's books: $ward
Ask them yourself, for example:
  $core report --db $ward --from 2023-01-01 --to 2023-07-31 --by field
  $core due --db $ward --procedure 1.004873 --received 2023-04-28T16:00 --explain
  $core user add lan --role officer --db $ward        (beside the running server)

== the server of the room, until Ctrl+C. Open in another terminal or a browser:
  http://$listen/api/v1/procedures?q=khai+sinh        the posting board
  http://$listen/healthz                              live and ready
  http://$listen/api/openapi.json                     every route
LISTEN=0.0.0.0:8080 bash core/start.sh serves the LAN. The first start prints the administrator's log-in:
TEXT
exec "$core" serve --db "$ward" --listen "$listen"
