#!/usr/bin/env bash
# Runs all tests: six groups side by side, since many tests wait for real time to pass. Everything
# that a group says is printed with its name, and at the end what failed. A few failures are run once
# more, alone, and count only if they fail again. With arguments it is pytest with these, no more.
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
    echo "$name | ended with $status after $SECONDS s"
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
broken=()
for index in "${!groups[@]}"; do
    status=0
    wait "${groups[$index]}" || status=$?
    # 1: some tests failed. Anything else, a crash or a group that was stuck, is no matter of tests.
    if ((status == 1)); then
        failed+=("${names[$index]}")
    elif ((status != 0)); then
        broken+=("${names[$index]}")
    fi
done

# What failed beside five other groups is told apart from what is broken: it runs once more, alone.
# Many failures are no accident of a busy machine, and are not run again.
again_most=3
for name in "${failed[@]}"; do
    mapfile -t tests < <("$python" scripts/failed_tests.py ".pytest_cache/$name")
    printf "Failed in $name: %s\n" "${tests[@]}"
    if ((${#tests[@]} == 0 || ${#tests[@]} > again_most)) ||
        ! timeout --foreground --signal=ABRT --kill-after=30 "$limit_s" \
            "$python" -m pytest "${options[@]}" "${stuck[@]}" \
            -o "cache_dir=.pytest_cache/again" "${tests[@]}" </dev/null; then
        broken+=("$name")
        continue
    fi
    printf 'Passed when it ran alone, and deserves a look: %s\n' "${tests[@]}"
done
if ((${#broken[@]})); then
    echo "Failed: ${broken[*]}"
    exit 1
fi
