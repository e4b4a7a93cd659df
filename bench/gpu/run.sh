#!/bin/sh
# Runs the packed GPU benchmark: sh run.sh [--sizes 640,768] [--runs 20] [--json FILE] [--allow-software]
# Joins and unpacks everything in a temporary folder (about 350 MB), which goes at the end.
set -eu
PATH="${PATH:-/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin}"
export PATH
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/matte-gpu.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

cp -r "$here/lib/." "$work"
for first in "$here"/pieces/*.000; do
  name=$(basename "$first" .000)
  case "$name" in
    *.gz) cat "$here/pieces/$name".* | gzip -d >"$work/${name%.gz}" ;;
    *) cat "$here/pieces/$name".* >"$work/models/$name" ;;
  esac
done
mkdir -p "$work/webgpu/dist/linux-x64" "$work/libraries"
mv "$work/dawn.node" "$work/webgpu/dist/linux-x64/"
chmod +x "$work/node"

# Only what this machine has not: its own libraries fit its GPU driver better than ours.
for path in "$here"/libraries/*; do
  name=$(basename "$path")
  found=
  for folder in /lib/x86_64-linux-gnu /usr/lib/x86_64-linux-gnu /lib64 /usr/lib64 /lib /usr/lib /usr/local/lib; do
    if [ -e "$folder/$name" ]; then found=yes; fi
  done
  if [ -z "$found" ]; then cp "$path" "$work/libraries/"; fi
done
LD_LIBRARY_PATH="$work/libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export LD_LIBRARY_PATH

"$work/node" "$work/bench/gpu/packed.mjs" "$@"
