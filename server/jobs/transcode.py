"""A copy of the film that browsers play, where the film itself is none: H.264 and AAC, fast-start.

What is such already is left as it is, track by track: only what no browser plays is encoded anew.
The film and what was received stay untouched.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from av.container import InputContainer
from av.error import FFmpegError

from holdfast.clock import SystemClock
from holdfast.jsonform import FORMAT_VERSION, Json
from server.jobs.ffmpeg import (
    Ffmpeg,
    FfmpegFailed,
    NoFfmpeg,
    Runner,
    Told,
    TookTooLong,
    find_ffmpeg,
    input_options,
)
from server.jobs.film_source import Film, films_of, opened, picture_track
from server.jobs.footage_probe import look_into
from server.jobs.hearing import sound_track
from server.jobs.kinds import Made, Piece, Task
from server.jobs.making import finished
from server.jobs.media import PIXELS_MOST
from server.jobs.parts import CannotSucceed
from server.jobs.probe import TOLERANCE_S, NotPlayable
from server.jobs.room import LEFT_BYTES, NoRoom, free_bytes, require_room

PICTURE: Final = "h264"
POINTS: Final = ("yuv420p", "yuvj420p")
"""Eight bits and half the colour: of H.264, browsers decode nothing else everywhere."""
SOUND: Final = "aac"
LARGEST: Final = (1920, 1080)
LEAST_S: Final = 600.0
SLOWEST: Final = 60.0
"""So many times as long as the film lasts may it take: 4K on one slow core is at 20."""
SECONDS_A_FRAME: Final = 2.0
"""Or so long for each picture, where the film claims to be short and is not."""
_BOXES_MOST: Final = 1000


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with each track."""

    encodes_picture: bool
    encodes_sound: bool
    begins_at_once: bool
    picture: str
    sound: str | None

    @property
    def is_needed(self) -> bool:
        return self.encodes_picture or self.encodes_sound or not self.begins_at_once

    @property
    def why(self) -> str:
        """A sentence for people."""
        heard = "no sound" if self.sound is None else f"{self.sound} sound"
        found = f"The film is {self.picture} with {heard}"
        if not self.is_needed:
            return f"{found} and begins to play at once: browsers play it as it is."
        wanted = [
            *(["its picture is encoded anew"] if self.encodes_picture else []),
            *(["its sound is encoded anew"] if self.encodes_sound else []),
        ]
        return f"{found}: {' and '.join(wanted) or 'only its index is moved to the front'}."


def make(task: Task) -> Made:
    """`derived/playback.mp4`, and one for each part that has a film of its own, or only the reason
    why none is needed.

    Raises CannotSucceed, NoRoom, FFmpegError, OSError.
    """
    pieces: list[Piece] = []
    told: list[Json] = []
    for film in films_of(task.folder):
        piece, about = _copy(task, film)
        pieces += [] if piece is None else [piece]
        told.append({"film": film.path.name, "part": film.part, **about})
    facts: Json = {
        "format_version": FORMAT_VERSION,
        "skipped": not pieces,
        "reason": " ".join(each["reason"] for each in told),
        "films": told,
    }
    return Made(tuple(pieces), facts)


def _copy(task: Task, film: Film) -> tuple[Piece | None, Json]:
    """The copy of one film, where it needs one, and what is to be said of it."""
    with opened(film) as container:
        plan = plan_of(container, film)
    task.say(plan.why)
    if not plan.is_needed:
        return None, {"skipped": True, "reason": plan.why}
    folder, part = task.folder, film.part
    final = folder.playback if part is None else folder.playback_part(part)
    temporary = task.temporary(final)
    encoder = _write(task, film, plan, temporary)
    task.step("proving")
    found = prove(temporary, film, task.told)
    about = {"skipped": False, "reason": plan.why, "encoder": encoder, **found}
    return finished(temporary, final), about


def plan_of(container: InputContainer, film: Film) -> Plan:
    """What browsers do not play of an open film."""
    picture, sound = picture_track(container), sound_track(container)
    context = picture.codec_context
    plays = context.name == PICTURE and context.pix_fmt in POINTS
    heard = None if sound is None else sound.codec_context.name
    is_mp4 = film.demuxer == "mp4"
    return Plan(
        encodes_picture=not plays,
        encodes_sound=heard is not None and heard != SOUND,
        begins_at_once=is_mp4 and begins_at_once(film.path),
        picture=f"{context.name} ({context.pix_fmt})",
        sound=heard,
    )


def begins_at_once(path: Path) -> bool:
    """Whether an MP4's index lies before its media (ISO/IEC 14496-12, 6.2.3)."""
    for kind in _boxes(path):
        if kind in (b"moov", b"mdat"):
            return kind == b"moov"
    return False


