"""Uploader and receiver against a model, with either killed at any step and every lie of a network.

`make soak KIND=model` goes on from here; HOLDFAST_MODEL_SEED=N begins with that seed.
"""

import os
import random

import pytest

from tests.support import journey_model, queue_model
from tests.support.journey_model import JourneyMachine
from tests.support.model_runs import run_for
from tests.support.queue_model import QueueMachine

# Read here: every test begins without settings from outside.
SEED = int(os.environ.get("HOLDFAST_MODEL_SEED") or random.SystemRandom().randrange(10**6))
QUEUE_STEPS = 60_000
JOURNEY_STEPS = 40_000
SHORT_STEPS = 200


def test_everything_comes_home_whatever_fails_on_the_way() -> None:
    run_for(JourneyMachine, journey_model.RUNS, SHORT_STEPS, 1)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_a_hundred_thousand_steps() -> None:
    run_for(QueueMachine, queue_model.RUNS, QUEUE_STEPS, SEED)
    run_for(JourneyMachine, journey_model.RUNS, JOURNEY_STEPS, SEED)
