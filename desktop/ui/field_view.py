"""What the field window shows of study, participant, marks, guide, disk and trip. Pure.

The presenter puts these beside the rest; sentences come from `field_texts.py`.
"""

from collections.abc import Sequence

from desktop.framing import Advice, advice
from desktop.recording.disk import Space
from desktop.recording.model import MarkerSet
from desktop.recording.sighting import Sighting
from desktop.study_shelf import NONE, Shelf, StudyTerms
from desktop.study_values import NumberProblem, Study
from desktop.trip import Trip
from desktop.ui import amounts
from desktop.ui import field_texts as texts
from desktop.ui.framing_texts import ADVICE
from desktop.ui.retelling import retell
from desktop.ui.views import (
    NO_GUIDE,
    GuideView,
    MarksView,
    PartKind,
    PromptOption,
    SpacePart,
    StudyOption,
    StudyView,
    Tone,
)
from desktop.ui.words import language_name, spoken, tr


def study_view(shelf: Shelf | None, *, can_change: bool) -> StudyView:
    """The chosen study, and those that there are; None until they were read."""
    if shelf is None:
        return StudyView(tr(texts.NO_STUDY), (), NONE, can_change=False)
    study = study_of(shelf)
    titles = {each.key: _read_here(each.study).title for each in shelf.offered}
    if study is not None:
        titles[shelf.chosen] = study.title
    options = [StudyOption(NONE, tr(texts.NO_STUDY))]
    options += [StudyOption(key, title) for key, title in titles.items()]
    label = tr(texts.NO_STUDY) if study is None else tr(texts.STUDY).format(title=study.title)
    chosen = NONE if study is None else shelf.chosen
    languages = () if study is None else study.languages
    return StudyView(
        label,
        tuple(options),
        chosen,
        can_change,
        languages=tuple((each, language_name(each)) for each in languages),
        language="" if study is None else study.language,
    )


def study_of(shelf: Shelf | None) -> Study | None:
    """The chosen study in the language that was chosen for it, or else in that of the window."""
    study = None if shelf is None else shelf.study
    if shelf is None or study is None:
        return None
    return _read_here(study).in_language(shelf.language)


def _read_here(study: Study) -> Study:
    return study.in_language(spoken())


def prompts(study: Study | None) -> tuple[PromptOption, ...]:
    """What the study asks for, in its order."""
    return () if study is None else tuple(PromptOption(p.id, p.title) for p in study.prompts)


def participant_trouble(study: Study | None, typed: str) -> str:
    """What is odd about an id that was typed; empty where nothing is, or nothing was typed."""
    if study is None or not typed.strip():
        return ""
    problem = study.participant.problem(typed)
    if problem is None or problem is NumberProblem.EMPTY:
        return ""
    example = study.participant.example
    if problem is NumberProblem.OTHER_FORM and example:
        return tr(texts.NOT_LIKE).format(example=example)
    return tr(texts.NOT_OF_STUDY)


def consent_label(study: Study | None) -> str:
    """What stands beside the tick; empty where the study asks for no consent."""
    if study is None or study.consent is None:
        return ""
    return tr(texts.AGREED).format(version=study.consent.version)


def terms(study: Study | None, *, agreed: bool) -> StudyTerms | None:
    """What a recording begins with; None outside a study."""
    if study is None:
        return None
    consent = study.consent
    if consent is None:
        return StudyTerms(study.id, study.after_accept)
    if agreed:
        return StudyTerms(study.id, study.after_accept, consent=consent.version)
    return StudyTerms(study.id, study.after_accept, awaits_consent=True)


def marks_view(marks: Sequence[MarkerSet], *, can_mark: bool) -> MarksView:
    """The last marks, the newest first."""
    lines = (
        tr(texts.MARK_LINE).format(time=amounts.clock_length(each.t_s), name=retell(each.name))
        for each in marks
    )
    return MarksView(can_mark, tuple(lines))


def guide_view(sighting: Sighting | None, now_ns: int, *, wanted: bool) -> GuideView:
    """The guide on the picture; `now_ns` is monotonic."""
    if not wanted:
        return NO_GUIDE
    told = advice(sighting, now_ns)
    if told is Advice.NOTHING:
        return GuideView(shown=True)
    tone: Tone = "ok" if told is Advice.GOOD else "warn"
    face = sighting.face if sighting is not None else None
    return GuideView(shown=True, tone=tone, words=tr(ADVICE[told]), face=face)


def space_parts(space: Space) -> tuple[SpacePart, ...]:
    """Our recordings, other files and what is free; nothing while nobody knows what is whose."""
    ours, others = space.ours_bytes, space.other_bytes
    if ours is None or others is None:
        return ()

    def part(kind: PartKind, said: str, size_bytes: int) -> SpacePart:
        share = round(1000 * size_bytes / space.total_bytes)
        return SpacePart(kind, tr(said).format(size=amounts.size(size_bytes)), share)

    return (
        part("ours", texts.OURS, ours),
        part("others", texts.OTHERS, others),
        part("free", texts.FREE, space.free_bytes),
    )


def spoken_parts(parts: Sequence[SpacePart]) -> str:
    """What a screen reader says for the bar."""
    if not parts:
        return ""
    ours, others, free = (each.label for each in parts)
    return tr(texts.DISK_SPOKEN).format(ours=ours, others=others, free=free)


def plan_text(trip: Trip) -> str:
    """The trip planner in one or two sentences; empty where nobody can tell yet."""
    return " ".join(each for each in (_sessions(trip), _home(trip)) if each)


def _sessions(trip: Trip) -> str:
    if trip.sessions_left is None:
        return ""
    if trip.sessions_left == 0:
        return tr(texts.NO_SESSION_LEFT)
    return tr(texts.SESSIONS_LEFT, trip.sessions_left)


def _home(trip: Trip) -> str:
    if trip.home_s is None:
        return ""
    size, span = amounts.size(trip.waiting_bytes), amounts.span(trip.home_s)
    if trip.home_s < 60:
        soon = texts.HOME_NOW_SOON if trip.is_sending else texts.HOME_LAST_SOON
        return tr(soon).format(size=size)
    said = texts.HOME_NOW if trip.is_sending else texts.HOME_LAST
    return tr(said).format(size=size, span=span)
