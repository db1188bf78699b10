"""Two hundred devices that lost the receiver at the same moment do not come back at one."""

import random
from collections import Counter

import pytest

from uploader.items import Network
from uploader.policy import longest_wait_s, probe_wait_s, wait_s

DEVICES = 200
SEEDS = range(5)


def returns_s(outage_s: float, seed: int) -> list[float]:
    """When each device finds the receiver again; all lost it at 0 and it is back at `outage_s`."""
    uniform = random.Random(seed).uniform
    found = []
    for _ in range(DEVICES):
        at_s, tries = 0.0, 0
        while at_s < outage_s:
            tries += 1
            at_s += probe_wait_s(Network.RECEIVER_UNREACHABLE, tries, uniform, None)
        found.append(at_s)
    return found


def worst_second(moments_s: list[float]) -> int:
    return max(Counter(int(each) for each in moments_s).values())


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("outage_s", [30.0, 600.0, 6 * 3600.0])
def test_after_an_outage_all_are_back_soon_and_never_many_at_once(
    outage_s: float, seed: int
) -> None:
    found = returns_s(outage_s, seed)

    assert worst_second(found) <= 20
    assert max(found) - outage_s <= 90


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("hint_s", [30.0, 120.0, 1800.0])
def test_all_were_told_the_same_time_and_come_one_by_one(hint_s: float, seed: int) -> None:
    uniform = random.Random(seed).uniform
    waits = [probe_wait_s(Network.RECEIVER_UNREACHABLE, 1, uniform, hint_s) for _ in range(DEVICES)]

    assert min(waits) >= hint_s
    assert worst_second(waits) <= 30


@pytest.mark.parametrize("seed", SEEDS)
def test_at_the_longest_wait_they_are_spread_over_all_of_it(seed: int) -> None:
    uniform = random.Random(seed).uniform
    waits = [wait_s(50, uniform) for _ in range(DEVICES)]

    quarters = Counter(int(each / longest_wait_s(50) * 4) for each in waits)
    assert worst_second(waits) <= 4
    assert all(quarters[each] > DEVICES / 8 for each in range(4))
