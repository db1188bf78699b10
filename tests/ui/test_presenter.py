"""What the window says in each situation: the worst wins, and green means that all is home."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.disk import Space
from desktop.recording.model import Failed, MarkerSet, Ready
from desktop.ui import icons, sentences, texts
from desktop.ui.asked import RecordAsked, RecordRefused, StopAsked
from tests.ui.presented import (
    FAILED,
    FREED,
    HOME,
    LOST,
    OFFLINE,
    RECORDING,
    REFUSED,
    VERIFIED,
    WAITING,
    view,
)
from tests.ui.station_script import NO_QUEUE, READY, VIDEO, progress, queue_of, recording
from uploader.items import (
    AT_HOME,
    LEFT_ALONE,
    ItemState,
    Network,
    QueueSnapshot,
    RecordingSnapshot,
    Step,
)
from uploader.why import TO_DECIDE

QUEUES = {
    "not read yet": (None, "muted", "empty"),
    "no recordings": (NO_QUEUE, "muted", "empty"),
    "all home": (queue_of(HOME), "ok", "verified"),
    "verified, not yet playable": (queue_of(HOME, VERIFIED), "info", "checking"),
    "one waits": (queue_of(HOME, WAITING), "muted", "waiting"),
    "the receiver refuses this computer": (
        replace(queue_of(WAITING, network=Network.PAUSED, why="Refused."), is_refused=True),
        "danger",
        "stopped",
    ),
    "one is sent": (queue_of(WAITING, uploading=1), "info", "sending"),
    "only the running one": (
        queue_of(HOME, recording(3, state="recording", saved=False, received=10)),
        "info",
        "sending",
    ),
    "the running one, not enrolled": (
        queue_of(recording(3, state="recording", saved=False), why="Not enrolled."),
        "muted",
        "waiting",
    ),
    "offline": (
        queue_of(WAITING, network=Network.OFFLINE, why=OFFLINE),
        "muted",
        "offline",
    ),
    "offline, nothing unsent": (queue_of(HOME, network=Network.OFFLINE), "ok", "verified"),
    "receiver away": (
        queue_of(WAITING, network=Network.RECEIVER_UNREACHABLE, why="The receiver is away."),
        "muted",
        "offline",
    ),
    "receiver full": (
        replace(
            queue_of(WAITING, network=Network.RECEIVER_UNREACHABLE, why="Its disk is full."),
            answers=True,
        ),
        "muted",
        "waiting",
    ),
    "paused": (queue_of(WAITING, network=Network.PAUSED, why="Not allowed."), "warn", "paused"),
    "failed": (queue_of(HOME, WAITING, FAILED, uploading=1), "danger", "attention"),
    "failed while offline": (
        queue_of(FAILED, WAITING, network=Network.OFFLINE, why=OFFLINE),
        "danger",
        "attention",
    ),
    "a failed segment": (
        queue_of(recording(5, counts={ItemState.FAILED: 1})),
        "danger",
        "attention",
    ),
    "withdrawn and discarded": (
        queue_of(recording(6, step=Step.WITHDRAWN), recording(7, step=Step.DISCARDED)),
        "muted",
        "empty",
    ),
}


@pytest.mark.parametrize(("queue", "tone", "tray"), QUEUES.values(), ids=QUEUES)
def test_the_worst_state_wins(queue: QueueSnapshot | None, tone: str, tray: str) -> None:
    shown = view(READY, queue=queue)

    assert (shown.pill.tone, shown.tray.state) == (tone, tray)
    assert shown.pill.text
    assert shown.tray.sentence.endswith((".", "…"))


steps = st.sampled_from(list(Step))
snapshots = st.builds(
    lambda chosen, network, uploading: queue_of(
        *(recording(number, step=step) for number, step in enumerate(chosen)),
        network=network,
        uploading=uploading,
    ),
    st.lists(steps, max_size=5),
    st.sampled_from(list(Network)),
    st.integers(0, 2),
)


@given(snapshots)
def test_green_means_that_everything_is_home(queue: QueueSnapshot) -> None:
    shown = view(READY, queue=queue)
    all_home = all(each.step in AT_HOME | LEFT_ALONE for each in queue.recordings)

    for is_green in (shown.pill.tone == "ok", shown.tray.state == "verified"):
        assert not is_green or (all_home and queue.recordings)


RECORDERS = {
    "starting": ((), "Record", False, False),
    "ready": ((READY,), "Record", True, False),
    "no camera": ((Failed("x", "No camera", "There is none."),), "Record", False, False),
    "beginning": ((READY, RecordAsked()), "Stop recording", True, False),
    "recording": (RECORDING, "Stop recording", True, True),
    "waiting for the camera": ((*RECORDING, LOST), "Stop recording", True, True),
    "stopping": ((*RECORDING, StopAsked()), "Saving…", False, False),
    "refused": ((READY, RecordAsked(), RecordRefused("No.")), "Record", True, False),
}


@pytest.mark.parametrize(
    ("events", "label", "can_record", "can_mark"), RECORDERS.values(), ids=RECORDERS
)
def test_the_big_button(
    events: tuple[object, ...], label: str, can_record: bool, can_mark: bool
) -> None:
    shown = view(*events)

    assert shown.record.spoken == label
    assert shown.record.label.replace("&", "") == label
    assert (shown.record.enabled, shown.can_mark) == (can_record, can_mark)


def test_fields_are_closed_while_recording() -> None:
    assert view(READY).capture.can_change
    assert not view(*RECORDING).capture.can_change
    assert view(*RECORDING).capture.title == texts.THIS_RECORDING


def test_a_recording_shows_its_time_and_numbers() -> None:
    shown = view(*RECORDING)

    assert shown.preview.recording
    assert shown.preview.badge == "REC  00:07:42"
    assert shown.preview.footer == "29.97 fps · 0 lost"


def test_no_camera_says_which_and_offers_another_try() -> None:
    sentence = "There is no camera 0. Connect one, then press Try again."
    shown = view(Failed("device_absent", "The camera is not there", sentence))

    assert shown.preview.title == "The camera is not there"
    assert shown.preview.sentence == sentence
    assert shown.preview.can_retry
    assert not shown.preview.wants_picture


def test_a_lost_camera_waits_and_says_so() -> None:
    shown = view(*RECORDING, LOST)

    assert shown.preview.badge == "WAITING  00:07:42"
    assert shown.banner is not None
    assert shown.banner.sentence == LOST.sentence
    assert shown.tray.state == "attention"
    assert LOST.sentence in shown.tray.sentence


def test_the_tray_is_red_while_recording_whatever_waits() -> None:
    shown = view(*RECORDING, queue=queue_of(FAILED), space=Space(62_400_000_000, 250_000_000_000))

    assert shown.tray.state == "recording"
    assert "00:07:42" in shown.tray.sentence
    assert "14" in shown.tray.sentence


def test_there_is_nothing_to_retry_where_nothing_failed() -> None:
    assert view(READY, queue=queue_of(WAITING)).tray.retry_label is None


def test_an_unreadable_queue_is_never_green() -> None:
    shown = view(READY, queue=queue_of(HOME), queue_problem="database is locked")

    assert shown.tray.state == "attention"


LIGHTS = {
    "being recorded": (
        recording(1, state="recording", saved=False, received=3),
        ["partial", "partial", "off", "off"],
        ["Saving", "30\N{NO-BREAK SPACE}%", "Not yet", "Not yet"],
    ),
    "waiting": (WAITING, ["on", "off", "off", "off"], ["Yes", "Waiting", "Not yet", "Not yet"]),
    "all but the last byte": (
        replace(WAITING, custody=replace(WAITING.custody, received_bytes=10_000_000)),
        ["on", "partial", "off", "off"],
        ["Yes", "99\N{NO-BREAK SPACE}%", "Not yet", "Not yet"],
    ),
    "refused": (FAILED, ["on", "problem", "off", "off"], ["Yes", "Stopped", "Not yet", "Not yet"]),
    "verified": (VERIFIED, ["on", "on", "on", "off"], ["Yes", "Yes", "Yes", "Not yet"]),
    "home": (HOME, ["on", "on", "on", "on"], ["Yes", "Yes", "Yes", "Yes"]),
    "freed": (FREED, ["off", "on", "on", "on"], ["Freed", "Yes", "Yes", "Yes"]),
}


@pytest.mark.parametrize(("item", "states", "words"), LIGHTS.values(), ids=LIGHTS)
def test_lights(item: RecordingSnapshot, states: list[str], words: list[str]) -> None:
    row = view(READY, queue=queue_of(item)).rows[0]

    assert [light.state for light in row.lights] == states
    assert [light.word for light in row.lights] == words


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        (HOME, texts.AT_HOME),
        (FREED, texts.FREED_HERE),
        (VERIFIED, texts.PREPARING),
        (replace(VERIFIED, why="The receiver cannot play it."), "The receiver cannot play it."),
        (recording(3, counts={ItemState.UPLOADING: 1}), texts.SENDING),
        (FAILED, REFUSED),
        (WAITING, ""),
    ],
)
def test_a_sentence_says_why_or_how_far(item: RecordingSnapshot, sentence: str) -> None:
    assert view(READY, queue=queue_of(item)).rows[0].why == sentence


def test_offline_a_row_says_in_a_word_what_the_card_says_once() -> None:
    waits = replace(WAITING, follows_queue=True, why="Waiting for its turn: 0 of 10 are sent.")
    home = replace(VERIFIED, follows_queue=True)
    queue = queue_of(home, waits, network=Network.OFFLINE, why=OFFLINE)
    shown = view(READY, queue=replace(queue, stopped=OFFLINE))

    assert [row.why for row in shown.rows] == ["Waiting for internet", texts.PREPARING]
    assert OFFLINE in shown.to_send.sentence
    # Where no network is missing, its light alone says that it waits.
    full = replace(queue, network=Network.RECEIVER_UNREACHABLE, stopped="It is full.")
    assert view(READY, queue=full).rows[0].why == "Waiting for receiver"
    assert view(READY, queue=replace(full, answers=True)).rows[0].why == ""
    assert view(READY, queue=replace(full, network=Network.ONLINE)).rows[0].why == ""


def test_what_is_to_be_decided_is_told_in_full_once() -> None:
    shown = view(READY, queue=queue_of(replace(WAITING, decision="pending", why=TO_DECIDE)))

    assert shown.rows[0].why == "To decide"
    assert shown.decision is not None
    assert TO_DECIDE in shown.decision.sentence


def test_newest_recordings_come_first() -> None:
    rows = view(READY, queue=queue_of(HOME, VERIFIED, WAITING)).rows

    assert [row.recording for row in rows] == [WAITING.id, VERIFIED.id, HOME.id]


def test_what_waits_has_a_size_and_a_reason() -> None:
    queue = queue_of(WAITING, network=Network.OFFLINE, why=OFFLINE)
    shown = view(READY, queue=queue)

    assert shown.to_send.headline == "1 recording"
    assert shown.to_send.sentence == f"10\N{NO-BREAK SPACE}MB. {OFFLINE}"
    assert shown.to_send.can_try
    assert shown.tray.sentence == f"1 recording to send, the oldest since 13:02. {OFFLINE}"
    assert shown.tray.quit_label == "Quit (1 upload continues next time)"


def test_a_running_recording_is_sent_as_it_records() -> None:
    running = recording(3, state="recording", saved=False, received=10)
    shown = view(*RECORDING, queue=queue_of(HOME, running))

    assert shown.pill.text == texts.PILL_LIVE
    assert shown.to_send.sentence == sentences.sent_while_recorded(None)
    assert not shown.to_send.can_try


def test_while_it_sends_the_card_says_how_fast_and_how_long() -> None:
    queue = queue_of(WAITING, uploading=1)
    known = view(READY, queue=replace(queue, pace="1.2 MB/s, about 4 min left"))
    unknown = view(READY, queue=queue)

    assert known.to_send.sentence == "10\N{NO-BREAK SPACE}MB. 1.2 MB/s, about 4 min left."
    assert known.tray.sentence.endswith("MB left (1.2 MB/s, about 4 min left).")
    assert unknown.to_send.sentence == "10\N{NO-BREAK SPACE}MB. Sending goes on by itself."


def test_a_mark_is_shown_with_its_time() -> None:
    shown = view(*RECORDING, MarkerSet("recording", 441.2, "Mark 2", "key"))

    assert shown.marks.last[0] == "00:07:21  Mark 2"


@pytest.mark.parametrize(
    ("level_db", "word", "tone"),
    [
        (None, "No sound yet", "muted"),
        (-80.0, "Silent", "warn"),
        (-50.0, "Quiet", "muted"),
        (-20.0, "Good level", "muted"),
        (-3.0, "Too loud", "warn"),
    ],
)
def test_the_level_has_a_word(level_db: float | None, word: str, tone: str) -> None:
    meter = view(READY, progress(None, level_db=level_db)).meter

    assert (meter.available, meter.word, meter.tone) == (True, word, tone)


def test_without_a_microphone_there_is_no_level() -> None:
    meter = view(Ready(VIDEO, None)).meter

    assert (meter.available, meter.word) == (False, texts.METER_NO_MICROPHONE)


def test_every_tray_state_has_its_own_icon() -> None:
    assert icons.TRAY_COLOURS.keys() == icons.TRAY_GLYPHS.keys()
    of_recordings = {"recording", "recording_paused"}
    of_queues = {tray for _queue, _tone, tray in QUEUES.values()}
    assert of_queues | of_recordings == icons.TRAY_GLYPHS.keys()


def test_recordings_of_several_cameras_are_told_apart_by_the_cameras_name() -> None:
    front = replace(recording(1), camera="Front", take=2)
    side = replace(recording(2), session=front.session, camera="Side", take=2)
    alone = replace(recording(3), camera="Front", take=2)

    rows = view(queue=queue_of(front, side, alone)).rows

    told = {row.recording: row.subtitle.split(" · ")[:2] for row in rows}
    assert told[front.id] == ["Take 2", "Front"]
    assert told[side.id] == ["Take 2", "Side"]
    assert "Front" not in told[alone.id]
