# Sourced by the other scripts: finds a Python, and keeps virtual environments with pinned packages.

# shellcheck source=scripts/setup-toolchain.bash
source "$(dirname "${BASH_SOURCE[0]}")/setup-toolchain.bash"

# shellcheck disable=SC2034 # Read by the scripts that source this one.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/confluence-doctor

# Prints the version of a Python that can make virtual environments and is 3.12 or later; else fails.
usable_version() {
    "$1" -c 'import sys, ensurepip, ssl, venv
if sys.version_info < (3, 12): sys.exit(1)
print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

# Every Python on the PATH, of pyenv and of uv, one path a line.
python_candidates() {
    local name folder
    for name in python3.12 python3.13 python3.14 python3 python; do
        type -aP "$name" || true
    done
    for folder in "$(pyenv root 2>/dev/null || true)" "${PYENV_ROOT:-$HOME/.pyenv}"; do
        if [ -n "$folder" ]; then
            printf '%s\n' "$folder"/versions/*/bin/python3
        fi
    done
    uv python find --no-python-downloads '>=3.12' 2>/dev/null || true
}

# Sets `python` to the best Python there is, or fails: 3.12 and 3.13 come first, as fewer packages are built for later ones.
choose_python() {
    local candidate version wanted
    local found=()
    while IFS= read -r candidate; do
        if [ -x "$candidate" ] && version=$(usable_version "$candidate"); then
            found+=("$version $candidate")
        fi
    done < <(python_candidates)
    for wanted in '3.12 ' '3.13 ' '3.'; do
        for candidate in "${found[@]}"; do
            if [[ $candidate == "$wanted"* ]]; then
                python=${candidate#* }
                return
            fi
        done
    done
    return 1
}

# Debian keeps venv in a package of its own; true where only that is missing.
lacks_only_venv() {
    command -v apt-get >/dev/null && /usr/bin/python3 -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null
}

find_python() {
    if [ -n "${CONFLUENCE_DOCTOR_PYTHON:-}" ]; then
        usable_version "$CONFLUENCE_DOCTOR_PYTHON" >/dev/null ||
            fail "CONFLUENCE_DOCTOR_PYTHON names $CONFLUENCE_DOCTOR_PYTHON, which is not a Python 3.12 or later with venv"
        python=$CONFLUENCE_DOCTOR_PYTHON
        return
    fi
    if choose_python; then return; fi
    if lacks_only_venv; then
        install_packages python3-venv
        if choose_python; then return; fi
    fi
    fail "no Python 3.12 or later that can make virtual environments (elitea-sdk does not import on 3.11). One way to get it:
  Debian 13, Ubuntu 24.04 or later:  apt-get install python3-venv
  Debian 12 and others:              pyenv install 3.12     or     uv python install 3.12
A Python elsewhere can be named in the variable CONFLUENCE_DOCTOR_PYTHON."
}

# Makes the virtual environment FOLDER hold exactly the packages of REQUIREMENTS; further arguments are pip's.
# Where `template` names a prepared environment, its files are shared, and only what differs is fetched.
# Sets `prepared` to yes where there was something to do.
prepare_environment() {
    local folder=$1 requirements=$2
    shift 2
    prepared=no
    # The list that was installed is kept in the environment; it is written last, so that half an environment is made anew.
    if cmp -s "$requirements" "$folder/requirements.txt" && "$folder/bin/python" -c '' 2>/dev/null; then
        return
    fi
    find_python
    say "making a virtual environment of $python ($("$python" -V)) in $folder"
    share_template "$folder" || "$python" -m venv --clear "$folder"
    say "installing what ${requirements#"$root/"} lists, with pip"
    "$folder/bin/python" -m pip install --disable-pip-version-check --quiet "$@" --requirement "$requirements" >&2 ||
        fail "pip could not install ${requirements#"$root/"}; its words are above. Is the package index reachable?"
    remove_others "$folder" "$requirements"
    cp "$requirements" "$folder/requirements.txt"
    # shellcheck disable=SC2034 # Read by the scripts that source this one.
    prepared=yes
}

# Makes FOLDER of the packages of `template`, by links to its files: pip replaces files and never writes into them.
share_template() {
    local folder=$1
    [ -n "${template:-}" ] && [ -f "$template/requirements.txt" ] || return 1
    # Packages built for another Python would not load.
    [ "$("$template/bin/python" -V 2>/dev/null)" = "$("$python" -V)" ] || return 1
    rm -rf "$folder"
    mkdir -p "$folder"
    cp -al "$template/lib" "$folder/lib" && "$python" -m venv --without-pip "$folder"
}

# Uninstalls from FOLDER what came from `template` and is not in REQUIREMENTS.
remove_others() {
    local others
    others=$(comm -23 <("$1/bin/python" -m pip freeze | package_names) <(package_names <"$2"))
    if [ -n "$others" ]; then
        # shellcheck disable=SC2086 # One word for each package.
        "$1/bin/python" -m pip uninstall --quiet --yes $others
    fi
}

# The names of the packages in a list of pip's, in one way of writing, sorted.
package_names() {
    sed -n 's/==.*//p' | tr 'A-Z_.' 'a-z--' | sort -u
}
