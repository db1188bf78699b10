#!/usr/bin/env bash
# Runs all tests: six groups side by side, since many tests wait for real time to pass. Everything
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

# A group that takes several times what it should is stuck: it prints where, and the run has failed.
limit_s=2400
# What no exception can interrupt, a call into C++, ends its group instead of stopping it for ever.
stuck=(-o faulthandler_timeout=180 -o faulthandler_exit_on_timeout=true)

# What is in none of the groups' folders belongs to the last one, so that nothing is left out.
unit=(tests/unit)
servers=(tests/integration/kill tests/integration/uploader)
recorder=(tests/integration/recorder)
receiver=(tests/integration/server)
windows=(tests/ui)
others=(tests)
for folder in "${unit[@]}" "${servers[@]}" "${recorder[@]}" "${receiver[@]}" "${windows[@]}"; do
    others+=("--ignore=$folder")
done

# The group's own end is waited for, not that of its output: a process left behind holds that open.
group() {
    local name=$1
    shift
    local status=0
    timeout --foreground --signal=ABRT --kill-after=30 "$limit_s" \
        "$python" -m pytest "${options[@]}" "${stuck[@]}" -o "cache_dir=.pytest_cache/$name" "$@" \
        > >(exec sed -u "s/^/$name | /") 2>&1 || status=$?
    echo "$name | ended with $status"
    return "$status"
}

names=(unit servers recorder receiver windows others)
groups=()
group unit "${unit[@]}" </dev/null &
groups+=($!)
group servers "${servers[@]}" </dev/null &
groups+=($!)
group recorder "${recorder[@]}" </dev/null &
groups+=($!)
group receiver "${receiver[@]}" </dev/null &
groups+=($!)
group windows "${windows[@]}" </dev/null &
groups+=($!)
group others "${others[@]}" </dev/null &
groups+=($!)
failed=()
for index in "${!groups[@]}"; do
    wait "${groups[$index]}" || failed+=("${names[$index]}")
done
if ((${#failed[@]})); then
    echo "Failed: ${failed[*]}"
    exit 1
fi
