#!/usr/bin/env bash
# Runs all tests: four groups side by side, since many tests wait for real time to pass. Everything
# that a group says is printed with its name. With arguments it is pytest with these, and nothing more.
#
#     scripts/test.sh PYTHON [PYTEST ARGUMENTS]
set -euo pipefail
cd "$(dirname "$0")/.."
python=$1
shift
read -ra options <<<"${PYTEST:--ra}"
if (($#)); then
    exec "$python" -m pytest "${options[@]}" "$@"
fi

# What is in none of the groups' folders belongs to the last one, so that nothing is left out.
unit=(tests/unit tests/ui tests/hardware)
servers=(tests/integration/kill tests/integration/server tests/integration/uploader)
recorder=(tests/integration/recorder)
others=(tests)
for folder in "${unit[@]}" "${servers[@]}" "${recorder[@]}"; do
    others+=("--ignore=$folder")
done

group() {
    local name=$1
    shift
    local status=0
    "$python" -m pytest "${options[@]}" -o "cache_dir=.pytest_cache/$name" "$@" 2>&1 |
        sed -u "s/^/$name | /" || status=$?
    echo "$name | ended with $status"
    return "$status"
}

groups=()
group unit "${unit[@]}" &
groups+=($!)
group servers "${servers[@]}" &
groups+=($!)
group recorder "${recorder[@]}" &
groups+=($!)
failed=0
group others "${others[@]}" || failed=1
for each in "${groups[@]}"; do
    wait "$each" || failed=1
done
exit "$failed"
