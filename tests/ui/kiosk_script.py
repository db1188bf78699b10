"""Views of every page of the kiosk as a session would show them, and a player that plays nothing.

Tests and pictures use them where the real session would take minutes.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kiosk import steps
from desktop.ui.kiosk import texts, views, wishes
from desktop.ui.kiosk.keypad import DIGITS
from desktop.ui.kiosk.views import CheckLine, GuideView, KioskView, LevelView
from desktop.ui.views import Pill, PreviewView
from desktop.ui.words import tr

PICTURE = PreviewView(False, "", False, "", "", "", "", can_retry=False, wants_picture=True)
RECORDED = PreviewView(
    True, f"{texts.REC} 00:12", False, "", "", "", "", can_retry=False, wants_picture=True
)
LEVEL = LevelView(-19.0, -9.0, texts.LEVEL_GOOD, "ok")
GOOD = GuideView("good", texts.GUIDE_GOOD)
SENDING = Pill("info", "upload", "Sending (1 waiting)", "")
SENT = Pill("ok", "check", "All 3 sent", "")
AGAIN = texts.RECORD_PROMPT_AGAIN.format(title="Head movements")
ATTENTION = Pill("warn", "warning", "1 need attention", "")
CONSENT = tuple(
    """This study looks at how faces move. We record a video of your face and the sound of your voice while you do three short tasks.
