"""What the pages say."""

from dataclasses import replace

import pytest

from holdfast.annotations import Annotations
from server.domain.custody import RecordingView
from server.web.texts import duration, learned_facts, lights, sentence, size

OPEN = RecordingView(
    id="id",
    session="session",
    participant="P-017",
    prompt=None,
    take=1,
    started_at="2026-11-20T14:00:00.000Z",
    state="open",
    stored=(),
    stored_bytes=0,
    missing=None,
    duration_s=None,
    probe=None,
    failure=None,
    job=None,
)
STORED = replace(OPEN, state="stored", stored=(0, 1), missing=())
PREPARING = (
    "Received and verified. The receiver is still preparing the video (assemble, since 14:02 UTC)."
)
JOB = {"kind": "assemble", "state": "running", "since": "2026-11-20T14:02:11.000Z"}


@pytest.mark.parametrize(
    ("view", "glyphs", "says"),
    [
        (OPEN, "○○○○", "Announced. No segment has arrived yet."),
        (replace(OPEN, stored=(0,)), "◐◐○○", "1 segment arrived; the device sends the rest."),
        (
            replace(OPEN, stored=(0,), missing=(1, 2)),
            "◐◐○○",
            "Still missing: 2 segments; the device sends the rest.",
        ),
        (
            replace(STORED, job=JOB),
            "●●●◐",
            PREPARING,
        ),
        (replace(STORED, probe={"ok": True}), "●●●●", "Received, verified and playable."),
        (
            replace(STORED, probe={"ok": False}, failure="The picture is black."),
            "●●●✕",
            "Received and verified, but it cannot be played. The picture is black.",
        ),
        (
            replace(STORED, missing=(1,), probe={"ok": True}),
            "●◐●●",
            "1 segment with a receipt is not on the receiver's disk.",
        ),
    ],
)
def test_a_recording_has_four_lights_and_a_sentence(
    view: RecordingView, glyphs: str, says: str
) -> None:
    assert "".join(light.glyph for light in lights(view)) == glyphs
    assert sentence(view) == says


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(None, "–"), (0, "0:00"), (45.4, "0:45"), (761, "12:41"), (3723, "1:02:03")],
)
def test_durations_are_read_like_a_clock(seconds: float | None, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (640_000, "640.0 kB"),
        (12_340_000, "12.3 MB"),
        (5e12, "5.0 TB"),
    ],
)
def test_sizes_are_decimal(size_bytes: float, text: str) -> None:
    assert size(size_bytes) == text


def test_what_was_learned_later_is_said_in_words() -> None:
    offset = {"value": -1.25, "uncertainty": 0.02, "measured_at": "2026-11-21T10:00:00.000Z"}
    quality = {"format_version": 1, "face_seen": 0.5, "faults": ["too dark", "blurred"]}

    said = learned_facts(Annotations(3, quality, offset, {"notes": "<b>", "checked": True}))

    assert said == [
        ("Clock", "-1.250 s to this receiver's, ± 0.020 s, learned 2026-11-21T10:00:00.000Z"),
        ("Face seen", "0.5"),
        ("Faults", "too dark; blurred"),
        ("Notes", "<b>"),
        ("Checked", "yes"),
    ]


def test_what_the_check_found_is_said_in_its_own_words() -> None:
    quality = {
        "format_version": 1,
        "checker": {"name": "Holdfast", "version": "0.1.0", "thresholds": {"dark_below": 50.0}},
        "face_seen_share": 0.5,
        "frozen_share": None,
        "samples": 16,
        "findings": [
            {"code": "no_face", "words": "No face was seen for 50 % of the time.", "share": 0.5},
            {"code": "lost_frames", "words": "18 of 1800 pictures were lost.", "value": 18},
        ],
    }

    said = dict(learned_facts(Annotations(1, quality, None)))

    assert said == {
        "Checker": "Holdfast 0.1.0",
        "Face seen share": "50.0 % of the time",
        "Samples": "16",
        "Findings": "No face was seen for 50 % of the time. 18 of 1800 pictures were lost.",
    }
    nothing = dict(learned_facts(Annotations(1, {**quality, "findings": []}, None)))
    assert nothing["Findings"] == "Nothing that is out of order."


def test_an_offset_that_can_never_be_known_says_why() -> None:
    unknown = Annotations(1, None, {"value": None, "reason": "It was switched off."})

    assert learned_facts(unknown) == [("Clock", "It was switched off.")]
