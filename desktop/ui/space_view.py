"""How long the disk lasts, who takes what of it and when that is worth a colour. Pure."""

from desktop.recording import disk
from desktop.recording.disk import Level, Rate, Space
from desktop.ui import amounts, field_view, texts
from desktop.ui.facts import Facts
from desktop.ui.recorder_state import RecorderState, is_active
from desktop.ui.retelling import retell
from desktop.ui.views import SpaceView, Tone
from desktop.ui.words import tr


def space_view(space: Space | None, recorder: RecorderState) -> SpaceView:
    """How long the disk lasts, and at which rate; bytes until a camera says what it gives."""
    if space is None:
        return SpaceView("…", "", 0, "muted")
    if space.total_bytes <= 0:
        return SpaceView(tr(texts.SPACE_UNKNOWN), tr(texts.SPACE_UNKNOWN_SENTENCE), 0, "muted")
    used = round(1000 * (space.total_bytes - space.free_bytes) / space.total_bytes)
    free = amounts.size(space.free_bytes)
    rate, left_s = _rate(space, recorder), seconds_left(space, recorder)
    if rate is None or left_s is None:
        line = texts.free_of(amounts.size(space.total_bytes))
        return _with_parts(SpaceView(free, _with_the_rest(line, space), used, "muted"), space)
    line = texts.free_at_rate(free, amounts.size(round(rate.bytes_s)), rate.basis)
    tone = _SPACE_TONES[disk.level(left_s, space.limits)]
    said = _with_the_rest(line, space)
    return _with_parts(SpaceView(amounts.span(left_s), said, used, tone), space)


def _with_parts(view: SpaceView, space: Space) -> SpaceView:
    parts = field_view.space_parts(space)
    return view._replace(parts=parts, spoken=field_view.spoken_parts(parts) or view.sentence)


def _with_the_rest(line: str, space: Space) -> str:
    """What is free, and what another disk has; who takes the rest stands under the bar."""
    lines = [line]
    if space.in_overflow:
        lines.append(tr(texts.SPACE_OF_OVERFLOW))
    if space.overflow is not None:
        lines.append(texts.overflow_free(amounts.size(space.overflow.free_bytes)))
    elif space.overflow_trouble is not None:
        lines.append(retell(space.overflow_trouble))
    return "\n".join(lines)


_SPACE_TONES: dict[Level, Tone] = {
    Level.ROOMY: "muted",
    Level.AMBER: "warn",
    Level.RED: "danger",
    Level.STOP: "danger",
}


def _rate(space: Space, recorder: RecorderState) -> Rate | None:
    """What was measured while this window was open goes before what the station expects."""
    if recorder.rate_bytes_s:
        return Rate(recorder.rate_bytes_s, "running" if is_active(recorder) else "last")
    return space.rate


def seconds_left(space: Space | None, recorder: RecorderState) -> float | None:
    """How long the disk lasts; None where nobody knows how fast it fills."""
    rate = _rate(space, recorder) if space is not None else None
    if space is None or rate is None or space.total_bytes <= 0:
        return None
    return space.left_at_s(rate.bytes_s)


def space_left_s(facts: Facts) -> float | None:
    """How long the disk lasts at what is recorded here, in seconds; None where nobody knows."""
    return seconds_left(facts.space, facts.rated)
