"""Fills what is known into the sentences of `texts.py`, in the language of the app.

It holds no sentence of its own: those would stay English.
"""

from typing import TYPE_CHECKING

from desktop.ui import device_texts, sending_texts, texts
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.recording.disk import Basis


def _retold(sentence: str) -> str:
    # Other parts have said nothing yet when the window is painted.
    from desktop.ui.retelling import retell

    return retell(sentence)


def to_decide(title: str, take: int, why: str, more: int) -> str:
    """A recording that somebody has to decide about, or may think better of, and how many more."""
    said = tr(texts.TO_DECIDE).format(title=title, take=take, why=_retold(why))
    return tr(texts.TO_DECIDE_AND_MORE, more).format(decision=said) if more else said


def recordings(count: int) -> str:
    """`1 recording`, `3 recordings`."""
    return tr(texts.N_RECORDINGS, count)


def recording_title(participant: str, prompt: str | None) -> str:
    """What a recording is called in the list."""
    return f"{participant} · {prompt}" if prompt else participant


def recording_subtitle(take: int, camera: str, moment: str) -> str:
    """Under a recording's name; the camera where several recorded at once."""
    return " · ".join(each for each in (tr(texts.TAKE).format(take=take), camera, moment) if each)


def percent(share: int) -> str:
    return tr(texts.PERCENT).format(share=share)


def light_spoken(name: str, word: str) -> str:
    """What a screen reader says for one light."""
    return tr(texts.LIGHT_SPOKEN).format(light=name, word=word)


def numbers_line(fps: str, lost: str) -> str:
    """Under the badge: how the recording goes in numbers."""
    return tr(texts.NUMBERS_LINE).format(fps=fps, lost=lost)


def mark_name(number: int) -> str:
    """What a mark is called in the recording: the same on every computer of a study."""
    return texts.MARK_NAME.format(number=number)


def camera_line(name: str, width: int, height: int, fps: str) -> str:
    return tr(texts.CAMERA_LINE).format(name=name, width=width, height=height, fps=fps)


def preview_of(camera: str) -> str:
    """What a screen reader calls a further camera's picture."""
    return tr(texts.PREVIEW_OF).format(camera=camera)


def beside_problem_title(camera: str) -> str:
    """Over a sentence about a camera beside the first one."""
    return tr(texts.BESIDE_PROBLEM_TITLE).format(camera=camera)


def source_line(source: str) -> str:
    """The source before it has said what it is."""
    if source == "test":
        return tr(texts.TEST_SCENE)
    if source == "test:live":
        return tr(texts.LIVE_TEST_SCENE)
    return tr(texts.CAMERA_NUMBER).format(number=source) if source.isdigit() else source


def free_of(total: str) -> str:
    return tr(texts.FREE_OF).format(total=total)


def free_at_rate(free: str, rate: str, basis: "Basis") -> str:
    """Why the hours are what they are."""
    return tr(texts.FREE_AT_RATE[basis]).format(free=free, rate=rate)


def overflow_free(free: str) -> str:
    """What the disk with the overflow folder has."""
    return tr(texts.OVERFLOW_FREE).format(free=free)


def to_send(count: int) -> str:
    return recordings(count) if count else tr(texts.NOTHING_TO_SEND)


def to_send_all_verified(count: int) -> str:
    return tr(texts.ALL_VERIFIED, count) if count else tr(texts.SENT_BY_THEMSELVES)


def to_send_size(amount: str, why: str) -> str:
    """How much, and why it is still here."""
    return tr(texts.SIZE_AND_WHY if why else texts.SIZE_ALONE).format(amount=amount, why=why)


def at_pace(pace: str) -> str:
    """How fast it goes and how long it takes, where that is known."""
    said = _retold(pace)
    return f"{said[0].upper()}{said[1:]}." if said else tr(texts.SENDING_BY_ITSELF)


def sent_while_recorded(left: str | None) -> str:
    """A running recording is sent segment by segment."""
    if left is None:
        return tr(texts.SENT_WHILE_RECORDED)
    return tr(texts.SENT_WHILE_RECORDED_LEFT).format(left=left)


def pill_waiting(count: int) -> str:
    return tr(texts.N_WAITING, count)


def pill_sending(count: int) -> str:
    return tr(texts.SENDING_N, count)


def pill_with_waiting(state: str, count: int) -> str:
    return tr(texts.STATE_AND_WAITING, count).format(state=state) if count else state


def pill_attention(count: int) -> str:
    return tr(texts.N_NEED_YOU, count)


def pill_checking(count: int) -> str:
    return tr(texts.VERIFIED_PREPARING, count)


