#!/usr/bin/env bash
# Makes a virtual environment with Holdfast installed in place, or brings it up to date.
#
#   scripts/venv.sh FOLDER app|dev [PYTHON]
#
# `app` is what the demo and the app need, `dev` also what the tests need. A stamp in the folder
# says what it was made from, so that nothing happens until pyproject.toml or the Python changes.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$1
profile=$2
case $profile in
    app) extras=desktop,server ;;
    dev) extras=desktop,server,dev ;;
    *)
        echo "usage: $0 FOLDER app|dev [PYTHON]" >&2
        exit 2
        ;;
esac

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# The newest of all `python3` on PATH; of equals the first.
newest_python() {
    local candidate
    { type -ap python3 || true; } | awk '!seen[$0]++' | while read -r candidate; do
        is_new_enough "$candidate" || continue
        "$candidate" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3], sys.argv[1])' "$candidate"
    done | sort -s -t. -k1,1nr -k2,2nr -k3,3nr | awk 'NR == 1 { print $2 }'
}

stamp_text() {
    echo "made in $PWD from pyproject.toml $(sha256sum <pyproject.toml | cut -d' ' -f1) for"
}

stamp=$folder/.holdfast-installed
# A folder made for development has all that the app needs.
is_up_to_date() {
    [[ -x $folder/bin/holdfast && -f $stamp ]] && "$folder/bin/python" -c '' 2>/dev/null || return 1
    local made_for
    made_for=$(cat "$stamp")
    [[ $made_for == "$(stamp_text) dev" || $made_for == "$(stamp_text) $profile" ]]
}

is_up_to_date && exit 0

if ! "$folder/bin/python" -c '' 2>/dev/null || ! is_new_enough "$folder/bin/python"; then
    python=${3:-$(newest_python)}
    if [[ -z $python ]] || ! is_new_enough "$python"; then
        echo "Holdfast needs Python 3.11 or newer; python3 here is" \
            "$(python3 --version 2>/dev/null || echo missing)." \
            "Install a newer Python, put it first on PATH as python3 and try again." >&2
        exit 1
    fi
    echo "Making $folder with $("$python" --version)"
    if ! "$python" -m venv --clear "$folder"; then
        echo "$python cannot make virtual environments." \
            "Install its venv module (on Debian: python3-venv) and try again." >&2
        exit 1
    fi
fi

echo "Installing Holdfast's Python packages into $folder (a few hundred MB the first time)"
rm -f "$stamp"
if ! "$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
    --editable ".[$extras]"; then
    echo "The Python packages could not be installed (see above; is there a network?)." \
        "Nothing outside $folder was changed; try again." >&2
    exit 1
fi
# So that no command writes here later, whoever runs it.
"$folder/bin/python" -m compileall -q holdfast desktop uploader server resources
echo "$(stamp_text) $profile" >"$stamp"