The recordings are kept on this computer and on the study's server. Only the study team can see them. They are kept for ten years and then deleted.
Taking part is voluntary. You can stop at any time, without giving a reason, and nothing happens to you if you do. You can ask us to delete your recordings until the study is published: write to the study team and give the reference that you see at the end.
Nothing is recorded before you see the red frame around the picture.""".splitlines()  # noqa: E501
)


class ScriptedPlayer(QWidget):
    """A player that notes what it is asked for."""

    first_frame = Signal()
    ended = Signal()
    failed = Signal(str)
    duration_s = 30.0
    position_s = 11.0

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[object, ...]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def open(self, files: Sequence[Path]) -> None:
        self.calls.append(("open", tuple(files)))

    def play(self) -> None:
        self.calls.append(("play",))

    def pause(self) -> None:
        self.calls.append(("pause",))

    def seek(self, at_s: float) -> None:
        self.calls.append(("seek", at_s))

    def close_media(self) -> None:
        self.calls.append(("close_media",))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#1b2430"))
        painter.drawRoundedRect(self.rect(), 12, 12)
        painter.end()


def _prompt(title: str, text: str) -> views.PromptView:
    lines = (
        CheckLine("check", "ok", texts.LIGHT_GOOD),
        CheckLine("check", "ok", texts.FACE_GOOD),
        CheckLine("check", "ok", texts.SOUND_GOOD),
    )
    return views.PromptView(
        title=title,
        text=text,
        heading=texts.BEFORE_START,
        lines=lines,
        level=LEVEL,
        note="30 seconds. We count down first.",
        preview=PICTURE,
        guide=GOOD,
        go_on=texts.START,
        can_go_on=True,
        back=texts.BACK,
    )


def _choice(icon: str, title: str, sentence: str, *words: str) -> views.ChoiceView:
    answers = (*words, "", "")
    return views.ChoiceView(
        icon,
        "info",
        title,
        sentence,
        answers[0],
        steps.Stay(),
        answers[1],
        steps.Leave(deletes=False),
        answers[2],
        steps.Leave(deletes=True),
    )


def closing_row(title: str, words: str, share: int | None, icon: str = "clock") -> views.ClosingRow:
    tone = {"check": "ok", "upload": "info", "warning": "danger"}.get(icon, "muted")
    return views.ClosingRow(icon, tone, title, share, words)  # type: ignore[arg-type]  # a tone


def _closing(title: str, sentence: str, rows: Sequence[views.ClosingRow], **more: str) -> object:
    return views.ClosingView(
        title=title,
        sentence=sentence,
        rows=tuple(rows),
        more=more.get("more", texts.CLOSING_NOTHING_TO_DO),
        reference=texts.REFERENCE.format(reference="7KQ4-M2XA"),
        try_again=more.get("try_again", ""),
        finish=texts.FINISH,
        lights=("Saved 3 of 3", "Received 2 of 3", "Verified 2 of 3", "Playable 1 of 3"),
    )


_TITLES = ("Facial expressions", "Head movements", "Reading aloud")
_INSTRUCTION = (
    "Slowly turn your head to the left, then to the right, then up and down."
    " Then look at the camera again."
)
_PASSAGE = (
    "When the sunlight strikes raindrops in the air, they act as a prism and form a rainbow. The"
    " rainbow is a division of white light into many beautiful colours. These take the shape of a"
    " long round arch, with its path high above, and its two ends apparently beyond the horizon."
)


def every_page() -> dict[str, KioskView]:
    """Each page by name, in the order of a session."""
    step = texts.STEP.format(step=5, steps=9)
    pages: dict[str, KioskView] = {
        "welcome": KioskView(
            views.WelcomeView(
                texts.WELCOME,
                (
                    "You will make 3 short recordings. It takes about 10 minutes.",
                    texts.WELCOME_FACE,
                    texts.WELCOME_LEAVE,
                ),
                texts.START,
            ),
            pill=SENT,
        ),
        "consent": KioskView(
            views.ConsentView(texts.CONSENT_TITLE, CONSENT, texts.CONSENT_STATEMENT, agreed=True),
            texts.STEP.format(step=1, steps=9),
            SENT,
        ),
        "consent-unread": KioskView(
            views.ConsentView(
                texts.CONSENT_TITLE,
                CONSENT * 3,
                texts.CONSENT_STATEMENT,
                agreed=False,
                hint=texts.CONSENT_READ_FIRST,
            ),
            texts.STEP.format(step=1, steps=9),
            SENT,
        ),
        "number": KioskView(
            views.NumberView(
                texts.NUMBER_TITLE,
                texts.NUMBER_EXAMPLE.format(example="A-1042"),
                (*DIGITS, "0", "A"),
                texts.NUMBER_FOUND,
                "ok",
                can_continue=True,
            ),
            texts.STEP.format(step=2, steps=9),
            SENT,
            texts.STOP_HERE,
        ),
        "number-letters": KioskView(
            views.NumberView(
                texts.NUMBER_TITLE,
                texts.NUMBER_CARD,
                (*DIGITS, "0", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "-"),
                texts.NUMBER_NOT_LISTED,
                "warn",
            ),
            texts.STEP.format(step=2, steps=9),
            SENT,
            texts.STOP_HERE,
        ),
        "check": KioskView(_prompt(texts.CHECK_TITLE, texts.CHECK), step, SENDING, texts.STOP_HERE),
        "instructions": KioskView(
            _prompt("Recording 2 of 3: Head movements", _INSTRUCTION),
            step,
            SENDING,
            texts.STOP_HERE,
        ),
        "countdown": KioskView(
            views.CountdownView(
                texts.LOOK_AT_CAMERA, "3", "Recording starts in 3 seconds", can_cancel=True
            ),
            step,
            SENDING,
        ),
        "getting-ready": KioskView(
            views.CountdownView(texts.LOOK_AT_CAMERA, "", texts.GETTING_READY, can_cancel=True),
            step,
            SENDING,
        ),
        "recording": KioskView(
            views.RecordView(
                _INSTRUCTION, RECORDED, GOOD, "18 seconds left", LEVEL, stop=texts.STOP_NOW
            ),
            step,
            SENDING,
        ),
        "reading": KioskView(
            views.RecordView(
                "Read this aloud",
                RECORDED,
                GuideView(has_oval=False),
                "0:48",
                LevelView(None, None, texts.LEVEL_QUIET, "warn"),
                note=texts.NOT_HEARD,
                stop=texts.STOP_NOW,
                passage=_PASSAGE,
            ),
            step,
            SENDING,
        ),
        "review": KioskView(
            views.ReviewView(
                texts.REVIEW_TITLE,
                (Path("seg-00000.mp4"),),
                (texts.FOUND_NO_FACE.format(percent="40 %"), texts.FOUND_DARK),
                "warn",
                "warning",
                can_keep=True,
                can_redo=True,
                keep=texts.KEEP,
                redo=texts.REDO,
            ),
            step,
            SENDING,
            texts.STOP_HERE,
        ),
        "resume": KioskView(
            _choice(
                "retry",
                texts.RESUME_TITLE,
                texts.RESUME.format(done=2, count=3),
                texts.RESUME_YES,
                texts.RESUME_NO,
            )
        ),
        "trouble": KioskView(
            _choice("camera-off", texts.NO_CAMERA_TITLE, texts.NO_CAMERA, texts.TRY_AGAIN)
        ),
    }
    pages |= _closings()
    pages |= _overlays(pages["instructions"])
    return pages


def _closings() -> dict[str, KioskView]:
    first, second, third = _TITLES
    sent = closing_row(first, texts.ROW_SENT, 100, "check")
    faces = {
        "closing-sending": _closing(
            texts.CLOSING_SENDING_TITLE,
            texts.CLOSING_SENDING,
            (
                sent,
                closing_row(second, "Sending, 64 %", 64, "upload"),
                closing_row(third, texts.ROW_WAITING, 0),
            ),
            more="Still sending 2 recordings; you may leave now.",
        ),
        "closing-offline": _closing(
            texts.CLOSING_SENDING_TITLE,
            texts.CLOSING_OFFLINE,
            (
                sent,
                closing_row(second, texts.ROW_OFFLINE, 0),
                closing_row(third, texts.ROW_OFFLINE, 0),
            ),
        ),
        "closing-failed": _closing(
            texts.CLOSING_FAILED_TITLE,
            tr(texts.CLOSING_FAILED, 1),
            (
                sent,
                closing_row(second, texts.ROW_SENT, 100, "check"),
                closing_row(third, texts.ROW_FAILED, 0, "warning"),
            ),
            try_again=texts.RETRY_FAILED,
        ),
        "closing-done": _closing(
            texts.CLOSING_DONE_TITLE,
            tr(texts.CLOSING_DONE, 3),
            [closing_row(each, texts.ROW_SENT, 100, "check") for each in _TITLES],
            more=tr(texts.CLOSES_IN, 20),
        ),
    }
    pills = {
        "closing-sending": SENDING,
        "closing-offline": Pill("muted", "cloud-off", texts.WAITING_OFFLINE, ""),
        "closing-failed": ATTENTION,
        "closing-done": SENT,
    }
    return {
        name: KioskView(face, texts.LAST_STEP, pills[name])  # type: ignore[arg-type]  # closing
        for name, face in faces.items()
    }


def _overlays(below: KioskView) -> dict[str, KioskView]:
    keep = views.StaffAction(texts.UNDO_DISCARD, steps.UndoDecision("1", keeps=True), "retry")
    overlays: dict[str, views.OverlayView] = {
        "still-there": views.StillThereView(
            texts.STILL_THERE, "15", texts.STILL_THERE_MORE, texts.STILL_HERE
        ),
        "leave": _choice(
            "warning",
            texts.LEAVE_TITLE,
            texts.LEAVE,
            texts.GO_ON,
            texts.LEAVE_KEEP,
            texts.LEAVE_DELETE,
        ),
        "pin": views.PinView(texts.PIN_TITLE, texts.PIN_MORE, texts.PIN_WRONG),
        "staff": views.StaffView(
            texts.STAFF_TITLE,
            ("Study: Facial expressions", "Participant: A-1042", "Space for 14 h of recording"),
            (
                views.StaffRow("Facial expressions, take 1", texts.TAKE_KEPT),
                views.StaffRow("Head movements, take 1", texts.TAKE_DISCARDED, keep),
                views.StaffRow("Head movements, take 2", texts.TAKE_PENDING),
            ),
            (
                views.StaffAction(
                    texts.RECORD_PROMPT_AGAIN.format(title="Head movements"),
                    steps.RecordAgain("1"),
                    "retry",
                ),
                views.StaffAction(texts.RETRY_NOW, wishes.SendAgain(), "upload"),
                views.StaffAction(texts.END_SESSION, steps.EndSession(), "stop"),
                views.StaffAction(texts.LEAVE_KIOSK, wishes.LeaveKiosk(), "lock", danger=True),
            ),
        ),
    }
    return {
        name: KioskView(below.page, below.step, below.pill, below.leave, overlay)
        for name, overlay in overlays.items()
    }
