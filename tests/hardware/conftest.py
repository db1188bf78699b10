"""Tests with a real camera: the same bench as for the scene."""

from tests.integration.recorder.conftest import open_bench

__all__ = ["open_bench"]
