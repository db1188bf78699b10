"""What a film itself says of its quality: light, sharpness, faces, sound, timing; as numbers.

Measured on the receiver, on what really arrived, with the thresholds that recorders use. It judges
nothing that a film cannot show: encoders make still what hardly moved, so a standing picture is
counted and never called a fault. `docs/quality.md` says what each number means.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import ceil
from typing import Final

from holdfast.jsonform import FORMAT_VERSION, Json, canonical
from holdfast.quality import DETECTOR, THRESHOLDS, PictureCounts
from holdfast.version import VERSION
from server.jobs.film_source import Film, films_of, opened, picture_track
from server.jobs.footage import footage_of
from server.jobs.frames import Decoding, pictures_at
from server.jobs.kinds import Made, Task
from server.jobs.making import made_of
from server.jobs.parts import read_manifest
from server.jobs.picture_measures import Examiner
from server.jobs.sound_measures import Heard, measure_sound, together
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
    films = films_of(task.folder)
    task.step("timing")
    timings = [_timing_of(film) for film in films]
    task.told(_OF_TIMING)
    task.step("sound")
    heard = [_heard_in(films, film, task) for film in films]
    task.step("picture")
    seen = look_at(films, task)
    sound = together([each for each in heard if each is not None])
    expects_face = footage_of(task.folder, read_manifest(task.folder)) is None
    value: Json = {
        "format_version": FORMAT_VERSION,
        "recording": task.folder.recording,
        "film": films[0].path.name,
        "checker": {
            "name": "Holdfast receiver",
            "version": VERSION,
            "detector": DETECTOR,
            "thresholds": asdict(THRESHOLDS),
        },
        "picture": asdict(seen),
        "sound": None if sound is None else asdict(sound),
        "timing": timings[0],
        "films": [
            {
                "film": film.path.name,
                "part": film.part,
                "begins_s": film.begins_s,
                "timing": timing,
                "sound": None if own is None else asdict(own),
            }
            for film, timing, own in zip(films, timings, heard, strict=True)
        ],
        "findings": findings(seen, sound, expects_face=expects_face),
    }
    return Made((made_of(task, task.folder.quality, canonical(value)),), value)


def _timing_of(film: Film) -> Json:
    with opened(film) as container:
        return measure_timing(container, picture_track(container))


def _heard_in(films: Sequence[Film], film: Film, task: Task) -> Heard | None:
    done_s = _before_s(films, film)

    def told(share: float) -> None:
        task.told(_OF_TIMING + _share_of(films, done_s + share * film.duration_s) * _OF_SOUND)

    with opened(film) as container:
        return measure_sound(container, film, told)


def look_at(films: Sequence[Film], task: Task) -> Seen:
    """Look at all films every half second, or as often as the most looks allow."""
    whole_s = sum(each.duration_s for each in films)
    every_s = max(LOOK_EVERY_S, round(whole_s / LOOKS_MOST, 3))
    counts, damaged = PictureCounts(), 0
    for film in films:
        count = max(1, min(LOOKS_MOST, ceil(film.duration_s / every_s)))
        times_s = [number * every_s for number in range(count)]
        done_s = _before_s(films, film)

        def told(share: float, done_s: float = done_s, own_s: float = film.duration_s) -> None:
            done = _share_of(films, done_s + share * own_s)
            task.told(_OF_TIMING + _OF_SOUND + done * _OF_PICTURE)

        with opened(film) as container:
            decoding, examiner = Decoding(container, picture_track(container)), Examiner()
            for _, time_s, picture in pictures_at(decoding, times_s, told):
                counts = counts.and_look(examiner.look(picture, round(time_s * 1e9)))
            damaged += decoding.damaged
    return Seen(
        looks=counts.looks,
        every_s=every_s,
        face_seen_share=_share(counts.with_face, counts.looks),
        dark_share=_share(counts.dark, counts.looks),
        blurred_share=_share(counts.blurred, counts.looks),
        unchanged_share=_share(counts.same, counts.looks - len(films)),
        damaged_packets=damaged,
    )


def _before_s(films: Sequence[Film], film: Film) -> float:
    return sum(each.duration_s for each in films[: films.index(film)])


def _share_of(films: Sequence[Film], done_s: float) -> float:
    whole_s = sum(each.duration_s for each in films)
    return min(1.0, done_s / whole_s) if whole_s > 0 else 0.0


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
