#!/usr/bin/env bash
# Installs the Debian packages named; elsewhere it says what is needed. Asks for nothing that is already there.
set -eu
if ! command -v apt-get > /dev/null; then
    echo "This is not Debian or Ubuntu. Install by hand: QGIS 3.22 or newer with its Python, and: $*" >&2
    exit 1
fi
missing=()
for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2> /dev/null | grep -q "install ok installed" || missing+=("$name")
done
# Node and Chromium may come from elsewhere.
keep=()
for name in "${missing[@]}"; do
    case "$name" in
        nodejs) command -v node > /dev/null || keep+=("$name") ;;
        chromium) command -v chromium > /dev/null || keep+=("$name") ;;
        *) keep+=("$name") ;;
    esac
done
[ ${#keep[@]} -gt 0 ] || exit 0
run=()
if [ "$(id -u)" != 0 ]; then
    command -v sudo > /dev/null || { echo "Run as root or install sudo; needed: ${keep[*]}" >&2; exit 1; }
    run=(sudo)
fi
echo "Installing: ${keep[*]}"
log=$(mktemp)
{ "${run[@]}" apt-get update && "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${keep[@]}"; } > "$log" 2>&1 \
    || { tail -n 30 "$log" >&2; echo "apt-get could not install: ${keep[*]}" >&2; exit 1; }
rm -f "$log"
