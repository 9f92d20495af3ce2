# Sourced by the scripts of the tests: finds a Chromium with its driver, or installs both where that is allowed.

# Exports $CONFLUENCE_DOCTOR_BROWSER and $CONFLUENCE_DOCTOR_BROWSER_DRIVER for the tests of the console. Where there is no
# browser, $CONFLUENCE_DOCTOR_NO_BROWSER tells why, and they are skipped; in CI that is a failure.
find_browser() {
    export CONFLUENCE_DOCTOR_BROWSER CONFLUENCE_DOCTOR_BROWSER_DRIVER CONFLUENCE_DOCTOR_NO_BROWSER=
    if choose_browser; then return; fi
    if ! command -v apt-get >/dev/null; then
        CONFLUENCE_DOCTOR_NO_BROWSER="there is no Chromium with chromedriver on the PATH, and no apt-get to install them with"
    elif [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
        CONFLUENCE_DOCTOR_NO_BROWSER="there is no Chromium; please run: sudo apt-get install -y chromium chromium-driver"
    elif ! (install_packages chromium chromium-driver fonts-dejavu-core) || ! choose_browser; then
        CONFLUENCE_DOCTOR_NO_BROWSER="chromium and chromium-driver could not be installed"
    fi
    if [ -n "$CONFLUENCE_DOCTOR_NO_BROWSER" ] && [ -n "${CI:-}" ]; then
        fail "the console's tests need a browser: $CONFLUENCE_DOCTOR_NO_BROWSER"
    fi
}

choose_browser() {
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        CONFLUENCE_DOCTOR_BROWSER=${CONFLUENCE_DOCTOR_BROWSER:-$(command -v "$name" || true)}
    done
    CONFLUENCE_DOCTOR_BROWSER_DRIVER=${CONFLUENCE_DOCTOR_BROWSER_DRIVER:-$(command -v chromedriver || true)}
    [ -x "$CONFLUENCE_DOCTOR_BROWSER" ] && [ -x "$CONFLUENCE_DOCTOR_BROWSER_DRIVER" ]
}
