"""What a film itself says of its quality: light, sharpness, faces, sound, timing; as numbers.

Measured on the receiver, on what really arrived, with the thresholds that recorders use. It judges
nothing that a film cannot show: encoders make still what hardly moved, so a standing picture is
counted and never called a fault. `docs/quality.md` says what each number means.
"""

from dataclasses import asdict, dataclass
from math import ceil
from typing import Final

from holdfast.jsonform import FORMAT_VERSION, Json, canonical
from holdfast.quality import DETECTOR, THRESHOLDS, PictureCounts
from holdfast.version import VERSION
from server.jobs.film_source import Film, film_of, opened, picture_track
from server.jobs.footage import footage_of
from server.jobs.frames import Decoding, pictures_at
from server.jobs.kinds import Made, Task
from server.jobs.making import made_of
from server.jobs.parts import read_manifest
from server.jobs.picture_measures import Examiner
from server.jobs.sound_measures import Heard, measure_sound
from server.jobs.timing import measure_timing

LOOK_EVERY_S: Final = 0.5
"""As the recorder looks."""
LOOKS_MOST: Final = 600
_OF_PICTURE, _OF_SOUND, _OF_TIMING = 0.8, 0.15, 0.05


@dataclass(frozen=True, slots=True)
class Seen:
    """What looks at pictures brought. A share is of the looks, from 0 to 1."""

    looks: int
    every_s: float
    face_seen_share: float | None
    dark_share: float | None
    blurred_share: float | None
    unchanged_share: float | None
    damaged_packets: int


def make(task: Task) -> Made:
    """`derived/quality.json`. Raises CannotSucceed, NoRoom, FFmpegError, OSError."""
    film = film_of(task.folder)
    task.step("timing")
    with opened(film) as container:
        timing = measure_timing(container, picture_track(container))
    task.told(_OF_TIMING)
    task.step("sound")
    with opened(film) as container:
        heard = measure_sound(
            container, film, lambda share: task.told(_OF_TIMING + share * _OF_SOUND)
        )
    task.step("picture")
    seen = look_at(film, task)
    expects_face = footage_of(task.folder, read_manifest(task.folder)) is None
    value: Json = {
        "format_version": FORMAT_VERSION,
        "recording": task.folder.recording,
        "film": film.path.name,
        "checker": {
            "name": "Holdfast receiver",
            "version": VERSION,
            "detector": DETECTOR,
            "thresholds": asdict(THRESHOLDS),
        },
        "picture": asdict(seen),
        "sound": None if heard is None else asdict(heard),
        "timing": timing,
        "findings": findings(seen, heard, expects_face=expects_face),
    }
    return Made((made_of(task, task.folder.quality, canonical(value)),), value)


def look_at(film: Film, task: Task) -> Seen:
    """Look at the film every half second, or as often as the most looks allow."""
    every_s = max(LOOK_EVERY_S, round(film.duration_s / LOOKS_MOST, 3))
    count = max(1, min(LOOKS_MOST, ceil(film.duration_s / every_s)))
    times_s = [number * every_s for number in range(count)]
    counts, examiner = PictureCounts(), Examiner()
    before = _OF_TIMING + _OF_SOUND

    def told(share: float) -> None:
        task.told(min(1.0, before + share * _OF_PICTURE))

    with opened(film) as container:
        decoding = Decoding(container, picture_track(container))
        for time_s, picture in pictures_at(decoding, times_s, told):
            counts = counts.and_look(examiner.look(picture, round(time_s * 1e9)))
    return Seen(
        looks=counts.looks,
        every_s=every_s,
        face_seen_share=_share(counts.with_face, counts.looks),
        dark_share=_share(counts.dark, counts.looks),
        blurred_share=_share(counts.blurred, counts.looks),
        unchanged_share=_share(counts.same, counts.looks - 1),
        damaged_packets=decoding.damaged,
    )


def _share(count: int | None, of: int) -> float | None:
    return None if count is None or of <= 0 else round(count / of, 4)


def findings(seen: Seen, heard: Heard | None, *, expects_face: bool) -> list[Json]:
    """What is not as it should be, in plain words; a `share` of the time, or a `value`.

    Footage of other cameras may show anything: no face is expected there.
    """
    found: list[Json] = []
    unseen = None if seen.face_seen_share is None else round(1 - seen.face_seen_share, 4)
    if expects_face and unseen is not None and unseen >= THRESHOLDS.unseen_share:
        found.append(_finding("no_face", "No face was seen", unseen))
    if (seen.dark_share or 0) >= THRESHOLDS.dark_share:
        found.append(_finding("too_dark", "The picture is too dark", seen.dark_share))
    if (seen.blurred_share or 0) >= THRESHOLDS.blurred_share:
        found.append(_finding("blurred", "The picture is blurred", seen.blurred_share))
    if heard is not None and (heard.silent_share or 0) >= THRESHOLDS.silent_share:
        found.append(_finding("silent", "The sound is silent", heard.silent_share))
    if heard is not None and (heard.clipped_share or 0) >= THRESHOLDS.clipped_share:
        words = "The sound is too loud and distorted"
        found.append(_finding("clipped", words, heard.clipped_share))
    if seen.damaged_packets:
        words = f"{seen.damaged_packets} packets of the picture cannot be decoded."
        found.append({"code": "damaged", "words": words, "value": seen.damaged_packets})
    return found


def _finding(code: str, words: str, share: float | None) -> Json:
    share = share or 0.0
    how_long = "all the time" if share >= 0.995 else f"for {share * 100:.0f} % of the time"
    return {"code": code, "words": f"{words} {how_long}.", "share": share}