def as_title(words: str) -> str:
    """The same words as a sentence of their own."""
    return f"{words}."


def attention_title(count: int) -> str:
    return as_title(pill_attention(count))


def attention_sentence(first_why: str) -> str:
    """The first reason; the list has the others."""
    if not first_why:
        return f"{tr(texts.REASON_IN_LIST)} {tr(texts.SAFE)}"
    return retold_and_safe(first_why)


def retold_and_safe(sentence: str) -> str:
    """What another part said in English; that recordings are safe, where it does not say so."""
    said = _retold(sentence)
    return said if "safe" in sentence else f"{said} {tr(texts.SAFE)}"


def tray_recording(length: str, space: str | None) -> str:
    if space is None:
        return tr(texts.TRAY_RECORDING).format(length=length)
    return tr(texts.TRAY_RECORDING_SPACE).format(length=length, space=space)


def paused_line(length: str) -> str:
    """Where the recording's own clock stands, pauses included."""
    return tr(texts.PAUSED_LINE).format(length=length)


def paused_long(span: str) -> str:
    """What is said again and again while somebody may have forgotten the pause."""
    return f"{tr(texts.PAUSED_LONG).format(span=span)} {tr(texts.PAUSED_NEXT)}"


def tray_paused(length: str) -> str:
    return tr(texts.TRAY_PAUSED).format(length=length)


def tray_problem(sentence: str) -> str:
    return tr(texts.TRAY_PROBLEM).format(sentence=sentence)


def picture_alarm_title(kind: str | None) -> str:
    titles = {"frozen": texts.PICTURE_FROZEN_TITLE, "black": texts.PICTURE_BLACK_TITLE}
    return tr(titles.get(kind or "", texts.PICTURE_ALARM_TITLE))


def sound_lost(microphone: str) -> str:
    """A microphone that sends nothing any more; the name may be empty."""
    if not microphone:
        return tr(texts.SOUND_LOST)
    return tr(texts.SOUND_OF_LOST).format(microphone=microphone)


def use_device(name: str) -> str:
    """A button's label; a long name is cut."""
    short = name if len(name) <= 24 else f"{name[:23]}…"
    return tr(texts.USE_DEVICE).format(name=short.replace("&", "&&"))


def tray_sending(count: int, amount: str, pace: str = "") -> str:
    said = tr(texts.TRAY_SENDING_PACE if pace else texts.TRAY_SENDING, count)
    return said.format(amount=amount, pace=_retold(pace))


def tray_waiting(count: int, since: str | None, why: str) -> str:
    """Count, oldest age and reason in one sentence each."""
    said = tr(texts.TRAY_WAITING_SINCE if since else texts.TRAY_WAITING, count)
    return said.format(since=since, why=_retold(why)).rstrip()


def tray_checking(count: int) -> str:
    return tr(texts.TRAY_CHECKING, count)


def retry_failed(count: int) -> str:
    return tr(texts.RETRY_FAILED).format(count=count)


def quit_label(unsent: int) -> str:
    return tr(texts.QUIT_UNSENT, unsent) if unsent else tr(texts.QUIT)


def level_word(level_db: float | None) -> str:
    """How loud it is, in words."""
    if level_db is None:
        return tr(texts.NO_SOUND_YET)
    if level_db < texts.SILENT_BELOW_DB:
        return tr(texts.SILENT)
    if level_db < -42:
        return tr(texts.QUIET)
    return tr(texts.GOOD_LEVEL) if level_db < -6 else tr(texts.TOO_LOUD)


def meter_spoken(level: str, word: str) -> str:
    return f"{level}, {word}" if level else word


def command_failed(reason: str) -> str:
    """A command of the window failed for a reason that somebody else worded."""
    return retold_and_safe(reason if reason.endswith((".", "!", "?")) else f"{reason}.")


def device_with_note(name: str, *notes: str) -> str:
    """A line of a device list; empty notes are left out."""
    said = ", ".join(each for each in notes if each)
    return f"{name} ({said})" if said else name


def system_microphone(name: str) -> str:
    """Whatever the system takes for its microphone, and which one that is now."""
    return (
        tr(device_texts.SYSTEM_DEFAULT_IS).format(name=name)
        if name
        else tr(device_texts.SYSTEM_DEFAULT)
    )


def place_of_camera(number: int, name: str) -> str:
    """Which of several cameras is to be changed; 1 is the large picture."""
    return tr(device_texts.PLACE_OF_CAMERA).format(number=number, name=name)


def fixed_by(variable: str) -> str:
    """Why a setting cannot be changed here."""
    return tr(sending_texts.FIXED_BY).format(variable=variable)
