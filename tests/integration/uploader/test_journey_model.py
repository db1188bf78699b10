"""Uploader and receiver against the model: thousands of steps, each seed printed."""

import os
import random

import click
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.support import journey_model
from tests.support.journey_model import JourneyMachine

SEED = int(os.environ.get("HOLDFAST_MODEL_SEED") or random.SystemRandom().randrange(10**6))
STEPS = 40
PHASES = tuple(Phase)


def run(first_seed: int, steps: int) -> None:
    """Run the machine with one seed after the other until so many rules were tried."""
    counted = journey_model.COUNTED
    began, number = counted.steps, first_seed
    while counted.steps - began < steps:
        click.echo(f"HOLDFAST_MODEL_SEED={number} ({counted.steps - began} steps)")
        run_state_machine_as_test(
            seed(number)(type("Machine", (JourneyMachine,), {})),
            settings=settings(
                max_examples=20,
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                derandomize=False,
                phases=PHASES,
                suppress_health_check=list(HealthCheck),
            ),
        )
        number += 1
    click.echo(f"{counted.steps - began} steps, {counted.runs} runs, {counted.deaths} deaths")


def test_a_few_thousand_steps() -> None:
    run(1, 2500)
