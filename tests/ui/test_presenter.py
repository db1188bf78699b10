"""What the window says in each situation: the worst wins, and green means that all is home."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording import disk
from desktop.recording.disk import Limits, Rate, Space, Usage
from desktop.recording.model import (
    Failed,
    MarkerSet,
    Overload,
    PartBegan,
    PartLost,
    PictureAlarm,
    Ready,
    RecordingEnded,
    SoundAlarm,
)
from desktop.station_events import EndedForSpace, InOverflow
from desktop.supervisor import Ended, RecorderBack
from desktop.supervisor_events import DeviceAsExpected, DeviceChanged
from desktop.ui import icons, texts
from desktop.ui.asked import RecordAsked, RecordingKept, RecordRefused, StopAsked
from desktop.ui.facts import Facts, Notice
from desktop.ui.presenter import present
from desktop.ui.recorder_state import Phase, RecorderState, after
from desktop.ui.views import WindowView
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

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
OFFLINE = "Offline since 14:02. Recordings are safe on this computer and will be sent."
REFUSED = "The receiver refused this recording: it does not know the study."

BEGAN = PartBegan("recording", 0, 0.0, 1)
LOST = PartLost("recording", "device_lost", "Camera 'X' was unplugged.")
RECORDING = (READY, RecordAsked(), BEGAN, progress(elapsed_s=462, size_bytes=554_400_000))

HOME = recording(1, step=Step.PLAYABLE)
FREED = replace(HOME, custody=replace(HOME.custody, saved=False, freed=True))
VERIFIED = recording(2, step=Step.VERIFIED)
WAITING = recording(3)
FAILED = recording(4, step=Step.FAILED, why=REFUSED)


def view(
    *events: object,
    queue: QueueSnapshot | None = NO_QUEUE,
    space: Space | None = None,
    **more: object,
) -> WindowView:
    recorder = reduce(after, events, RecorderState())
    facts = Facts(source="0", now=NOW, recorder=recorder, queue=queue, space=space, zone=UTC)
    return present(replace(facts, **more))  # type: ignore[arg-type]  # fields of Facts


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


def test_failed_recordings_have_one_banner_one_reason_and_a_button() -> None:
    shown = view(READY, queue=queue_of(WAITING, FAILED))

    assert shown.banner is not None
    assert shown.banner.title == "1 recording needs you."
    assert shown.banner.sentence == f"{REFUSED} {texts.SAFE}"
    assert shown.banner.action == "retry"
    assert shown.failed == (FAILED.id,)
    assert shown.tray.retry_label == "Retry failed (1)"


def test_there_is_nothing_to_retry_where_nothing_failed() -> None:
    assert view(READY, queue=queue_of(WAITING)).tray.retry_label is None


BANNERS = {
    "nothing": ((READY,), {}, None),
    "no sound": ((Ready(VIDEO, None, "No microphone was found."),), {}, texts.NO_SOUND_TITLE),
    "paused": (
        (READY,),
        {"queue": queue_of(WAITING, network=Network.PAUSED, why="Not allowed.")},
        f"{texts.PILL_PAUSED}.",
    ),
    "failed before paused": (
        (READY,),
        {"queue": queue_of(FAILED, network=Network.PAUSED, why="Not allowed.")},
        "1 recording needs you.",
    ),
    "a defect before failed": (
        (READY,),
        {"queue": queue_of(FAILED), "notice": Notice("Oh.", "It is noted.")},
        "Oh.",
    ),
    "the queue cannot be read": (
        (READY,),
        {"queue_problem": "database is locked"},
        texts.QUEUE_FAILED_TITLE,
    ),
    "the disk before that": (
        RECORDING,
        {"space": Space(600_000_000, 10**12), "notice": Notice("Oh.", "It is noted.")},
        texts.SPACE_LOW_TITLE,
    ),
    "the recording before all": (
        (*RECORDING, LOST),
        {"space": Space(600_000_000, 10**12), "notice": Notice("Oh.", "It is noted.")},
        texts.PART_LOST_TITLE,
    ),
    "refused": ((READY, RecordAsked(), RecordRefused("No.")), {}, texts.REFUSED_TITLE),
}


@pytest.mark.parametrize(("events", "more", "title"), BANNERS.values(), ids=BANNERS)
def test_one_banner_the_most_urgent(
    events: tuple[object, ...], more: dict[str, object], title: str | None
) -> None:
    banner = view(*events, **more).banner  # type: ignore[arg-type]  # fields of Facts

    assert (banner.title if banner else None) == title


def test_an_unreadable_queue_is_never_green() -> None:
    shown = view(READY, queue=queue_of(HOME), queue_problem="database is locked")

    assert shown.tray.state == "attention"


SPACES = [
    (None, (), "…", "muted"),
    (Space(0, 0), (), texts.SPACE_UNKNOWN, "muted"),
    (Space(62_400_000_000, 250_000_000_000), (READY,), "62 GB", "muted"),
    (Space(62_400_000_000, 250_000_000_000), RECORDING, "14 h 26 min", "muted"),
    (Space(3_600_000_000, 250_000_000_000), RECORDING, "50 min", "warn"),
    (Space(600_000_000, 250_000_000_000), RECORDING, "8 min", "danger"),
    (Space(14_400_000_000, 10**12, Rate(400_000.0, "last")), (READY,), "10 h 0 min", "muted"),
    (Space(1_200_000_000, 10**12, Rate(400_000.0, "assumed")), (READY,), "50 min", "warn"),
    (Space(240_000_000, 10**12, Rate(400_000.0, "last")), (READY,), "10 min", "danger"),
    (Space(6_000_000, 10**12, Rate(400_000.0, "last")), (READY,), "less than 1 min", "danger"),
    (
        Space(3_600_000_000, 10**12, Rate(1.0, "assumed"), Limits(amber_s=45 * 60.0)),
        RECORDING,
        "50 min",
        "muted",
    ),
]


@pytest.mark.parametrize(("space", "events", "headline", "tone"), SPACES)
def test_space_is_hours_where_a_rate_was_measured(
    space: Space | None, events: tuple[object, ...], headline: str, tone: str
) -> None:
    shown = view(*events, space=space).space

    assert (shown.headline.replace("\N{NO-BREAK SPACE}", " "), shown.tone) == (headline, tone)


GB = 1_000_000_000


def said_of(space: Space) -> list[str]:
    sentence = view(READY, space=space).space.sentence
    return sentence.replace("\N{NO-BREAK SPACE}", " ").splitlines()


def test_our_recordings_other_files_and_free_space_are_told_apart() -> None:
    space = Space(62 * GB, 250 * GB, ours_bytes=100 * GB)

    shown = view(READY, space=space).space
    plain = [each.label.replace("\N{NO-BREAK SPACE}", " ") for each in shown.parts]
    assert plain == ["Recordings 100 GB", "Other files 88 GB", "Free 62 GB"]
    assert [each.share for each in shown.parts] == [400, 352, 248]
    assert "Other files" in shown.spoken
    assert view(READY, space=Space(62 * GB, 250 * GB)).space.parts == ()


def test_the_overflow_folder_adds_its_hours() -> None:
    rate = Rate(1_000_000.0, "last")
    space = Space(12 * GB, 250 * GB, rate, overflow=Usage(36 * GB, 500 * GB))
    shown = view(READY, space=space).space

    # 200 minutes less the last 2, and 600 in the overflow folder.
    assert shown.headline.replace("\N{NO-BREAK SPACE}", " ") == "13 h 18 min"
    assert said_of(space)[-1] == "Overflow folder: 36 GB free"
    assert shown.tone == "muted"


def test_an_overflow_folder_that_cannot_be_used_says_why() -> None:
    why = "The disk with the overflow folder /media/usb is not connected."

    assert said_of(Space(12 * GB, 250 * GB, overflow_trouble=why))[-1] == why


def test_a_recording_in_the_overflow_folder_says_so() -> None:
    sentence = "The first disk is nearly full; recordings go to /media/usb."
    shown = view(READY, RecordAsked(), InOverflow("recording", sentence), BEGAN)

    assert shown.banner is not None
    assert (shown.banner.title, shown.banner.sentence) == (texts.IN_OVERFLOW_TITLE, sentence)
    on_second = Space(12 * GB, 250 * GB, in_overflow=True)
    assert texts.SPACE_OF_OVERFLOW in said_of(on_second)


def test_a_recording_that_moved_on_is_shown_as_recording_until_the_next_one_is_asked_for() -> None:
    moved = (
        *RECORDING,
        RecordingEnded("recording", "complete", disk.MOVES_ON_REASON, 462.0),
        Ended("recording"),
        RecordingKept("recording"),
        InOverflow("next", "It goes on in /media/usb."),
    )
    began = PartBegan("next", 0, 0.0, 1)
    states = [
        reduce(after, moved, RecorderState()),
        reduce(after, (*moved, began), RecorderState()),
    ]

    assert [each.phase for each in states] == [Phase.BEGINNING, Phase.RECORDING]
    assert [each.recording for each in states] == [None, "next"]
    assert view(*moved, began).banner is not None
    assert reduce(after, (*moved, began, RecordAsked()), RecorderState()).in_overflow is None


@pytest.mark.parametrize(
    ("rate", "events", "words"),
    [
        (Rate(400_000.0, "assumed"), (READY,), "1.2 GB free, at an assumed 400 kB/s"),
        (Rate(400_000.0, "last"), (READY,), "1.2 GB free, at the last recordings' 400 kB/s"),
        (Rate(1.0, "last"), RECORDING, "1.2 GB free, at this recording's 1.2 MB/s"),
        (None, (READY,), "Free of 1.0 TB. Hours appear once the camera is open."),
    ],
)
def test_space_says_where_its_hours_are_from(
    rate: Rate | None, events: tuple[object, ...], words: str
) -> None:
    shown = view(*events, space=Space(1_200_000_000, 10**12, rate)).space

    assert shown.sentence.replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_disk_that_is_nearly_full_is_said_in_minutes_before_anything_is_recorded() -> None:
    banner = view(READY, space=Space(240_000_000, 10**12, Rate(400_000.0, "last"))).banner

    assert banner is not None
    assert (banner.title, banner.tone) == (texts.SPACE_LOW_TITLE, "danger")
    assert banner.sentence == "Space for 10 minutes left at this quality."


def test_a_recording_that_the_disk_ended_says_so_until_the_next() -> None:
    ended = EndedForSpace("recording", disk.ended_sentence(110.0))
    events = (*RECORDING, ended)
    assert view(*events).record.spoken == texts.STOPPING
    after_it = (*events, Ended("recording"), RecordingKept("recording"))

    for shown in (view(*events), view(*after_it)):
        assert shown.banner is not None
        assert shown.banner.title == texts.ENDED_FOR_SPACE_TITLE
        assert shown.banner.sentence == ended.sentence
    assert view(*after_it).record.spoken == texts.RECORD
    again = view(*after_it, RecordAsked()).banner
    assert again is None


def test_what_was_recovered_is_said_with_a_button_behind_all_that_is_urgent() -> None:
    recovered = Notice("1 recording recovered, 2 min 10 s.", "It is safe.", "info")
    banner = view(READY, recovered=recovered).banner

    assert banner is not None
    assert (banner.title, banner.tone, banner.action) == (recovered.title, "info", "dismiss")
    urgent = view(READY, recovered=recovered, queue=queue_of(FAILED)).banner
    assert urgent is not None
    assert urgent.action == "retry"


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
    assert shown.to_send.sentence == texts.sent_while_recorded(None)
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


ALARM = SoundAlarm("zero", "We cannot hear anything. Is the microphone switched on?")


def test_sound_that_cannot_be_meant_is_said_in_the_window_and_the_tray() -> None:
    shown = view(*RECORDING, ALARM)

    assert shown.banner is not None
    assert shown.banner.sentence == ALARM.sentence
    assert shown.tray.state == "attention"
    assert ALARM.sentence is not None
    assert ALARM.sentence in shown.tray.sentence


def test_nothing_is_said_once_the_sound_is_well_or_the_recorder_is_away() -> None:
    assert view(*RECORDING, ALARM, SoundAlarm(None, None)).banner is None
    lost = view(*RECORDING, ALARM, LOST)
    assert lost.banner is not None
    assert lost.banner.sentence == LOST.sentence
    assert view(*RECORDING, ALARM, LOST, RecorderBack()).banner is None


FROZEN = PictureAlarm("frozen", "The camera sends the same picture again and again.")
BLACK = PictureAlarm("black", "The picture is black. Take off the lens cap.")


@pytest.mark.parametrize(("alarm", "tone"), [(FROZEN, "danger"), (BLACK, "warn")])
def test_a_picture_that_cannot_be_meant_is_said_before_the_sound(
    alarm: PictureAlarm, tone: str
) -> None:
    shown = view(*RECORDING, ALARM, alarm)

    assert shown.banner is not None
    assert (shown.banner.tone, shown.banner.sentence) == (tone, alarm.sentence)
    assert shown.tray.state == "attention"
    assert alarm.sentence is not None
    assert alarm.sentence in shown.tray.sentence


CHANGED = DeviceChanged("camera", "A", "B", "Another camera came back.", "another camera")


def test_another_device_is_asked_about_until_it_is_confirmed() -> None:
    shown = view(*RECORDING, CHANGED)

    assert shown.banner is not None
    assert (shown.banner.action, shown.banner.label) == ("confirm", "Use “B”")
    assert shown.banner.sentence == CHANGED.sentence
    assert shown.tray.state == "attention"
    assert view(*RECORDING, CHANGED, DeviceAsExpected("microphone")).banner == shown.banner
    assert view(*RECORDING, CHANGED, DeviceAsExpected("camera")).banner is None


def test_a_picture_that_is_well_again_or_lost_is_not_complained_about() -> None:
    assert view(*RECORDING, BLACK, PictureAlarm(None, None)).banner is None
    lost = view(*RECORDING, FROZEN, LOST).banner
    assert lost is not None
    assert lost.sentence == LOST.sentence
    assert view(*RECORDING, FROZEN, LOST, BEGAN).banner is None


SLOW = Overload("r", True, "The computer is too slow. Nothing is lost: sending waits.")


def test_a_computer_at_its_limit_is_said_calmly_and_only_while_it_is() -> None:
    shown = view(*RECORDING, SLOW)

    assert shown.banner is not None
    assert (shown.banner.tone, shown.banner.sentence) == ("info", SLOW.sentence)
    assert view(*RECORDING, SLOW, Overload("r", False, None)).banner is None
    assert view(*RECORDING, SLOW, LOST, RecorderBack()).banner is None


def test_recordings_of_several_cameras_are_told_apart_by_the_cameras_name() -> None:
    front = replace(recording(1), camera="Front", take=2)
    side = replace(recording(2), session=front.session, camera="Side", take=2)
    alone = replace(recording(3), camera="Front", take=2)

    rows = view(queue=queue_of(front, side, alone)).rows

    told = {row.recording: row.subtitle.split(" · ")[:2] for row in rows}
    assert told[front.id] == ["Take 2", "Front"]
    assert told[side.id] == ["Take 2", "Side"]
    assert "Front" not in told[alone.id]
