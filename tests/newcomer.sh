#!/usr/bin/env bash
# Run by tests/bare.sh within a bare Debian 12, as root with an empty environment: clones motcua and
# tries the commands given, core/start.sh and tests/run.sh. Says of each whether it did its work.

set -uo pipefail
umask 077
clone="/root/nhà một cửa/motcua"
failures=0

verdict() { # COMMAND WHAT-HAPPENED SECONDS
    printf '== bare: %s %s, after %d min %02d s\n' "$1" "$2" $(($3 / 60)) $(($3 % 60))
}

# Other programs of a newcomer's machine.
take_ports() {
    perl -MIO::Socket::INET -e '
        my @taken = map {
            IO::Socket::INET->new(LocalAddr => "127.0.0.1", LocalPort => $_, Listen => 1)
        } 8080 .. 8090;
        sleep' &
}

# answers ADDRESS: whether an HTTP request is answered with 200.
answers() {
    local rest=${1#http://}
    local place=${rest%%/*} status=
    exec 3<>"/dev/tcp/${place%:*}/${place##*:}" || return
    printf 'GET /%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "${rest#*/}" "$place" >&3
    read -r -t 10 status <&3
    exec 3>&-
    [[ $status == *' 200 '* ]]
}

# The room is opened, each address that it names is asked for, and it is closed as Ctrl+C does.
try_start() {
    local log=/root/start.log started=$SECONDS address failed=
    bash core/start.sh >"$log" 2>&1 &
    local room=$!
    until grep -q 'the room is open' "$log"; do
        kill -0 "$room" 2>/dev/null || break
        sleep 1
    done
    if ! kill -0 "$room" 2>/dev/null; then
        tail -n 40 "$log"
        verdict core/start.sh "FAILED: no room was opened" $((SECONDS - started))
        return 1
    fi
    local opened=$((SECONDS - started))
    sleep 3 # the rest of its text; every program still runs then
    sed -n '/taken/p; /the room is open/,$p' "$log"
    for address in $(grep -o 'http://[0-9.]*:[0-9]*/[a-z/.]*' "$log" | sort -u); do
        answers "$address" || failed+=" $address"
    done
    kill -TERM "$room"
    wait "$room" || failed+=" (exit status $?)"
    if [ -n "$failed" ]; then
        verdict core/start.sh "FAILED: no answer of$failed" "$opened"
        return 1
    fi
    verdict core/start.sh "opened the room, every address answers" "$opened"
}

try_tests() {
    local started=$SECONDS
    if bash tests/run.sh 2>&1 | tee /root/tests.log; then
        verdict tests/run.sh "passed" $((SECONDS - started))
    else
        verdict tests/run.sh "FAILED" $((SECONDS - started))
        return 1
    fi
}

git clone -q -c advice.detachedHead=false /root/motcua.bundle "$clone" && cd "$clone" || exit 1
take_ports
for command in "$@"; do
    case $command in
        core/start.sh) try_start ;;
        tests/run.sh) try_tests ;;
        *) bash -c "$command" && verdict "$command" "passed" "$SECONDS" ;;
    esac || failures=$((failures + 1))
done
exit $((failures > 0))
