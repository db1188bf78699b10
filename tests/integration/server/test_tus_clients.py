"""Stock tus clients upload to a real `holdfast serve`, are cut off, and go on where they were."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.integration.server.test_crashes import until_settled
from tests.support import tuspy_run
from tests.support.cutting_relay import cutting
from tests.support.footage import make_footage
from tests.support.nginx import nginx_before
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.serving import Serving

UPLOADS = "/api/v1/uploads"
MIB = 1 << 20


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film that plays, of some size."""
    made = make_footage(tmp_path_factory.mktemp("clip") / "clip.mkv", frames=50)
    large = made.with_name("large clip.mkv")
    # Matroska readers pass over a void element (RFC 9559, 4.2): ID, length, whatever.
    size_bytes = 9 * MIB
    void = b"\xec" + (0x0100_0000_0000_0000 | size_bytes).to_bytes(8, "big")
    large.write_bytes(made.read_bytes() + void + bytes(size_bytes))
    return large


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with Serving(tmp_path_factory.mktemp("serving") / "data") as serving:
        yield serving


def tuspy(url: str, device: EnrolledDevice, clip: Path, /, **how: Any) -> tuspy_run.Ran:
    return tuspy_run.run(url + UPLOADS, device.client.token, clip, **how)


def received(serving: Serving, device: EnrolledDevice, upload_url: str) -> tuple[str, bytes]:
    """The recording that an upload became, and the bytes of its segment."""
    path = UPLOADS + "/" + upload_url.rpartition("/")[2]
    answer = device.client.call("HEAD", path, headers={"Tus-Resumable": "1.0.0"})
    recording = answer.headers["Holdfast-Recording"]
    (file,) = serving.data.glob(f"sessions/*/{recording}/segments/000000.mp4")
    return recording, file.read_bytes()


def test_tuspy_with_its_defaults_and_no_metadata(serving: Serving, clip: Path) -> None:
    """Its default is one request for everything, and an empty metadata header."""
    device = serving.enrolled()

    ran = tuspy(serving.url, device, clip)

    assert (ran.error, ran.offset) == (None, clip.stat().st_size)
    recording, stored = received(serving, device, ran.url)
    assert stored == clip.read_bytes()
    view = until_settled(device.client, recording)
    assert view["custody"] == {"received": True, "verified": True, "playable": True}
    assert view["video"]["frames"] == 50
    assert view["duration_s"] == pytest.approx(2.0, abs=0.1)


def test_tuspy_in_pieces_with_checksums_goes_on_in_another_process(
    serving: Serving, clip: Path, tmp_path: Path
) -> None:
    device = serving.enrolled()
    how = {
        "chunk_size": 2 * MIB,
        "metadata": {"filename": clip.name},
        "upload_checksum": True,
        "kept": str(tmp_path / "uploads.json"),
    }
    # The upload's address is kept with its port, so all of them go through one relay; each piece
    # has a connection of its own.
    with cutting(serving.url, [MIB, MIB, MIB + 500_000]) as relay:
        runs = [tuspy(relay.url, device, clip, **how)]
        while runs[-1].error is not None:
            assert len(runs) < 9, runs
            runs.append(tuspy(relay.url, device, clip, **how))

    assert len(runs) == 4
    assert len({run.url for run in runs[1:]}) == 1
    assert received(serving, device, runs[-1].url)[1] == clip.read_bytes()


def test_one_request_for_everything_goes_on_after_every_cut(serving: Serving, clip: Path) -> None:
    device = serving.enrolled()
    # None of these is enough for all of it, and each brings it further.
    with cutting(serving.url, [3 * MIB] * 3) as relay:
        ran = tuspy(relay.url, device, clip, metadata={"a": "b"}, retries=9, retry_delay=0)

    assert ran.error is None
    assert relay.cuts == []
    assert received(serving, device, ran.url)[1] == clip.read_bytes()


def test_a_killed_receiver_has_kept_what_it_said(clip: Path, tmp_path: Path) -> None:
    with Serving(tmp_path / "data") as serving:
        device = serving.enrolled()
        before = tuspy(serving.url, device, clip, chunk_size=2 * MIB, pieces=3)
        serving.kill()
    with Serving(tmp_path / "data") as serving:
        url = serving.url + UPLOADS + "/" + before.url.rpartition("/")[2]
        begun = tuspy(serving.url, device, clip, url=url, pieces=0)
        device = replace(device, client=Client(serving.url, device.client.token))
        after = tuspy(serving.url, device, clip, url=url, chunk_size=2 * MIB)

        assert begun.offset == before.offset == 6 * MIB
        assert (after.error, received(serving, device, url)[1]) == (None, clip.read_bytes())


@pytest.mark.nginx
def test_behind_a_proxy_that_takes_one_mebibyte(
    serving: Serving, clip: Path, tmp_path: Path
) -> None:
    device = serving.enrolled()
    with nginx_before(serving.url, tmp_path / "nginx") as url:
        too_large = tuspy(url, device, clip, chunk_size=2 * MIB)
        fitting = tuspy(url, device, clip, url=too_large.url, chunk_size=MIB)

    assert (too_large.error or "").startswith("413 ")
    # The address that it was given is the proxy's, for it was given without a host.
    assert too_large.url.startswith(url)
    assert fitting.error is None
    assert received(serving, device, fitting.url)[1] == clip.read_bytes()
