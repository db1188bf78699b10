"""Running a state machine for so many steps, one printed seed after the other."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import click
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test


def quick_folder() -> Path:
    """A new folder where syncing costs nothing, if there is such a place."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="holdfast-", dir=memory if memory.is_dir() else None))


@dataclass
class Counter:
    """What was tried so far, over all runs of a machine."""

    steps: int = 0
    deaths: int = 0
    runs: int = 0


def run_for(
    machine: type[RuleBasedStateMachine],
    counted: Counter,
    steps: int,
    first_seed: int,
    phases: tuple[Phase, ...] = tuple(Phase),
) -> None:
    """Run the machine with one seed after the other until so many steps were taken.

    What is printed last is the seed to begin with again.
    """
    began, number = counted.steps, first_seed
    while counted.steps - began < steps:
        click.echo(f"{machine.__name__}: HOLDFAST_MODEL_SEED={number}")
        run_state_machine_as_test(
            seed(number)(type(machine.__name__, (machine,), {})),
            settings=settings(
                max_examples=20,
                stateful_step_count=40,
                deadline=None,
                database=None,
                derandomize=False,
                phases=phases,
                suppress_health_check=list(HealthCheck),
            ),
        )
        number += 1
    click.echo(
        f"{machine.__name__}: {counted.steps - began} steps in {counted.runs} runs,"
        f" {counted.deaths} deaths, nothing lost"
    )
