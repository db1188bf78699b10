"""Which cameras and microphones a person can choose, and what choosing one asks for. Pure.

It joins what was found with what is in use: a device that is in use is listed even where it is
unplugged. Sentences come from `texts.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.choosing import Choose
from desktop.recording.choice import LIVE_SCENE, SCENE, SourceKind, kind_of
from desktop.recording.devices import Camera, Devices
from desktop.recording.errors import RecordingError
from desktop.ui import device_texts, sentences
from desktop.ui.recorder_state import Phase, RecorderState
from desktop.ui.retelling import retell
from desktop.ui.words import tr

DEFAULT = "default"
NO_SOUND = "none"
TONE = "test"
SCENES = (SCENE, LIVE_SCENE)


@dataclass(frozen=True, slots=True)
class Place:
    """A picture of the window: what was asked for, and what is known of its recorder."""

    source: str
    audio: str | None
    name: str
    recorder: RecorderState = field(default_factory=RecorderState)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list. `wish` is what choosing it asks for, as in `CaptureRequest`."""

    wish: str
    label: str
    is_current: bool = False
    is_offered: bool = True


@dataclass(frozen=True, slots=True)
class DeviceChoiceView:
    """What the dialog shows for one place. `microphones` is empty where there is no sound."""

    places: tuple[str, ...]
    place: int
    cameras: tuple[Entry, ...]
    microphones: tuple[Entry, ...]
    hint: str
    note: str
    """What could not be found out, or that it is still being looked for; may be empty."""

    def choice(self, camera: Entry | None, microphone: Entry | None) -> Choose | None:
        """What these two lines ask for; None where nothing changes."""
        source = camera.wish if camera is not None and not camera.is_current else None
        audio = microphone.wish if microphone is not None and not microphone.is_current else None
        return None if source is None and audio is None else Choose(source, audio)


def device_choice(
    found: Devices | None,
    places: Sequence[Place],
    place: int,
    *,
    recording: bool,
    with_scene: bool,
    looking: bool = False,
) -> DeviceChoiceView:
    """The lists for one place; `found` is None before anything was found.

    `looking`: it is being looked for devices (again).

    `with_scene`: whether this is a test or a demo, the only places where the scene is offered.
    """
    names = tuple(
        sentences.place_of_camera(number, each.name) for number, each in enumerate(places, 1)
    )
    return DeviceChoiceView(
        places=names,
        place=place,
        cameras=() if found is None else _cameras(found, places, place, with_scene),
        microphones=(() if found is None or place else _microphones(found, places[0], with_scene)),
        hint=tr(device_texts.DEVICES_RECORDING) if recording else tr(device_texts.DEVICES_IDLE),
        note=tr(device_texts.LOOKING_FOR_DEVICES) if looking or found is None else _note(found),
    )


def _note(found: Devices) -> str:
    notes = [] if found.cameras else [tr(device_texts.NO_CAMERAS)]
    if found.microphones_note is not None:
        notes.append(retell(found.microphones_note))
    return " ".join(notes)


def _cameras(
    found: Devices, places: Sequence[Place], place: int, with_scene: bool
) -> tuple[Entry, ...]:
    elsewhere = {
        name for number, each in enumerate(places) if number != place for name in _ids(each)
    }
    here = _ids(places[place])
    names = [each.name for each in found.cameras]
    entries = [
        _camera(each, here, elsewhere, is_twin=names.count(each.name) > 1) for each in found.cameras
    ]
    if with_scene:
        source = places[place].source
        entries += [_scene(each, is_current=source == each) for each in SCENES]
    if not any(each.is_current for each in entries):
        entries.insert(0, _absent(places[place]))
    return tuple(entries)


def _camera(camera: Camera, here: set[str], elsewhere: set[str], *, is_twin: bool) -> Entry:
    known_as = {camera.id, camera.path, camera.path.removeprefix("/dev/video")}
    is_elsewhere = bool(known_as & elsewhere)
    is_here = bool(known_as & here) and not is_elsewhere
    notes = (
        camera.path if is_twin else "",
        tr(device_texts.IN_USE) if is_here else "",
        tr(device_texts.IN_USE_ELSEWHERE) if is_elsewhere else "",
    )
    label = sentences.device_with_note(camera.name, *notes)
    return Entry(camera.id, label, is_current=is_here, is_offered=not is_elsewhere)


def _scene(source: str, *, is_current: bool) -> Entry:
    note = tr(device_texts.IN_USE) if is_current else ""
    return Entry(
        source, sentences.device_with_note(sentences.source_line(source), note), is_current
    )


def _ids(place: Place) -> set[str]:
    """What a place's camera is known as; the one that is open, where one is."""
    video = place.recorder.video
    is_open = video is not None and place.recorder.phase is not Phase.UNAVAILABLE
    return {video.camera_id} if video is not None and is_open else {place.source}


def _absent(place: Place) -> Entry:
    """What was asked for and is not among what was found: unplugged, a stream or a file."""
    try:
        is_camera = kind_of(place.source) is SourceKind.CAMERA
    except RecordingError:
        is_camera = True
    note = tr(device_texts.NOT_PLUGGED_IN) if is_camera else ""
    label = sentences.device_with_note(place.name, note)
    return Entry(place.source, label, is_current=True, is_offered=not is_camera)


def _microphones(found: Devices, place: Place, with_scene: bool) -> tuple[Entry, ...]:
    audio = place.recorder.audio
    open_name = audio.microphone if audio is not None else ""
    wish = place.audio or (TONE if place.source in SCENES else DEFAULT)
    labels = {each.name: each.name for each in found.microphones}
    if labels:
        default = next((each.name for each in found.microphones if each.is_default), "")
        labels = {DEFAULT: sentences.system_microphone(default), **labels}
    if with_scene:
        labels[TONE] = tr(device_texts.BUILT_IN_TONE)
    labels[NO_SOUND] = tr(device_texts.NO_SOUND_WANTED)
    current = next((each for each in (wish, open_name) if each in labels), None)
    if current is not None:
        labels[current] = sentences.device_with_note(labels[current], tr(device_texts.IN_USE))
    entries = tuple(Entry(each, label, each == current) for each, label in labels.items())
    return entries if current is not None else (_missing(wish, open_name), *entries)


def _missing(wish: str, open_name: str) -> Entry:
    """The microphone that was asked for and is not among what was found."""
    if wish == DEFAULT:
        return Entry(DEFAULT, sentences.system_microphone(""), is_current=True)
    label = sentences.device_with_note(open_name or wish, tr(device_texts.NOT_PLUGGED_IN))
    return Entry(wish, label, is_current=True, is_offered=False)
