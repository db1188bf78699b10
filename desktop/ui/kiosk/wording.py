"""What numbers become on the kiosk's pages: level, light, face, findings, time. Pure but for words.

It turns measurements into sentences for participants. It must not know pages or the flow.
"""

from typing import Final

from desktop.live_looks import Face, LiveLook
from desktop.recording.quality import THRESHOLDS, Finding, Quality
from desktop.ui import amounts
from desktop.ui.kiosk import texts
from desktop.ui.kiosk.views import CheckLine, GuideView, LevelView
from desktop.ui.views import Tone
from desktop.ui.words import tr

QUIET_DB: Final = -45.0
"""Speech at an arm's length is at -35 to -15 dB; a quiet room is below this."""
LOUD_DB: Final = -3.0
VOICE_DB: Final = -42.0
"""Somebody speaks: they are there."""
MOTION_LEVELS: Final = 2.0
"""Mean change of grey levels in half a second that noise does not reach and a moving head does."""
_FACE_SMALL: Final = 0.26
_FACE_LARGE: Final = 0.72
"""Height of the face as the detector frames it, of the picture's: the oval holds 0.35 to 0.6."""
_ASIDE: Final = 0.13
_ABOVE: Final = 0.16
_MIDDLE_Y: Final = 0.48
_ALL: Final = 0.995


def level(level_db: float | None, peak_db: float | None, *, has_sound: bool) -> LevelView:
    """The level with its word: somebody who hears "speak up" does so."""
    if not has_sound:
        return LevelView(None, None, tr(texts.LEVEL_NONE), "muted", available=False)
    if peak_db is not None and peak_db > LOUD_DB:
        return LevelView(level_db, peak_db, tr(texts.LEVEL_LOUD), "warn")
    if level_db is None or level_db < QUIET_DB:
        return LevelView(level_db, peak_db, tr(texts.LEVEL_QUIET), "muted")
    return LevelView(level_db, peak_db, tr(texts.LEVEL_GOOD), "ok")


def is_present(look: LiveLook) -> bool:
    """Whether somebody moves in front of the camera."""
    return look.change is not None and look.change > MOTION_LEVELS


def guide(look: LiveLook | None) -> GuideView:
    """The oval's colour and words for what was seen last; neutral where nobody has looked."""
    if look is None:
        return GuideView()
    if is_dark(look):
        return GuideView("bad", tr(texts.GUIDE_DARK))
    if look.face is None:
        return GuideView("bad", tr(texts.GUIDE_NOBODY))
    words = _where_to(look.face)
    return GuideView("almost", tr(words)) if words else GuideView("good", tr(texts.GUIDE_GOOD))


def is_dark(look: LiveLook) -> bool:
    """Whether the picture is too dark for the quality check as well."""
    return look.brightness < THRESHOLDS.dark_below


def _where_to(face: Face) -> str:
    """Where somebody should move, as they sit; empty where they are well.

    The picture's left is the side of their right hand, so a face there has to move to its left.
    """
    if face.height < _FACE_SMALL:
        return texts.GUIDE_CLOSER
    if face.height > _FACE_LARGE:
        return texts.GUIDE_BACK
    middle_x, middle_y = face.left + face.width / 2, face.top + face.height / 2
    if middle_x < 0.5 - _ASIDE:
        return texts.GUIDE_LEFT
    if middle_x > 0.5 + _ASIDE:
        return texts.GUIDE_RIGHT
    if middle_y > _MIDDLE_Y + _ABOVE:
        return texts.GUIDE_UP
    return texts.GUIDE_DOWN if middle_y < _MIDDLE_Y - _ABOVE else ""


def looks(look: LiveLook | None) -> tuple[CheckLine, ...]:
    """Light and face as lines with a tick."""
    if look is None:
        return (CheckLine("clock", "muted", tr(texts.LOOKING)),)
    dark = is_dark(look)
    light = _line(tr(texts.LIGHT_DARK if dark else texts.LIGHT_GOOD), good=not dark)
    if dark:
        return (light,)
    seen = look.face is not None
    return (light, _line(tr(texts.FACE_GOOD if seen else texts.FACE_MISSING), good=seen))


def sound(*, has_sound: bool, heard: bool, needed: bool) -> CheckLine:
    """The microphone as a line with a tick. `heard`: something was loud enough at some time."""
    if has_sound:
        return _line(tr(texts.SOUND_GOOD if heard else texts.SOUND_QUIET), good=heard)
    if needed:
        return CheckLine("warning", "danger", tr(texts.SOUND_MISSING))
    return CheckLine("info", "muted", tr(texts.SOUND_NONE))


def _line(words: str, *, good: bool) -> CheckLine:
    return CheckLine("check", "ok", words) if good else CheckLine("warning", "warn", words)


def found(quality: Quality | None, *, checked: bool) -> tuple[tuple[str, ...], Tone, str]:
    """What the check found, for whoever was recorded: sentences, tone and icon.

    `checked`: whether a check is to be expected at all.
    """
    if quality is None:
        words = texts.REVIEW_CHECKING if checked else texts.REVIEW_UNCHECKED
        return (tr(words),), "muted", "clock" if checked else "info"
    if quality.findings:
        return tuple(map(finding, quality.findings)), "warn", "warning"
    if quality.not_checked is not None:
        return (tr(texts.REVIEW_UNCHECKED),), "muted", "info"
    return (tr(texts.REVIEW_GOOD),), "ok", "check-circle"


def finding(each: Finding) -> str:
    """One finding in plain words, without a number that nobody needs."""
    share = each.share or 0.0
    if each.code == "no_face":
        if share >= _ALL:
            return tr(texts.FOUND_NO_FACE_AT_ALL)
        return tr(texts.FOUND_NO_FACE).format(percent=percent(round(share * 100)))
    if each.code == "silent" and share >= _ALL:
        return tr(texts.FOUND_SILENT_ALL)
    return tr(_FOUND.get(each.code, texts.FOUND_OTHER))


_FOUND: Final = {
    "too_dark": texts.FOUND_DARK,
    "blurred": texts.FOUND_BLURRED,
    "frozen": texts.FOUND_FROZEN,
    "silent": texts.FOUND_SILENT,
    "clipped": texts.FOUND_CLIPPED,
    "too_short": texts.FOUND_SHORT,
    "too_long": texts.FOUND_LONG,
    "lost_frames": texts.FOUND_LOST,
}


def time_left(left_s: float) -> str:
    """`18 seconds left`; above two minutes `3:05 left`."""
    whole = max(0, round(left_s))
    if whole > 120:
        return tr(texts.MINUTES_LEFT).format(time=amounts.short_length(whole))
    return tr(texts.SECONDS_LEFT, whole)


def percent(whole: int) -> str:
    """`64 %`, never torn apart."""
    return f"{whole}\N{NO-BREAK SPACE}%"
