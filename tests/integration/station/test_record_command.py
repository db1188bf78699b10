"""`holdfast record` in this process, on a computer whose disk says what the test wants."""

import json
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desktop import quality_check, windowless
from desktop import record as record_module
from desktop.cli import record
from desktop.recording.disk import Usage
from desktop.station import Computer, open_station
from holdfast import salvage
from holdfast.consent import is_awaited
from holdfast.journal import Ended
from holdfast.jsonform import parse
from holdfast.layout import Home
from tests.recordings import begin_recording, some_device

TOTAL = 10**12
HOUR_BYTES = 3600 * 130_000
"""About what an hour takes at 640 x 360, as is assumed before anything was measured."""


class FillingDisk:
    """Roomy for a few looks, then nearly full."""

    def __init__(self, looks: int) -> None:
        self._looks = looks

    def usage(self, _folder: Path) -> Usage:
        self._looks -= 1
        return Usage(TOTAL if self._looks >= 0 else HOUR_BYTES // 60, TOTAL)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.root.mkdir()
    home.config.write_text("[capture]\nwidth = 640\nheight = 360\n[disk]\nballast_mib = 0\n")
    return home


def run(home: Home, monkeypatch: pytest.MonkeyPatch, disk: FillingDisk, *words: str) -> Result:
    opened = partial(open_station, computer=Computer(usage=disk.usage))
    monkeypatch.setattr(windowless, "open_station", opened)
    return CliRunner().invoke(
        record, ["--home", str(home.root), "--source", "test", "--json", *words]
    )


def test_a_disk_that_fills_ends_the_recording_and_keeps_it(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = run(home, monkeypatch, FillingDisk(looks=8), "--participant", "P-017")

    assert said.exit_code == 0, said.output
    assert "Space for" in said.stderr.splitlines()[-1]
    assert "ended in good order" in said.stderr.splitlines()[-1]
    printed = json.loads(said.stdout.splitlines()[-1])
    assert (printed["state"], printed["custody"]["saved"]) == ("complete", True)
    (folder,) = home.recording_folders()
    (ended,) = (each for each in salvage.read_journal(folder) if isinstance(each, Ended))
    assert ended.reason == "disk nearly full"


def test_what_cannot_fit_is_refused_in_one_sentence(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = run(home, monkeypatch, FillingDisk(looks=0), "--seconds", "600")

    assert said.exit_code == 1
    assert said.stderr == (
        "Not enough space to record (1 min left, 12 needed). Nothing was recorded; earlier "
        "recordings are safe. Free some space, or record for a shorter time.\n"
    )
    assert list(home.recording_folders()) == []


def test_what_an_earlier_run_left_is_recovered_and_said(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short = begin_recording(home, some_device())
    cut_short.add_segment(b"all that there is")

    said = run(home, monkeypatch, FillingDisk(looks=1000), "--seconds", "0.5")

    assert said.exit_code == 0, said.output
    first, *rest = said.stderr.splitlines()
    assert first.startswith("1 recording recovered, 4 s. Holdfast or this computer stopped")
    assert not any("recovered" in each for each in rest)
    assert cut_short.folder.manifest.exists()


def test_a_check_that_says_nothing_holds_nobody_up(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOLDFAST_QUALITY__ENABLED", "true")
    monkeypatch.setattr(quality_check.QualityCheck, "finish", lambda *_: None)
    monkeypatch.setattr(record_module, "_QUALITY_S", 0.5)

    # The recorder of a scene lives on, and goes on saying so.
    said = run(home, monkeypatch, FillingDisk(looks=1000), "--seconds", "0.5")

    assert said.exit_code == 0, said.output
    (printed,) = (json.loads(line) for line in said.stdout.splitlines())
    assert printed["state"] == "complete"


def test_what_must_be_accepted_says_how(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = partial(open_station, computer=Computer(usage=FillingDisk(looks=10**6).usage))
    monkeypatch.setattr(windowless, "open_station", opened)

    said = CliRunner().invoke(
        record,
        ["--home", str(home.root), "--source", "test", "--seconds", "1", "--after-accept"],
    )

    assert said.exit_code == 0, said.output
    (folder,) = home.recording_folders()
    assert f"queue keep {folder.recording}" in said.stdout
    assert "Nothing of it leaves this computer" in said.stdout


def test_a_study_says_how_long_and_holds_back_without_consent(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "faces.yaml"
    file.write_text(
        "study: faces\ntitle: Faces\nconsent: {required: true, version: v1, text: We film you.}\n"
        "prompts: [{id: smile, title: Smile, instructions: Smile., seconds: 1}]\n"
    )

    said = run(
        home,
        monkeypatch,
        FillingDisk(looks=10**6),
        "--study",
        str(file),
        "--prompt",
        "smile",
        "--as-fast",
    )

    assert said.exit_code == 0, said.output
    assert "before holdfast queue consent SESSION --version v1" in said.stderr
    (folder,) = home.recording_folders()
    manifest = salvage.read_manifest(folder)
    assert manifest is not None
    assert (manifest.announcement.study, manifest.announcement.prompt) == ("faces", "smile")
    assert manifest.duration_s == pytest.approx(1.0)
    assert is_awaited(parse(folder.session_file.read_bytes(), "the session"))