def _boxes(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        for _ in range(_BOXES_MOST):
            head = file.read(16)
            size = int.from_bytes(head[:4], "big")
            if size == 1:
                size = int.from_bytes(head[8:16], "big")
            if len(head) < 8:
                return
            yield head[4:8]
            if size < 8:
                return
            file.seek(size - len(head), 1)


def _write(task: Task, film: Film, plan: Plan, path: Path) -> str:
    """Have ffmpeg write it; which one it was. Raises CannotSucceed, NoRoom, OSError."""
    require_room(task.folder.path, film.path.stat().st_size)
    try:
        ffmpeg = find_ffmpeg()
        runner = Runner(ffmpeg, SystemClock(), task.say)
        runner.run(arguments(film, plan, path, ffmpeg), _Watch(task, film), limit_s=limit_s(film))
    except NoFfmpeg as error:
        raise CannotSucceed(str(error)) from error
    except TookTooLong as error:
        raise CannotSucceed(f"{error} The film is kept as it is.") from error
    except FfmpegFailed as error:
        # What it says of a full disk differs between versions; how full it is does not.
        require_room(task.folder.path, 0)
        raise CannotSucceed(f"The film could not be encoded: {error}") from error
    return ffmpeg.name


def limit_s(film: Film) -> float:
    """How long ffmpeg may take, in seconds."""
    return LEAST_S + max(film.duration_s * SLOWEST, film.frames * SECONDS_A_FRAME)


class _Watch:
    """Tells how far it is, and ends it before the disk is full. Silent while it stands still."""

    def __init__(self, task: Task, film: Film) -> None:
        self._task = task
        self._film = film
        self._last = Told(0.0, 0, 0)

    def __call__(self, told: Told) -> None:
        if free_bytes(self._task.folder.path) < LEFT_BYTES:
            raise NoRoom(
                "The disk is nearly full. What was received is safe; this goes on by itself once "
                "there is room."
            )
        if told.frames <= self._last.frames and told.out_s <= self._last.out_s:
            return
        self._last = told
        # A word is a sign of life, too: a hundredth of a long film takes minutes.
        self._task.step(f"encoding, {told.frames} of {self._film.frames} pictures")
        by_frames = told.frames / max(1, self._film.frames)
        by_time = told.out_s / self._film.duration_s if self._film.duration_s > 0 else 0.0
        self._task.told(min(1.0, max(by_frames, by_time)))


def arguments(film: Film, plan: Plan, path: Path, ffmpeg: Ffmpeg) -> list[str]:
    """What ffmpeg is told. The first picture and sound track, nothing else of the file."""
    return [
        *input_options(film.demuxer, PIXELS_MOST),
        *("-i", f"file:{film.path}"),
        *("-map", "0:v:0", "-map", "0:a:0?"),
        *("-map_metadata", "-1", "-map_chapters", "-1"),
        *_picture(plan),
        # Each picture when it was shown: otherwise a gap would be filled with copies of one.
        *ffmpeg.keep_times,
        *_sound(plan),
        *("-movflags", "+faststart"),
        *("-f", "mp4", f"file:{path}"),
    ]


def _picture(plan: Plan) -> list[str]:
    if not plan.encodes_picture:
        return ["-c:v", "copy"]
    width, height = LARGEST
    # Whole macro pixels, the form of a camera's points kept, and no larger than it was.
    fit = (
        f"scale=w='min({width},iw)':h='min({height},ih)'"
        ":force_original_aspect_ratio=decrease,scale=trunc(iw/2)*2:trunc(ih/2)*2,format=yuv420p"
    )
    return [
        *("-vf", fit),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-threads", "4"),
        # A key frame every two seconds, so that jumping on the time line is quick.
        *("-force_key_frames", "expr:gte(t,n_forced*2)"),
    ]


def _sound(plan: Plan) -> list[str]:
    if plan.sound is None:
        return []
    return ["-c:a", "aac", "-b:a", "160k", "-ac", "2"] if plan.encodes_sound else ["-c:a", "copy"]


def prove(path: Path, film: Film, told: Callable[[float], None]) -> Json:
    """Decode both ends of what was written, and compare its length. Raises CannotSucceed."""
    try:
        found = look_into(path, "mp4", told)
    except (NotPlayable, FFmpegError) as error:
        raise CannotSucceed(f"What was encoded does not play: {error}") from error
    slack_s = TOLERANCE_S + 1 / film.fps if film.fps else TOLERANCE_S
    if abs(found.picture.duration_s - film.duration_s) > slack_s:
        raise CannotSucceed(
            f"What was encoded is {found.picture.duration_s:.2f} s long, the film "
            f"{film.duration_s:.2f} s."
        )
    if film.has_sound and found.sound is None:
        raise CannotSucceed("The film has sound, and what was encoded has none.")
    if not begins_at_once(path):
        raise CannotSucceed("The index of what was encoded does not lie at its start.")
    return {
        "size_bytes": path.stat().st_size,
        "duration_s": round(found.picture.duration_s, 3),
        "frames": found.picture.frames,
        "width": found.picture.width,
        "height": found.picture.height,
    }
