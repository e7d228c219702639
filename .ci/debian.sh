#!/usr/bin/env bash
# Runs a command on a clone of this repository inside another Debian release, made by debootstrap once and kept.
# Usage: .ci/debian.sh trixie "make test-process"
set -eu
release=$1
command=$2
[ "$(id -u)" = 0 ] || { echo "debootstrap needs root" >&2; exit 1; }
here=$(cd "$(dirname "$0")/.." && pwd)
box=${MATRIX:-/var/tmp/community3d-matrix}/$release
log=$(mktemp)
if [ ! -e "$box/ready" ]; then
    rm -rf "$box"
    mkdir -p "$box"
    script=()
    [ "$release" != forky ] || script=("" /usr/share/debootstrap/scripts/sid)
    debootstrap --variant=minbase "$release" "$box" "${script[@]}" > "$log" 2>&1 || { tail -n 20 "$log" >&2; exit 1; }
    touch "$box/ready"
fi
# A mirror's copy of testing may be older than the week for which its index is signed.
[ "$release" != forky ] || echo 'Acquire::Check-Valid-Until "false";' > "$box/etc/apt/apt.conf.d/90old-index"
# The machine's way to the package registries is also the box's.
cp -L /etc/resolv.conf /etc/hosts "$box/etc/" 2> /dev/null || true
mkdir -p "$box/etc/ssl"
trust=/etc/ssl/machine-certificates.crt
cp -L /etc/ssl/certs/ca-certificates.crt "$box$trust"
for settings in /etc/pip.conf /etc/apt/apt.conf.d/*proxy*; do
    [ ! -e "$settings" ] || { mkdir -p "$box$(dirname "$settings")"; cp -L "$settings" "$box$settings"; }
done
mounted=()
leave() {
    for folder in "${mounted[@]}"; do umount -l "$box/$folder" 2> /dev/null || true; done
    rm -f "$log"
}
trap leave EXIT
for folder in proc sys dev dev/shm; do
    mountpoint -q "$box/$folder" || { mount --bind "/$folder" "$box/$folder" && mounted=("$folder" "${mounted[@]}"); }
done
rm -rf "$box/community3d"
git clone -q "$here" "$box/community3d"
if [ -d "$here/../shared/data" ]; then
    mkdir -p "$box/shared/data"
    mountpoint -q "$box/shared/data" || { mount --bind "$here/../shared/data" "$box/shared/data" && mounted=(shared/data "${mounted[@]}"); }
fi
chroot "$box" env PIP_CERT="$trust" SSL_CERT_FILE="$trust" REQUESTS_CA_BUNDLE="$trust" DEBIAN_FRONTEND=noninteractive bash -euc "
    if ! command -v make > /dev/null; then
        apt-get -qq update
        apt-get -qq install -y --no-install-recommends make ca-certificates git > /dev/null
    fi
    cd /community3d
    $command"
