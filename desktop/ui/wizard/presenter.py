"""The first start's knowledge, and what each page shows of it. Pure: no Qt widget, no station.

It owns when one may go on, and what the four lights mean on this computer.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum

from desktop.first_start import Place as Folder
from desktop.recording.devices import Devices
from desktop.ui import amounts
from desktop.ui.device_choice import Place, device_choice
from desktop.ui.facts import Beside, Facts
from desktop.ui.presenter import present
from desktop.ui.recorder_state import Phase, RecorderState
from desktop.ui.retelling import retell
from desktop.ui.views import MeterView, PreviewView, Tone
from desktop.ui.wizard import texts
from desktop.ui.wizard.views import (
    DevicesView,
    FrameView,
    LightRow,
    LightState,
    Page,
    ReceiverView,
    RehearsalView,
    StorageView,
    Way,
    WayOn,
)
from desktop.ui.words import tr
from uploader.items import RecordingSnapshot

SECONDS = 10.0
TIGHT_S = 3600.0
_EPOCH = datetime.fromtimestamp(0, UTC)


class Rehearsal(Enum):
    """Where the rehearsal stands."""

    NONE = "none"
    RUNNING = "running"
    SAVING = "saving"
    SENDING = "sending"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where recordings go, as far as somebody has said so."""

    way: Way = "elsewhere"
    is_busy: bool = False
    url: str = ""
    """Where this computer is enrolled; empty while it is not."""
    is_here: bool = False
    at_former: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """All that the first start knows at one moment."""

    page: Page
    folder: Folder
    can_choose_folder: bool
    source: str
    audio: str | None = None
    is_opening: bool = False
    devices: Devices | None = None
    is_looking: bool = False
    recorder: RecorderState = field(default_factory=RecorderState)
    receiver: Receiver = field(default_factory=Receiver)
    rehearsal: Rehearsal = Rehearsal.NONE
    recording: RecordingSnapshot | None = None
    trouble: str = ""
    """Why the station, or the rehearsal, did not work."""

    @property
    def is_connected(self) -> bool:
        """Whether recordings are sent anywhere."""
        return bool(self.receiver.url)

    @property
    def all_lights(self) -> bool:
        """Whether the rehearsal has shown all that it can."""
        lights = lights_of(self)
        return all(each.state in ("on", "later") for each in lights) and lights[0].state == "on"


def frame_view(known: Known) -> FrameView:
    """Which buttons do something."""
    rehearsing = known.rehearsal in (Rehearsal.RUNNING, Rehearsal.SAVING)
    busy = known.receiver.is_busy or known.is_opening or rehearsing
    allowed: dict[Page, Callable[[], bool]] = {
        Page.STORAGE: lambda: not known.folder.trouble,
        Page.DEVICES: lambda: True,
        Page.RECEIVER: lambda: known.is_connected or known.receiver.way == "later",
        Page.REHEARSAL: lambda: True,
    }
    return FrameView(
        page=known.page,
        can_go_back=known.page is not Page.STORAGE and not busy,
        can_go_on=allowed[known.page]() and not busy,
        on=_way_on(known),
        is_busy=busy,
    )


def _way_on(known: Known) -> WayOn:
    if known.page is not Page.REHEARSAL:
        return "next"
    return "skip" if known.rehearsal in (Rehearsal.NONE, Rehearsal.FAILED) else "finish"


def storage_view(known: Known) -> StorageView:
    """The folder and its room."""
    place = known.folder
    if place.trouble:
        sentence, tone = tr(texts.PLACE_UNFIT).format(reason=retell(place.trouble)), "danger"
    elif place.left_s < TIGHT_S and place.total_bytes:
        sentence, tone = tr(texts.PLACE_TIGHT), "warn"
    elif not known.can_choose_folder:
        sentence, tone = tr(texts.PLACE_FIXED), "muted"
    else:
        sentence, tone = tr(texts.PLACE_GOOD), "ok"
    used, room, line = 0, tr(texts.ROOM_UNKNOWN), tr(texts.ROOM_UNKNOWN_LINE)
    if place.total_bytes:
        used = round(1000 * (place.total_bytes - place.free_bytes) / place.total_bytes)
        room = amounts.span(place.left_s)
        line = tr(texts.ROOM_LINE).format(
            free=amounts.size(place.free_bytes), total=amounts.size(place.total_bytes)
        )
    return StorageView(
        folder=str(place.folder),
        room=room,
        room_line=line,
        tone=_tone(tone),
        sentence=sentence,
        can_choose=known.can_choose_folder,
        used_share=used,
    )


def _tone(name: str) -> Tone:
    tones: dict[str, Tone] = {"danger": "danger", "warn": "warn", "muted": "muted", "ok": "ok"}
    return tones[name]


def devices_view(known: Known) -> DevicesView:
    """What can be chosen, and what the chosen ones give."""
    choice = device_choice(
        known.devices,
        [Place(known.source, known.audio, _name(known), known.recorder)],
        0,
        recording=False,
        with_scene=True,
        looking=known.is_looking,
    )
    return DevicesView(
        cameras=choice.cameras,
        microphones=choice.microphones,
        really=_really(known),
        note=_devices_note(known),
        is_looking=known.is_looking,
        preview=_live(known)[0],
        meter=_live(known)[1],
    )


def _name(known: Known) -> str:
    return Beside(known.source, known.recorder).name


def _really(known: Known) -> str:
    video = known.recorder.video
    if video is None or known.recorder.phase is Phase.UNAVAILABLE:
        return ""
    return tr(texts.REALLY).format(
        width=video.width, height=video.height, fps=amounts.shortest(video.nominal_fps)
    )


