#!/usr/bin/env bash
# CLI11 (libcli11-dev 2.1.2+ds-1, Debian 12): ParseError::get_name() of an unexpected argument.
#
# Guess before running: get_name() names the kind of the error, as its documentation by example shows, so
# that a program can say each kind in its own language: RequiredError, ConversionError, ValidationError,
# ArgumentMismatch, ExtrasError.
# Seen: all of them do so but ExtrasError, whose name is the name of the program or of the subcommand that
# met the argument. So an unexpected argument can only be told by its C++ type or by its English text.
#
# Installs the pinned package into a temporary folder and compiles against it; exits 1 when it behaves
# otherwise one day. Needs g++ and apt's package lists.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder" # apt downloads as a user of its own
cd "$folder"
apt-get download libcli11-dev=2.1.2+ds-1 >/dev/null
dpkg -x libcli11-dev_*.deb package

cat >names.cpp <<'CPP'
#include <CLI/CLI.hpp>
#include <cstdio>
#include <vector>

static void show(std::vector<const char*> arguments) {
    CLI::App app("d", "program");
    auto* command = app.add_subcommand("make", "m");
    int days = 0;
    int copies = 0;
    command->add_option("--days", days, "d")->required()->check(CLI::Range(1, 9));
    command->add_option("--copies", copies, "c");
    app.require_subcommand(1);
    arguments.insert(arguments.begin(), "program");
    try {
        app.parse(static_cast<int>(arguments.size()), arguments.data());
        std::puts("no error");
    } catch (const CLI::ParseError& error) {
        const bool is_extras = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
        std::printf("%s%s\n", error.get_name().c_str(), is_extras ? " (ExtrasError)" : "");
    }
}

int main() {
    show({"make"});
    show({"make", "--days"});
    show({"make", "--days", "12"});
    show({"make", "--days", "3", "--copies", "soon"});
    show({"make", "--days", "3", "--unknown"});
    show({"--unknown", "make", "--days", "3"});
}
CPP
g++ -std=c++17 -isystem package/usr/include names.cpp -o names

expected='RequiredError
ArgumentMismatch
ValidationError
ConversionError
make (ExtrasError)
program (ExtrasError)'
seen=$(./names)
printf 'libcli11-dev 2.1.2+ds-1\n%s\n' "$seen"
[ "$seen" = "$expected" ] || {
    echo "it behaves otherwise now" >&2
    exit 1
}
