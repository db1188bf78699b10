#!/usr/bin/env bash
# Runs all tests in groups, four at once, since many tests wait for real time to pass. Everything
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

# Whoever takes longest begins first, so that none is left working alone at the end.
names=(others receiver uploader recorder windows kill server unit)
declare -A folders=(
    [uploader]=tests/integration/uploader
    [receiver]=tests/integration/server
    [recorder]=tests/integration/recorder
    [server]=tests/unit/server
    [windows]=tests/ui
    [kill]=tests/integration/kill
    [unit]="tests/unit --ignore=tests/unit/server"
)
# What is in none of these folders belongs to the last group, so that nothing is left out.
folders[others]=tests
for name in "${names[@]}"; do
    [[ $name == others ]] || folders[others]+=" --ignore=${folders[$name]%% *}"
done
# More at once would not end sooner on two processors, and too many are late for what they record.
at_once=4

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

failed=()
broken=()
declare -A running=()
until_one_ends() {
    local status=0 ended
    wait -n -p ended "${!running[@]}" || status=$?
    # 1: some tests failed. Anything else, a crash or a group that was stuck, is no matter of tests.
    if ((status == 1)); then
        failed+=("${running[$ended]}")
    elif ((status != 0)); then
        broken+=("${running[$ended]}")
    fi
    unset "running[$ended]"
}
for name in "${names[@]}"; do
    if ((${#running[@]} == at_once)); then
        until_one_ends
    fi
    read -ra where <<<"${folders[$name]}"
    group "$name" "${where[@]}" </dev/null &
    running[$!]=$name
done
while ((${#running[@]})); do
    until_one_ends
done

# What failed beside other groups is told apart from what is broken: it runs once more, alone.
# Many failures are no accident of a busy machine, and are not run again.
again_most=10
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
