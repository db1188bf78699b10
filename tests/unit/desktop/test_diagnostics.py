"""The diagnostics bundle: what helps is in it, and nothing that nobody else may read."""

import json
import re
import zipfile
from pathlib import Path, PureWindowsPath

import pytest
from click.testing import CliRunner

from desktop import diagnostics
from desktop.diagnostics import Bundle
from desktop.diagnostics_command import diagnostics as command
from desktop.operator_pin import hash_of
from desktop.recording.devices import Devices
from desktop.redaction import GONE, Redaction
from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.recordings import make_recording, some_device
from uploader.identity import open_secrets
from uploader.installation import Installation

CLOCK = SystemClock()
TOKEN = "tok-7f1c9a5e55b14f0e9a"
PIN_HASH = hash_of("240611")
PASSWORD = "correct-horse"
CODE = "KX7P-22QM-9"
PARTICIPANT = "Ada-1815"
CODED = re.compile("participant-[0-9a-f]{8}")
MEDIA = b"pictures and sound that are nobody's business" * 100


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with a secret of every kind, and words about them in every file."""
    made = Home(tmp_path / "home")
    make_recording(made, some_device(), [MEDIA], participant=PARTICIPANT)
    with Installation.open(made, CLOCK) as installation:
        installation.adopt()
        installation.secrets.store({**installation.secrets.read(), "token": TOKEN})
    made.config.write_text(
        f'[kiosk]\npin = "{PIN_HASH}"\n\n[uploader]\nwait_on = "Phone"\n'
        f'# http://me:{PASSWORD}@proxy.example.org and token = "{PASSWORD}"\n'
    )
    made.logs.mkdir()
    key = open_secrets(made).read()
    lines = (
        {"level": "info", "message": f"asked with {TOKEN}, {list(key.values())}"},
        {"level": "info", "message": f"Authorization: Bearer {PASSWORD}"},
        {"level": "info", "message": f"holdfast:enrol?url=https://x&code={CODE}&key=1"},
        {"level": "info", "message": f"http://127.0.0.1:8470/web/enter/{PASSWORD}"},
        {"level": "info", "message": f"{PARTICIPANT} is recorded; {PARTICIPANT}s are others"},
    )
    (made.logs / "app.log").write_text("".join(f"{json.dumps(each)}\n" for each in lines))
    (made.logs / "crash.log").write_text("Fatal Python error: Aborted\n")
    return made


def gathered(
    home: Home, *, with_participants: bool = False, user: Path = Path("/home/nobody")
) -> Bundle:
    environ = {"HOLDFAST_X__TOKEN": PASSWORD, "HOLDFAST_HOME": "/home/x", "AWS_SECRET": PASSWORD}
    return diagnostics.collect(
        home,
        CLOCK,
        environ,
        with_participants=with_participants,
        devices=lambda: Devices((), ()),
        user=user,
    )


def entry(bundle: Bundle, name: str) -> str:
    return next(each.content for each in bundle.entries if each.name == name)


def all_bytes(bundle: Bundle, file: Path) -> bytes:
    """Everything that stands in the saved file, names too."""
    bundle.save(file)
    with zipfile.ZipFile(file) as archive:
        return b"\n".join(
            each.filename.encode() + archive.read(each) for each in archive.infolist()
        )


def test_no_secret_of_any_kind_is_in_it(home: Home, tmp_path: Path) -> None:
    found = all_bytes(gathered(home, with_participants=True), tmp_path / "bundle.zip")

    secrets = [TOKEN, PIN_HASH, PASSWORD, CODE, *open_secrets(home).read().values()]
    assert [each for each in secrets if each.encode() in found] == []
    assert PIN_HASH.rpartition(":")[2].encode() not in found
    assert MEDIA[:40] not in found
    assert b"AWS_SECRET" not in found
    assert GONE.encode() in found


def test_what_helps_is_in_it(home: Home) -> None:
    bundle = gathered(home)
    names = [each.name for each in bundle.entries]

    assert names == [
        "versions.json",
        "settings.toml",
        "environment.json",
        "devices.json",
        "disk.json",
        "queue.json",
        "checks.json",
        "logs/app.log",
        "logs/crash.log",
    ]
    by_name = {each.name: each.content for each in bundle.entries}
    assert 'wait_on = "Phone"' in by_name["settings.toml"]
    assert "Fatal Python error" in by_name["logs/crash.log"]
    assert len(json.loads(by_name["queue.json"])["recordings"]) == 1
    assert "click" in json.loads(by_name["versions.json"])["packages"]
    assert {each["name"] for each in json.loads(by_name["checks.json"])} >= {"disk", "receiver"}


def test_participants_get_codes_unless_somebody_wants_them(home: Home) -> None:
    hidden = "".join(each.content for each in gathered(home).entries)
    named = "".join(each.content for each in gathered(home, with_participants=True).entries)

    assert f"{PARTICIPANT}s are others" in hidden, "only the id itself is one"
    assert f"{PARTICIPANT} is recorded" not in hidden
    assert len(set(CODED.findall(hidden))) == 1, "the same code in every file"
    assert len(CODED.findall(hidden)) > 1
    assert f"{PARTICIPANT} is recorded" in named


def test_a_code_cannot_be_found_by_trying_all_ids(home: Home) -> None:
    first, second = ("".join(each.content for each in gathered(home).entries) for _ in range(2))

    assert CODED.findall(first)[0] != CODED.findall(second)[0]


def test_whose_account_it_was_is_not_in_it(home: Home, tmp_path: Path) -> None:
    found = "".join(each.content for each in gathered(home, user=tmp_path).entries)

    assert str(tmp_path) not in found
    assert json.loads(entry(gathered(home, user=tmp_path), "disk.json"))["folder"] == "~/home"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("/home/ada/x and /home/ada", "~/x and ~"),
        ("/home/adam and /home/ada.old", "/home/adam and /home/ada.old"),
        ("file:///home/ada/x", "file://~/x"),
    ],
)
def test_only_the_users_own_folder_is_called_that(text: str, cleaned: str) -> None:
    assert Redaction([], user=Path("/home/ada")).clean(text) == cleaned


def test_a_folder_that_is_everybodys_stays() -> None:
    assert Redaction([], user=Path("/")).clean("/var/lib/x") == "/var/lib/x"


def test_a_folder_is_found_as_json_writes_it() -> None:
    folder = PureWindowsPath(r"C:\Users\Ada")
    written = json.dumps({"folder": str(folder / "x")})

    assert Redaction([], user=folder).clean(written) == json.dumps({"folder": r"~\x"})


def test_a_home_in_which_nothing_can_be_read_still_gives_a_bundle(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.root.mkdir()
    home.queue_database.write_bytes(b"no database at all, and longer than a page header" * 50)
    home.secrets.write_bytes(b"{")

    assert "versions.json" in [each.name for each in gathered(home).entries]


def test_the_command_lists_first_and_saves_only_where_it_is_told(
    home: Home, tmp_path: Path
) -> None:
    listed = CliRunner().invoke(command, ["--home", str(home.root)])
    assert listed.exit_code == 0
    assert "logs/app.log" in listed.output
    assert "Nothing was saved" in listed.output

    file = tmp_path / "x" / "bundle.zip"
    saved = CliRunner().invoke(command, ["--home", str(home.root), "--json", "--output", str(file)])
    assert json.loads(saved.output)["saved"] == str(file)
    assert zipfile.is_zipfile(file)


def test_a_short_secret_takes_no_common_word_with_it() -> None:
    assert Redaction(["on"]).clean("on and on") == "on and on"
