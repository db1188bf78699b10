"""Playing a recording that somebody points at: finds its files, and shows the window that plays.

It reads a folder's names and nothing else; what plays is the player's business.
"""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.playback.media_files import playable_files
from desktop.ui import sentences
from desktop.ui.review_dialog import ReviewDialog
from desktop.ui.theme import Tokens
from holdfast.layout import RecordingFolder
from uploader.items import RecordingSnapshot


class ReviewDesk:
    """Lives on the thread of Qt. One window plays all recordings, one after the other."""

    def __init__(self) -> None:
        self.dialog: ReviewDialog | None = None

    def ask(self, parent: QWidget, tokens: Tokens, recording: RecordingSnapshot) -> None:
        """Play this recording, from its beginning."""
        if self.dialog is None:
            self.dialog = ReviewDialog(tokens, parent)
        self.dialog.set_tokens(tokens)
        title = sentences.recording_title(recording.participant, recording.prompt)
        files = playable_files(RecordingFolder(Path(recording.folder)))
        self.dialog.review(title, files)

    def close(self) -> None:
        """Take the window away and let go of the files."""
        if self.dialog is not None:
            self.dialog.player.close_media()
            self.dialog.close()
