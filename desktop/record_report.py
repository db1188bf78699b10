"""What `holdfast record` says: what happens while it records, and what each camera made in the end.

Sentences go to standard error, what was recorded to standard output, as text or as lines of JSON.
It drives nothing: that is `record.py`'s.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import click

from desktop.recording.model import SOUND_LOST, MarkerSet, Overload, PictureAlarm, Ready, SoundAlarm
from desktop.recording.quality import Quality
from desktop.station import RecordingSaved, Station
from desktop.station_events import EndedForSpace, FromCamera, InOverflow, Recovered, SpaceLow
from desktop.supervisor import RecorderLost
from desktop.supervisor_events import DeviceChanged, GrowsAgain, NotGrowing
from holdfast.command import Failure, print_json
from holdfast.decision import read_decision
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest

_CUT_SHORT = "The recording ended before it should. What was recorded is safe and will be sent."
_GROWS_AGAIN = "The recording reaches the disk again."
_SOUND_LOST = (
    "The microphone stopped. The picture goes on and the silence is noted. Check its plug: it is"
    " heard again as soon as it is back."
)
_KEEPS_UP = "The computer keeps up again."
NEVER_BEGAN = "Nothing was recorded: it was stopped before the first picture arrived."


@dataclass(slots=True)
class Camera:
    """What is known of one camera: whether it is ready, why it was lost, what it recorded."""

    ready: Ready | None = None
    loss: str | None = None
    """The sentence about a loss after which nothing came."""
    saved: RecordingSaved | None = None
    quality: dict[str, Quality] = field(default_factory=dict)
    """What was found, by recording: several where a full disk was left for another."""


def of_camera(cameras: Sequence[Camera], event: object) -> tuple[Camera, object]:
    """Which camera an event is about, and the event itself."""
    if isinstance(event, FromCamera):
        return cameras[event.camera], event.event
    return cameras[0], event


_SAID = (
    NotGrowing,
    RecorderLost,
    DeviceChanged,
    SpaceLow,
    InOverflow,
    EndedForSpace,
    SoundAlarm,
    PictureAlarm,
)


def tell(event: object, as_json: bool) -> None:
    """Say what happens while it records, where there is something to say."""
    sentence = _sentence(event)
    if sentence is not None:
        click.echo(sentence, err=True)
    if isinstance(event, MarkerSet) and as_json:
        marker = {"t_s": event.t_s, "name": event.name}
        print_json({"marker": marker, "recording": event.recording})


def _sentence(event: object) -> str | None:
    """What to say about an event; None for nothing."""
    match event:
        case _ if isinstance(event, _SAID):
            return event.sentence
        case GrowsAgain():
            return _GROWS_AGAIN
        case Overload(sentence=sentence):
            return sentence or _KEEPS_UP
        case Recovered(title=title, sentence=sentence):
            return f"{title}. {sentence}"
        case MarkerSet(name=name, source="recorder") if name == SOUND_LOST:
            return _SOUND_LOST
    return None


def take_saved(station: Station, camera: Camera, saved: RecordingSaved, as_json: bool) -> None:
    """Keep what a camera saved for the report; where another one follows it, say so at once."""
    if saved.goes_on_as is None:
        camera.saved = saved
        return
    # The disk was full, and another recording goes on.
    camera.loss = None
    if saved.trouble is not None:
        click.echo(saved.trouble, err=True)
    elif saved.manifest is not None:
        _print_saved(station, saved, saved.manifest, None, as_json)


def report(station: Station, cameras: Sequence[Camera], as_json: bool) -> None:
    """Say what each camera recorded; only then fail for the first one that has a fault."""
    faults = [_report_camera(station, each, as_json) for each in cameras]
    fault = next((each for each in faults if each is not None), None)
    if fault is not None:
        raise Failure(fault)


def _report_camera(station: Station, camera: Camera, as_json: bool) -> str | None:
    saved = camera.saved
    assert saved is not None
    manifest = saved.manifest
    if saved.trouble is not None:
        return " ".join(each for each in (camera.loss, saved.trouble) if each)
    if manifest is None:
        return camera.loss or NEVER_BEGAN
    _print_saved(station, saved, manifest, camera.quality.get(saved.recording), as_json)
    if manifest.state == "interrupted":
        return camera.loss or _CUT_SHORT
    return None


def _print_saved(
    station: Station,
    saved: RecordingSaved,
    manifest: Manifest,
    quality: Quality | None,
    as_json: bool,
) -> None:
    if as_json:
        for gap in manifest.gaps:
            print_json({"gap": gap.to_json()})
        if quality is not None:
            print_json({"quality": quality.to_json(), "recording": saved.recording})
        print_json(station.recording_snapshot(saved.recording).to_json())
    else:
        click.echo(_summary(manifest))
        if quality is not None:
            click.echo(quality.words)
        click.echo(_where(saved))


def _where(saved: RecordingSaved) -> str:
    note = read_decision(RecordingFolder(saved.folder))
    if note is not None and not note.may_leave:
        return (
            f"It is safe in {saved.folder}. Nothing of it leaves this computer before holdfast "
            f"queue keep {saved.recording}; holdfast queue discard deletes it."
        )
    return f"It is safe in {saved.folder} and waits to be sent."


def _summary(manifest: Manifest) -> str:
    lost = f", {manifest.lost_frames} lost" if manifest.lost_frames else ""
    gaps = f", {_count(len(manifest.gaps), 'gap')} noted" if manifest.gaps else ""
    return (
        f"Saved {manifest.announcement.participant}: {manifest.duration_s:.1f} s, "
        f"{_count(manifest.frames, 'frame')}{lost}, "
        f"{_count(len(manifest.segments), 'segment')}{gaps}."
    )


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
