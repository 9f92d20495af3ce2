# Sourced by the other scripts: what the build needs, checked and, where that is allowed, installed.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The build folder lies outside the clone, so that a second clone on the same machine builds in a minute.
scratch=${CONFLUENCE_DOCTOR_SCRATCH:-${XDG_CACHE_HOME:-$HOME/.cache}/confluence-doctor/build}

say() { printf '\n==> %s\n' "$*" >&2; }
fail() {
    printf '\nerror: %s\n' "$*" >&2
    exit 3
}

require_swift() {
    command -v swift >/dev/null || fail "no Swift toolchain on the PATH; Swift 6.2 or later is needed, see https://www.swift.org/install/linux/"
    local version
    version=$(swift --version 2>/dev/null | grep -oE 'Swift version [0-9]+\.[0-9]+' | grep -oE '[0-9]+\.[0-9]+' | head -n 1)
    case $version in
        6.[2-9] | 6.[1-9][0-9] | [7-9].* | [1-9][0-9].*) ;;
        *) fail "Swift ${version:-of an unknown version} is too old: 6.2 or later is needed, see https://www.swift.org/install/linux/" ;;
    esac
}

# Installs Debian packages, as root or through sudo; says what to type where neither is possible.
install_packages() {
    command -v apt-get >/dev/null || fail "missing: $*; this machine has no apt-get, please install them its own way"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || fail "missing: $*; please run: sudo apt-get install -y $*"
        as_root=(sudo -n)
    fi
    say "installing $*"
    if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >&2; }; then
        fail "could not install $*; please run: apt-get install -y $*"
    fi
}

require_sqlite() {
    printf '#include <sqlite3.h>\n' | cc -E -x c - >/dev/null 2>&1 ||
        printf '#include <sqlite3.h>\n' | clang -E -x c - >/dev/null 2>&1 ||
        install_packages libsqlite3-dev
}

# Builds with the progress shown; the arguments are those of `swift build`.
build() {
    mkdir -p "$scratch"
    swift build --package-path "$root" --scratch-path "$scratch" "$@"
}

binary() {
    printf '%s/confluence-doctor' "$(swift build --package-path "$root" --scratch-path "$scratch" --show-bin-path)"
}