def _devices_note(known: Known) -> str:
    if known.trouble:
        return retell(known.trouble)
    if known.is_looking or known.devices is None:
        return tr(texts.LOOKING)
    if not known.devices.cameras and known.recorder.phase is not Phase.READY:
        return tr(texts.NO_CAMERA_NEXT)
    return retell(known.devices.microphones_note or "")


def _live(known: Known) -> tuple[PreviewView, MeterView]:
    view = present(Facts(known.source, _EPOCH, known.recorder))
    return view.preview, view.meter


def receiver_view(receiver: Receiver) -> ReceiverView:
    """Which way, and how it went."""
    tone: Tone = "muted"
    title, sentence = "", ""
    is_connected = bool(receiver.url)
    if receiver.is_busy:
        words = texts.STARTING_HERE if receiver.way == "here" else texts.CONNECTING
        sentence, tone = tr(words), "info"
    elif receiver.trouble:
        title, sentence, tone = tr(texts.NOT_CONNECTED), retell(tr(receiver.trouble)), "danger"
    elif is_connected and receiver.way != "later":
        words = texts.CONNECTED_HERE if receiver.is_here else texts.CONNECTED_TO
        title, sentence, tone = tr(texts.CONNECTED), tr(words).format(url=receiver.url), "ok"
        if receiver.at_former:
            sentence = f"{sentence} {tr(texts.AT_FORMER, receiver.at_former)}"
    return ReceiverView(
        way=receiver.way,
        is_busy=receiver.is_busy,
        is_connected=is_connected,
        title=title,
        sentence=sentence,
        tone=tone,
        can_open_page=receiver.is_here and is_connected and not receiver.is_busy,
    )


def rehearsal_view(known: Known) -> RehearsalView:
    """The lights, and what happens now."""
    sentence, tone = _rehearsal_sentence(known)
    snapshot = known.recording
    detail = ""
    if snapshot is not None and snapshot.duration_s > 0:
        detail = tr(texts.NUMBERS).format(
            frames=amounts.number(snapshot.frames),
            seconds=amounts.number(snapshot.duration_s, 1),
            lost=amounts.number(snapshot.lost_frames),
        )
    busy = known.rehearsal in (Rehearsal.RUNNING, Rehearsal.SAVING)
    preview, meter = _live(known)
    return RehearsalView(
        lights=lights_of(known),
        sentence=sentence,
        detail=detail,
        tone=tone,
        can_start=known.recorder.phase is Phase.READY and not busy,
        was_run=known.rehearsal is not Rehearsal.NONE,
        preview=preview,
        meter=meter,
    )


def _rehearsal_sentence(known: Known) -> tuple[str, Tone]:
    if known.rehearsal is Rehearsal.FAILED:
        return tr(texts.REHEARSAL_FAILED).format(why=retell(known.trouble)), "danger"
    if known.rehearsal is Rehearsal.RUNNING:
        left = max(0, round(SECONDS - known.recorder.elapsed_s))
        return tr(texts.REHEARSAL_RUNNING).format(left=left), "recording"
    if known.rehearsal is Rehearsal.SAVING:
        return tr(texts.REHEARSAL_SAVING), "info"
    if known.rehearsal is Rehearsal.SENDING:
        return _sending_sentence(known)
    if known.recorder.phase is Phase.READY:
        return tr(texts.REHEARSAL_READY), "muted"
    problem = known.recorder.problem
    if known.recorder.phase is Phase.UNAVAILABLE and problem is not None:
        return retell(problem.sentence), "danger"
    return tr(texts.REHEARSAL_OPENING), "muted"


def _sending_sentence(known: Known) -> tuple[str, Tone]:
    if known.all_lights and not known.is_connected:
        return tr(texts.REHEARSAL_SAVED_ONLY), "ok"
    if known.all_lights:
        return tr(texts.REHEARSAL_ALL), "ok"
    why = known.recording.why if known.recording is not None else ""
    return tr(texts.REHEARSAL_SENDING).format(why=retell(why)).strip(), "info"


def lights_of(known: Known) -> tuple[LightRow, ...]:
    """The four lights of the rehearsal, each by its evidence."""
    snapshot = known.recording
    custody = snapshot.custody if snapshot is not None else None
    received = (
        snapshot is not None
        and snapshot.segments > 0
        and snapshot.custody.received_segments == snapshot.segments
        and custody is not None
        and custody.saved
    )
    lit = (
        custody is not None and custody.saved,
        received,
        custody is not None and custody.verified,
        custody is not None and custody.playable,
    )
    names = zip(texts.LIGHTS, texts.LIGHT_MEANINGS, strict=True)
    return tuple(
        _light(known, number, name, meaning, lit) for number, (name, meaning) in enumerate(names)
    )


_WORDS: dict[LightState, str] = {
    "on": texts.LIGHT_ON,
    "works": texts.LIGHT_WORKS,
    "waits": texts.LIGHT_WAITS,
    "later": texts.LIGHT_LATER,
}


def _light(known: Known, number: int, name: str, meaning: str, lit: tuple[bool, ...]) -> LightRow:
    state: LightState = "waits"
    running = known.rehearsal not in (Rehearsal.NONE, Rehearsal.FAILED)
    if lit[number]:
        state = "on"
    elif number and not known.is_connected:
        state = "later"
    elif running and (number == 0 or lit[number - 1]):
        state = "works"
    return LightRow(tr(name), state, tr(_WORDS[state]), tr(meaning))
