# Sourced by core/start.sh: the demonstration's programs, from the first to Ctrl+C.

room=$build/demo
programs=() # process ids, in the order of their start
ports=()    # those that the room has chosen so far

is_taken() { # PORT
    [[ " ${ports[*]-} " == *" $1 "* ]] || (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# choose_port VARIABLE DEFAULT WHAT: leaves a free port in the variable. One that was set is kept to;
# for a default that another program has, the next free one from 8091 on is taken, and said.
choose_port() {
    local -n chosen=$1
    local wished=${chosen:-$2} free=8091
    if is_taken "$wished"; then
        while is_taken "$free"; do free=$((free + 1)); done
        if [ -n "${chosen-}" ]; then
            echo "Port $wished for $3 is taken: set $1 to a free one, for example $1=$free" >&2
            exit 1
        fi
        say "port $wished is taken: $3 takes $free ($1=PORT sets another)"
        wished=$free
    fi
    chosen=$wished
    ports+=("$chosen")
}

# LISTEN=ADDRESS:PORT sets the core's; whatever the address, the room's own programs ask at 127.0.0.1.
choose_ports() {
    local listen_port=
    [[ ${LISTEN-} != *:* ]] || listen_port=${LISTEN##*:}
    CORE_PORT=${CORE_PORT:-$listen_port}
    choose_port CORE_PORT 8080 "the core"
    choose_port KIOSK_PORT 8081 "the kiosk"
    choose_port COUNTER1_PORT 8082 "counter 1"
    choose_port COUNTER2_PORT 8083 "counter 2"
    choose_port BOARD_PORT 8084 "the board"
    choose_port PAPERS_PORT 8090 "the page of printed papers"
    choose_port PRINTER_PORT 9100 "the ticket printer"
    local address=${LISTEN:-127.0.0.1}
    listen=${address%:*}:$CORE_PORT
    core_url=http://127.0.0.1:$CORE_PORT
}

close_room() {
    trap - EXIT
    for ((k = ${#programs[@]} - 1; k >= 0; --k)); do kill "${programs[k]}" 2>/dev/null || true; done
    wait || true
}

# start NAME COMMAND...: in the background, until it says that it listens.
start() {
    local name=$1 log=$room/$1.log tries
    shift
    : >"$log"
    "$@" >"$log" 2>&1 &
    programs+=($!)
    for ((tries = 0; tries < 300; ++tries)); do
        grep -q 'listening on' "$log" && return
        kill -0 $! 2>/dev/null || break
        sleep 0.1
    done
    echo "$name does not start; it says:" >&2
    tail -n 5 "$log" >&2
    exit 1
}

# log_in LOGIN ROLE NAME: makes the user, or a new password for him; prints it.
log_in() {
    { "$core" user add "$1" --db "$ward" --role "$2" --name "$3" --format json 2>/dev/null ||
        "$core" user password "$1" --db "$ward" --format json; } |
        sed 's/.*"password":"\([^"]*\)".*/\1/'
}

# device FOLDER KIND NAME: the option that enrols it, at its first start.
device() {
    [ -e "$room/$1/device.json" ] && return
    "$core" device enrol --db "$ward" --kind "$2" --name "$3" --format json |
        sed 's/.*"code":"\([^"]*\)".*/--enrol=\1/'
}

start_counter() { # NUMBER PORT
    local folder=counter-$1
    mkdir -p "$room/$folder/scans" "$room/$folder/papers"
    # shellcheck disable=SC2046
    start "$folder" "$build/counter/motcua-counter" --core "$core_url" --data "$room/$folder" \
        --counter "$1" --listen "127.0.0.1:$2" --web "$build/web" \
        --sheet-printer "file:$room/$folder/papers" --scan-folder "$room/$folder/scans" \
        $(device "$folder" counter "Quầy $1")
}

open_room() {
    say "opening the room"
    choose_ports
    trap close_room EXIT
    trap 'exit 0' INT TERM
    mkdir -p "$room/backups" "$room/tickets"
    [ -e "$room/sounds" ] || node "$root/kiosk/web/sounds.mjs" "$room/sounds"
    printf '[web]\nfolder = "%s"\nsounds = "%s"\n[backup]\nfolder = "%s"\n' \
        "$build/web" "$room/sounds" "$room/backups" >"$room/core.toml"
    local lan minh hoa chutich quantri
    lan=$(log_in lan officer "Nguyễn Thị Lan")
    minh=$(log_in minh officer "Trần Văn Minh")
    hoa=$(log_in hoa specialist "Lê Thị Hoà")
    chutich=$(log_in chutich chairman "Phạm Văn Đức")
    quantri=$(log_in quantri admin "Vũ Thị Hạnh")
    start core "$core" serve --db "$ward" --listen "$listen" --config "$room/core.toml"
    start printer "$build/tests/motcua-emulated-printer" "$room/tickets" "$PRINTER_PORT" --show "$PAPERS_PORT" \
        --with "Quầy 1 (counter 1)=$room/counter-1/papers" \
        --with "Quầy 2 (counter 2)=$room/counter-2/papers"
    # shellcheck disable=SC2046
    start kiosk "$build/kiosk/motcua-kiosk" --core "$core_url" --data "$room/kiosk" \
        --listen "127.0.0.1:$KIOSK_PORT" --web "$build/web" --sounds "$room/sounds" \
        --printer "tcp:127.0.0.1:$PRINTER_PORT" $(device kiosk kiosk "Cửa vào")
    # shellcheck disable=SC2046
    start board "$build/kiosk/motcua-kiosk" --board --core "$core_url" --data "$room/board" \
        --listen "127.0.0.1:$BOARD_PORT" --web "$build/web" --sounds "$room/sounds" \
        $(device board board "Phòng chờ")
    start_counter 1 "$COUNTER1_PORT"
    start_counter 2 "$COUNTER2_PORT"
    cat <<TEXT

== the room is open until Ctrl+C. Open in a browser:
  kiosk           http://127.0.0.1:$KIOSK_PORT/kiosk/      touch a service: a ticket comes out of the printer
  printed papers  http://127.0.0.1:$PAPERS_PORT/            tickets and receipts, as pictures
  board           http://127.0.0.1:$BOARD_PORT/board/      numbers called and waiting; speaks the calls
  counter 1       http://127.0.0.1:$COUNTER1_PORT/counter/    lan        $lan
  counter 2       http://127.0.0.1:$COUNTER2_PORT/counter/    minh       $minh
  work list       $core_url/counter/    hoa        $hoa    (specialist)
  chairman        $core_url/office/     chutich    $chutich
  administrator   $core_url/office/     quantri    $quantri
  every route     $core_url/api/openapi.json
The passwords are new at each start. Scans: put a PDF or picture into $room/counter-1/scans
The ward's books: $ward, for example
  "$core" report --db "$ward" --from 2023-01-01 --to 2023-07-31 --by field
What each program says: $room/*.log
TEXT
    wait -n || true
    echo "a program of the room has ended; its log is in $room" >&2
    exit 1
}
