"""What numbers become on the kiosk's pages: level, light, face, findings, time. Pure but for words.

It turns measurements into sentences for participants. It must not know pages or the flow.
"""

from typing import Final

from desktop.framing import Advice
from desktop.recording.quality import Finding, Quality
from desktop.ui import amounts
from desktop.ui.kiosk import texts
from desktop.ui.kiosk.views import CheckLine, Figure, GuideView, LevelView
from desktop.ui.views import Tone
from desktop.ui.words import tr

QUIET_DB: Final = -45.0
"""Speech at an arm's length is at -35 to -15 dB; a quiet room is below this."""
LOUD_DB: Final = -3.0
VOICE_DB: Final = -42.0
"""Somebody speaks: they are there."""
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


_ADVICE: Final[dict[Advice, tuple[Figure, str]]] = {
    Advice.GOOD: ("good", texts.GUIDE_GOOD),
    Advice.TOO_DARK: ("bad", texts.GUIDE_DARK),
    Advice.NO_FACE: ("bad", texts.GUIDE_NOBODY),
    Advice.CLOSER: ("almost", texts.GUIDE_CLOSER),
    Advice.BACK: ("almost", texts.GUIDE_BACK),
    Advice.LEFT: ("almost", texts.GUIDE_LEFT),
    Advice.RIGHT: ("almost", texts.GUIDE_RIGHT),
    Advice.UP: ("almost", texts.GUIDE_UP),
    Advice.DOWN: ("almost", texts.GUIDE_DOWN),
}


def guide(advice: Advice) -> GuideView:
    """The oval's colour and words for what was seen last; neutral where nobody has looked."""
    if advice not in _ADVICE:
        return GuideView()
    figure, words = _ADVICE[advice]
    return GuideView(figure, tr(words))


def looks(advice: Advice, *, lit: bool | None) -> tuple[CheckLine, ...]:
    """Light and face as lines with a tick; none where nobody looks.

    Some only look at the light: a film or a scene in place of a camera has no face to be found.
    """
    if lit is None:
        return ()
    light = _line(tr(texts.LIGHT_GOOD if lit else texts.LIGHT_DARK), good=lit)
    if not lit or advice is Advice.NOTHING:
        return (light,)
    seen = advice is not Advice.NO_FACE
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
