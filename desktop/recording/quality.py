"""What picture, sound and totals of a recording say about its quality, in numbers and plain words.

Pure judgement, and cheap to import: whoever looked at the pictures brings counts, whoever heard the
recorder brings counts of its sound. The thresholds are in `holdfast/quality.py`.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from holdfast.jsonform import FORMAT_VERSION, Json
from holdfast.quality import DETECTOR, THRESHOLDS, PictureCounts, Thresholds
from holdfast.version import VERSION


@dataclass(frozen=True, slots=True)
class RecorderCounts:
    """How many of the recorder's signs of life, five a second, told what."""

    heard: int = 0
    silent: int = 0
    clipped: int = 0
    stalled: int = 0

    def and_sign(
        self,
        level_db: float | None,
        peak_db: float | None,
        picture_age_s: float | None,
        *,
        distorted: bool,
        limits: Thresholds = THRESHOLDS,
    ) -> "RecorderCounts":
        """The counts with one sign more. `distorted`: the live alarm says so at this moment."""
        at_full = peak_db is not None and peak_db >= limits.clipped_from_db
        return RecorderCounts(
            heard=self.heard + 1,
            silent=self.silent + (level_db is None or level_db < limits.silent_below_db),
            clipped=self.clipped + (distorted and at_full),
            stalled=self.stalled + (picture_age_s is not None and picture_age_s > limits.stalled_s),
        )


@dataclass(frozen=True, slots=True)
class Totals:
    """What is known of the recording as a whole. `least_s` is the length below which it is odd."""

    duration_s: float
    frames: int
    lost_frames: int
    has_sound: bool
    wanted_s: float | None = None
    least_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be. Either a `share` of the time, or a `value`."""

    code: str
    words: str
    share: float | None = None
    value: float | None = None

    def to_json(self) -> Json:
        return {key: each for key, each in asdict(self).items() if each is not None}


@dataclass(frozen=True, slots=True)
class Quality:
    """A recording's quality. A share is of the time, from 0 to 1; None where nobody looked."""

    samples: int
    face_seen_share: float | None
    dark_share: float | None
    blurred_share: float | None
    frozen_share: float | None
    silent_share: float | None
    clipped_share: float | None
    duration_s: float
    wanted_s: float | None
    frames: int
    lost_frames: int
    not_checked: str | None
    """Why nobody looked at the pictures; one sentence."""
    findings: tuple[Finding, ...]

    @property
    def words(self) -> str:
        """Everything found, as sentences for people."""
        sentences = [each.words for each in self.findings]
        if self.not_checked is not None:
            sentences.append(self.not_checked)
        return " ".join(sentences) or "Picture and sound look good."

    def to_json(self) -> Json:
        """The numbers and the findings."""
        return {**asdict(self), "findings": [each.to_json() for each in self.findings]}

    def to_file(self, recording: str, checked_at: str, limits: Thresholds = THRESHOLDS) -> Json:
        """The content of `quality.json`."""
        return {
            "format_version": FORMAT_VERSION,
            "recording": recording,
            "checked_at": checked_at,
            "checker": {
                "name": "Holdfast",
                "version": VERSION,
                "detector": None if self.face_seen_share is None else DETECTOR,
                "thresholds": asdict(limits),
            },
            **self.to_json(),
        }


def judge(
    pictures: PictureCounts | None,
    recorder: RecorderCounts,
    totals: Totals,
    not_checked: str | None = None,
    limits: Thresholds = THRESHOLDS,
) -> Quality:
    """The quality of a recording. `pictures` is None where nobody looked, for this reason."""
    looks = pictures if pictures is not None and pictures.looks else None
    sound = recorder if totals.has_sound else RecorderCounts()
    quality = Quality(
        samples=looks.looks if looks else 0,
        face_seen_share=_share(looks.with_face, looks.looks) if looks else None,
        dark_share=_share(looks.dark, looks.looks) if looks else None,
        blurred_share=_share(looks.blurred, looks.looks) if looks else None,
        frozen_share=_frozen_share(looks, recorder),
        silent_share=_share(sound.silent, sound.heard),
        clipped_share=_share(sound.clipped, sound.heard),
        duration_s=totals.duration_s,
        wanted_s=totals.wanted_s,
        frames=totals.frames,
        lost_frames=totals.lost_frames,
        not_checked=not_checked if looks is None else None,
        findings=(),
    )
    return _with_findings(quality, totals, limits)


