"""What the window shows in its first moment, before anything is known. Pure.

It is put together without the presenter, whose parts take longer to load than the window may take
to come up.
"""

from desktop.ui import texts
from desktop.ui.views import (
    BesideView,
    CaptureView,
    MeterView,
    Pill,
    PreviewView,
    RecordView,
    SpaceView,
    ToSendView,
    TrayView,
    WindowView,
)
from desktop.ui.words import tr


def first_view(beside: int = 0) -> WindowView:
    """A window that is about to open its cameras, so many `beside` the first, and to look for
    recordings.
    """
    reading = tr(texts.PILL_READING)
    preview = PreviewView(
        recording=False,
        badge="",
        badge_waiting=False,
        footer="",
        icon="camera",
        title=tr(texts.OPENING_TITLE),
        sentence=tr(texts.OPENING_SENTENCE),
        can_retry=False,
        wants_picture=True,
    )
    return WindowView(
        pill=Pill("muted", "clock", reading, reading),
        banner=None,
        preview=preview,
        beside=(BesideView("", preview),) * beside,
        record=RecordView(
            tr(texts.RECORD_MNEMONIC), tr(texts.RECORD), tr(texts.RECORD_HINT), "record", False
        ),
        can_mark=False,
        meter=MeterView(False, None, None, "", tr(texts.MICROPHONE_NOT_OPEN), "muted"),
        capture=CaptureView(tr(texts.NEXT_RECORDING), "…", "…", can_change=True),
        space=SpaceView("…", "", 0, "muted"),
        to_send=ToSendView("…", "", can_try=False),
        tray=TrayView("empty", reading, None, tr(texts.QUIT)),
        rows=(),
        empty_title=tr(texts.READING_TITLE),
        empty_sentence="",
        failed=(),
    )
