"""Tests with a real camera: the same bench as for the scene, and a camera that is left as found."""

from collections.abc import Iterator

import pytest

from tests.hardware import vivid
from tests.integration.recorder.conftest import open_bench

__all__ = ["open_bench"]


@pytest.fixture
def plugged_in_afterwards() -> Iterator[None]:
    """Whatever a test unplugged is there again afterwards, under its first number."""
    yield
    if (vivid.DRIVER / vivid.DEVICE).exists() and not vivid.CAMERA.exists():
        vivid.plug("unbind")
    if not (vivid.DRIVER / vivid.DEVICE).exists():
        vivid.plug("bind")
    vivid.wait_until_there()


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> vivid.Letters:
    """Reads the numbers that the camera writes into its pictures."""
    return vivid.Letters.learnt(tmp_path_factory.mktemp("letters"))