def _share(count: int | None, of: int) -> float | None:
    return None if count is None or not of else round(count / of, 4)


def _frozen_share(looks: PictureCounts | None, recorder: RecorderCounts) -> float | None:
    """Pictures that repeat themselves, and time in which none came at all."""
    same = _share(looks.same, looks.looks) if looks else None
    stalled = _share(recorder.stalled, recorder.heard)
    if same is None or stalled is None:
        return stalled if same is None else same
    # While none comes there is nothing to look at: the looks are of the other time.
    return round(stalled + (1 - stalled) * same, 4)


def _with_findings(quality: Quality, totals: Totals, limits: Thresholds) -> Quality:
    found = (*_of_pictures(quality, limits), *_of_sound(quality, limits))
    return replace(quality, findings=(*found, *_of_totals(totals, limits)))


def _of_pictures(quality: Quality, limits: Thresholds) -> Iterator[Finding]:
    seen = quality.face_seen_share
    if seen is not None and 1 - seen >= limits.unseen_share:
        unseen = round(1 - seen, 4)
        yield Finding("no_face", f"No face was seen{_for(unseen)}.", unseen)
    if (dark := quality.dark_share) is not None and dark >= limits.dark_share:
        yield Finding("too_dark", f"The picture was too dark{_for(dark)}.", dark)
    if (blurred := quality.blurred_share) is not None and blurred >= limits.blurred_share:
        yield Finding("blurred", f"The picture was blurred{_for(blurred)}.", blurred)
    if (frozen := quality.frozen_share) is not None and frozen >= limits.frozen_share:
        yield Finding("frozen", f"The picture stood still{_for(frozen)}.", frozen)


def _of_sound(quality: Quality, limits: Thresholds) -> Iterator[Finding]:
    if (silent := quality.silent_share) is not None and silent >= limits.silent_share:
        yield Finding("silent", f"The sound was silent{_for(silent)}.", silent)
    if (clipped := quality.clipped_share) is not None and clipped >= limits.clipped_share:
        words = f"The sound was too loud and distorted{_for(clipped)}."
        yield Finding("clipped", words, clipped)


def _of_totals(totals: Totals, limits: Thresholds) -> Iterator[Finding]:
    duration_s, wanted_s = totals.duration_s, totals.wanted_s
    least_s = totals.least_s if wanted_s is None else wanted_s * (1 - limits.length_share)
    if duration_s < least_s:
        target_s = totals.least_s if wanted_s is None else wanted_s
        words = f"The recording is {duration_s:.1f} s long, shorter than {target_s:g} s."
        yield Finding("too_short", words, value=round(duration_s, 3))
    elif wanted_s is not None and duration_s > wanted_s * (1 + limits.length_share) + 1:
        words = f"The recording is {duration_s:.1f} s long, longer than {wanted_s:g} s."
        yield Finding("too_long", words, value=round(duration_s, 3))
    due = totals.frames + totals.lost_frames
    if totals.lost_frames and totals.lost_frames >= limits.lost_share * due:
        words = f"{totals.lost_frames} of {due} pictures were lost."
        yield Finding("lost_frames", words, value=totals.lost_frames)


def _for(share: float) -> str:
    """How the sentences say a share: ` for 40 % of the time`."""
    return " all the time" if share >= 0.995 else f" for {share * 100:.0f} % of the time"
