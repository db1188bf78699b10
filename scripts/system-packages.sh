#!/usr/bin/env bash
# Installs the Debian packages that pip cannot bring.
#
#   scripts/system-packages.sh run     what the recorder and the receiver need
#   scripts/system-packages.sh test    what the tests start beside it
#   scripts/system-packages.sh bench   and what the benchmarks are measured against
#   scripts/system-packages.sh engines or the servers of the receiver's other engines
#
# Does nothing where everything is there. Ends with 1 only if something is missing without which
# nothing works and it may not install it; whatever else is missing is named, and work goes on.
set -euo pipefail

# One package a word; where its name differs between releases: this|or-this.
ESSENTIAL=(
    python3-venv                      # makes the virtual environment
    libportaudio2                     # sound in; the wheel brings none for Linux
)
WINDOW=(
    libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 'libglib2.0-0|libglib2.0-0t64'
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0
    libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0
    fonts-dejavu-core                 # without any font all text is boxes
)
TESTS=(
    ffmpeg                            # a second opinion on the media files
    pulseaudio pulseaudio-utils libasound2-plugins libasound2-data sox    # a microphone of air
    xvfb xauth xdotool x11-apps imagemagick dbus-x11 trayer               # a screen of air
    at-spi2-core                      # a screen reader's way into the window
    'chromium|chromium-browser'
    curl jq strace
)
PEERS=(nginx-light caddy nodejs npm)
SERVERS=(postgresql redis-server)

profile=${1:-run}
case $profile in
    run) wanted=("${ESSENTIAL[@]}" "${WINDOW[@]}") ;;
    test) wanted=("${ESSENTIAL[@]}" "${WINDOW[@]}" "${TESTS[@]}") ;;
    bench) wanted=("${ESSENTIAL[@]}" "${WINDOW[@]}" "${TESTS[@]}" "${PEERS[@]}") ;;
    engines) wanted=("${ESSENTIAL[@]}" "${WINDOW[@]}" "${TESTS[@]}" "${SERVERS[@]}") ;;
    *)
        echo "usage: $0 [run|test|bench|engines]" >&2
        exit 2
        ;;
esac

# Those of the wanted packages, under all their names, that are installed: " a b c ".
installed() {
    local names
    read -ra names <<<"${wanted[*]//|/ }"
    dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${names[@]}" 2>/dev/null |
        sed -n 's/^installed //p' | tr '\n' ' ' || true
}

# What counts is the ability, not the package: Python may come from elsewhere.
is_there_anyway() {
    case $1 in
        nodejs) command -v node >/dev/null ;;
        npm) command -v npm >/dev/null ;;
        python3-venv) python3 -c 'import ensurepip, venv' 2>/dev/null ;;
        libportaudio2) { /sbin/ldconfig -p 2>/dev/null || true; } | grep -q 'libportaudio\.so\.2' ;;
        *) return 1 ;;
    esac
}

find_missing() {
    local have entry name
    have=" $(installed)"
    missing=()
    for entry in "${wanted[@]}"; do
        for name in ${entry//|/ }; do
            [[ $have == *" $name "* ]] && continue 2
        done
        is_there_anyway "$entry" || missing+=("$entry")
    done
}

# How apt-get may be run here, or nothing.
find_apt() {
    apt=()
    command -v apt-get >/dev/null || return 0
    if ((EUID == 0)); then
        apt=(env)
    elif command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
        apt=(sudo env)
    fi
    ((${#apt[@]} == 0)) || apt+=(
        DEBIAN_FRONTEND=noninteractive apt-get -qq
        -o DPkg::Lock::Timeout=120 -o Acquire::Retries=1 -o Acquire::http::Timeout=30
    )
}

install_missing() {
    local entry name names=()
    echo "Installing ${#missing[@]} system packages: ${missing[*]%%|*}"
    "${apt[@]}" update >/dev/null || echo "apt-get update failed; trying with what is known." >&2
    for entry in "${missing[@]}"; do
        for name in ${entry//|/ }; do
            # An unknown name would make apt-get refuse all the others.
            if apt-cache show "$name" >/dev/null 2>&1; then
                names+=("$name")
                break
            fi
        done
    done
    ((${#names[@]} == 0)) && return
    "${apt[@]}" install -y --no-install-recommends "${names[@]}" >/dev/null ||
        echo "apt-get could not install everything." >&2
}

still_missing_of() {
    local entry
    for entry in "$@"; do
        [[ " ${missing[*]} " == *" $entry "* ]] && printf ' %s' "${entry%%|*}"
    done
    return 0
}

if ! command -v dpkg-query >/dev/null; then
    echo "Not a Debian-like system, so only the essential of its packages is looked for; should the" \
        "window not open, install Qt's X11 libraries and a font." >&2
    [[ $(uname) == Linux ]] || exit 0
    wanted=("${ESSENTIAL[@]}")
fi

find_missing
((${#missing[@]} == 0)) && exit 0

find_apt
if ((${#apt[@]} > 0)); then
    install_missing
    find_missing
fi

tests=$(still_missing_of "${TESTS[@]}")
window=$(still_missing_of "${WINDOW[@]}")
essential=$(still_missing_of "${ESSENTIAL[@]}")
servers=$(still_missing_of "${SERVERS[@]}")
[[ $profile != engines || -z $servers ]] ||
    echo "Not installed, so the tests of other engines are skipped:$servers" >&2
[[ -z $tests ]] || echo "Not installed, so the tests that need it are skipped:$tests" >&2
[[ -z $window ]] || echo "Not installed, so the window may not open (commands work):$window" >&2
[[ -z $essential ]] && exit 0
echo "Missing, and not installable by this user:$essential. Ask an administrator to install it" \
    "(Debian: apt-get install$essential), then try again." >&2
exit 1
