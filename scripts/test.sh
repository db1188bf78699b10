#!/usr/bin/env bash
# Runs all tests: three groups side by side, since many tests wait for real time to pass. Everything
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
others=(tests)
for folder in "${unit[@]}" "${servers[@]}"; do
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

group unit "${unit[@]}" &
first=$!
group servers "${servers[@]}" &
second=$!
failed=0
group recorder "${others[@]}" || failed=1
wait "$first" || failed=1
wait "$second" || failed=1
exit "$failed"
