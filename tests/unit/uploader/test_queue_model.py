"""The queue against a model, with two processes that die at any statement of any change."""

from tests.support.model_runs import run_for
from tests.support.queue_model import RUNS, QueueMachine

STEPS = 2000
SEED = 1


def test_the_queue_is_what_the_model_says_after_every_step() -> None:
    run_for(QueueMachine, RUNS, STEPS, SEED)
