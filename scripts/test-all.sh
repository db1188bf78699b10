#!/usr/bin/env bash
# Runs the tests on every Python from 3.11 up that is found here, each in an environment of its
# own (.venv-3.x), and says at the end which ones ran. Arguments go to pytest.
set -uo pipefail
cd "$(dirname "$0")/.."

# A name on PATH may be a shim that only says the version is not chosen: it has to run.
find_python() {
    local candidate
    for candidate in $(type -ap "python$1") "${PYENV_ROOT:-$HOME/.pyenv}/versions/$1".*/bin/python; do
        if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

passed=() failed=() absent=()
for version in 3.11 3.12 3.13 3.14 3.15; do
    python=$(find_python "$version")
    if [[ -z $python ]]; then
        absent+=("$version")
        continue
    fi
    echo "== Python $version ($python)"
    if scripts/venv.sh ".venv-$version" dev "$python" && scripts/test.sh ".venv-$version/bin/python" "$@"; then
        passed+=("$version")
    else
        failed+=("$version")
    fi
done

echo "== Passed: ${passed[*]:-none}. Failed: ${failed[*]:-none}. Not found here: ${absent[*]:-none}."
((${#failed[@]} == 0 && ${#passed[@]} > 0))
