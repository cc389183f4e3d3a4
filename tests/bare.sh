# Sourced by tests/run.sh: both commands of the README on a Debian 12 that has only git. A machine with
# more installed hides what core/setup.sh forgets, and a path without blanks what a script forgets to quote.

# Removes the file system when all went well; otherwise it stays, so that somebody can look.
end_bare() {
    local status=$?
    trap - EXIT
    if [ "$status" -eq 0 ]; then
        rm -rf --one-file-system "$bare"
    else
        echo "what was tried is in $bare (chroot $bare), its logs in $bare/root/*.log" >&2
    fi
    exit "$status"
}

make_bare() {
    say "making a bare Debian 12 in $bare"
    debootstrap --variant=minbase --include=git,ca-certificates bookworm "$bare" \
        ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$bare.log" 2>&1 || {
        tail -n 20 "$bare.log" >&2
        return 1
    }
    rm -f "$bare.log"
    chmod 0700 "$bare/root"
    # What Debian's installer writes, and debootstrap does not.
    cp /etc/resolv.conf "$bare/etc/resolv.conf"
    printf '127.0.0.1 localhost\n' >"$bare/etc/hosts"
    chmod 0644 "$bare/etc/resolv.conf" "$bare/etc/hosts"
    # A network may have certificates of its own, which a bare Debian does not know.
    [ -z "${NODE_EXTRA_CA_CERTS-}" ] || cp "$NODE_EXTRA_CA_CERTS" "$bare/root/network.crt"
    git -C "$root" bundle create -q "$bare/root/motcua.bundle" HEAD
    cp "$root/tests/newcomer.sh" "$bare/root/newcomer.sh"
}

# Mounts and processes are of namespaces that end with it. Nothing but SIGKILL ends it early: unshare
# passes over the signals of Ctrl+C, and the first process of a namespace does as well.
in_bare() {
    # shellcheck disable=SC2016
    unshare --mount --pid --fork --kill-child bash -c '
        set -eu
        bare=$1 cache=$2
        shift 2
        mount -t proc proc "$bare/proc"
        mount --rbind /sys "$bare/sys"
        mount --rbind /dev "$bare/dev"
        if [ -n "$cache" ]; then
            mkdir -p "$bare/root/.cache/ccache"
            mount --bind "$cache" "$bare/root/.cache/ccache"
        fi
        exec chroot "$bare" /usr/bin/env -i "$@"' \
        in_bare "$bare" "${BARE_CCACHE-}" \
        HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS=/root/network.crt} \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        ${BARE_CCACHE:+CCACHE_BASEDIR=/root CCACHE_NOHASHDIR=1} \
        bash /root/newcomer.sh "$@" &
    inside=$!
    wait "$inside"
}

run_bare() {
    [ "$(id -u)" -eq 0 ] || {
        echo "--bare makes a root file system: run it as root" >&2
        exit 1
    }
    install debootstrap
    [ -z "$(git -C "$root" status --porcelain)" ] || say "what is not committed is not tried"
    bare=$(mktemp -d /var/tmp/motcua-bare.XXXXXX)
    chmod 0755 "$bare" # as the root folder of a machine is
    trap end_bare EXIT
    trap 'kill -KILL ${inside-} 2>/dev/null; exit 1' INT TERM
    make_bare
    # shellcheck disable=SC2086
    in_bare ${BARE_COMMANDS-core/start.sh tests/run.sh}
}
