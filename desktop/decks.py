"""The decks of a station side by side: the sources that are open, and what is made from them.

What is asked of all is asked of each; what one may tell for all is told by the one that records,
else by the first. Which recordings begin is the station's to say.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from desktop.choosing import Choose
from desktop.deck import Deck, Surroundings
from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.encoding import Encoding
from desktop.recording.model import CaptureRequest, Progress, RecordingRequest
from desktop.recording.preview_memory import PreviewReader
from desktop.recording.states import State
from desktop.register import RecordingRunning, RecordingWish
from desktop.space import SpaceWatch
from desktop.station_events import FromCamera, OnEvent, StationEvent
from holdfast.layout import RecordingFolder
from holdfast.locks import Lock
from holdfast.overflow_layout import OverflowFolder

NewSpaceWatch = Callable[[Callable[[], float]], SpaceWatch]
"""Makes the watch over one deck's space, given what the decks beside it write (bytes/s)."""

_CLOSE_LIMIT_S = 5.0


class Decks:
    """All sources that are open. Methods may be called from any thread."""

    def __init__(
        self, around: Surroundings, new_space: NewSpaceWatch, tell: OnEvent, turn: threading.RLock
    ) -> None:
        """`turn` is the station's, so that nothing begins while sources change."""
        self._around = around
        self._new_space = new_space
        self._tell = tell
        self._turn = turn
        self._decks: tuple[Deck, ...] = ()
        self._picture_is_watched = False

    def __len__(self) -> int:
        return len(self._decks)

    @property
    def space(self) -> SpaceWatch | None:
        """The first one's watch over its disk, or None where nothing is open."""
        decks = self._decks
        return decks[0].space if decks else None

    @property
    def recording(self) -> str | None:
        """The id of a recording that is being made, or None."""
        return next((deck.recording for deck in self._decks if deck.recording), None)

    @property
    def state(self) -> State:
        """What the recorder does: that of the first camera that records, else of the first."""
        deck = self._speaker()
        return deck.state if deck is not None else State.PREPARING

    @property
    def progress(self) -> Progress | None:
        """The last sign of life of the first camera that records, else of the first."""
        deck = self._speaker()
        return deck.progress if deck is not None else None

    def preview_of(self, camera: int) -> PreviewReader | None:
        """The newest picture of an open source (0: the first), or None where there is none."""
        decks = self._decks
        return decks[camera].preview if camera < len(decks) else None

    def folder_of(self, recording: str) -> RecordingFolder | None:
        """The folder of a recording that is being made; None where it is not."""
        folders = (deck.folder for deck in self._decks)
        return next((each for each in folders if each and each.recording == recording), None)

    def watch_picture(self, *, wanted: bool) -> None:
        """Whether somebody wants to see what is seen in the first one's live picture."""
        with self._turn:
            self._picture_is_watched = wanted
            for deck in self._decks[:1]:
                deck.watch_picture(wanted=wanted)

    def prepare(self, captures: Sequence[CaptureRequest]) -> None:
        """Open these and no others. Raises RecordingRunning."""
        with self._turn:
            if self.recording is not None:
                raise RecordingRunning("The source cannot be changed while a recording runs.")
            self._close_each()
            self._decks = tuple(self._deck(number, each) for number, each in enumerate(captures))
            for deck in self._decks[:1]:
                deck.watch_picture(wanted=self._picture_is_watched)
            for deck in self._decks:
                deck.open()

    def release(self) -> None:
        """Let go of every camera and microphone. Raises RecordingRunning."""
        with self._turn:
            if self.recording is not None:
                raise RecordingRunning("The devices are in use while a recording runs.")
            self._close_each()

    def choose(self, choice: Choose, camera: int) -> None:
        """Go on with other devices in place of those of `camera`.

        Raises RecordingRunning where they cannot change while they are recorded, and
        desktop.recording.errors.UnknownSource.
        """
        with self._turn:
            if camera >= len(self._decks):
                raise RecordingRunning("No source is open; open one first.")
            deck = self._decks[camera]
            sources = [deck.capture.source, choice.source or deck.capture.source]
            if deck.recording and SourceKind.FILE in map(kind_of, sources):
                raise RecordingRunning(
                    "A video file is recorded from its beginning to its end; nothing was changed."
                    " Stop the recording before you choose another source."
                )
            deck.choose(choice)

    def begin(
        self,
        entries: Sequence[tuple[RecordingRequest, Lock]],
        wish: RecordingWish,
        encoding: Encoding,
        overflow: OverflowFolder | None,
    ) -> None:
        """Record from every source, each into the entry of its place."""
        for deck, (request, lock) in zip(self._decks, entries, strict=True):
            deck.begin(replace(request, encoding=encoding), lock, wish, overflow)

    def stop(self) -> None:
        """Ask what is recorded to end. Returns at once."""
        with self._turn:
            for deck in self._decks:
                deck.stop()

    def pause(self) -> None:
        """Record nothing until `resume`. Returns at once."""
        with self._turn:
            for deck in self._decks:
                deck.pause()

    def resume(self) -> None:
        """Go on with what is paused. Returns at once."""
        with self._turn:
            for deck in self._decks:
                deck.resume()

    def mark(self, name: str, source: str, at_ns: int) -> None:
        """Note a named instant, monotonic `at_ns`, in what is being recorded."""
        for deck in self._decks:
            deck.mark(name, source, at_ns)

    def confirm_devices(self) -> None:
        """The cameras and microphones of now are the expected ones."""
        for deck in self._decks:
            deck.confirm_devices()

    def close(self, timeout_s: float) -> None:
        """End what is recorded and release the devices."""
        with self._turn:
            decks = self._decks
        # Side by side: each may take its time to end what it records.
        limit_s = min(timeout_s, _CLOSE_LIMIT_S)
        closers = [threading.Thread(target=deck.close, args=(limit_s,)) for deck in decks]
        for closer in closers:
            closer.start()
        for closer in closers:
            closer.join()
        self._decks = ()

    def _close_each(self) -> None:
        for deck in self._decks:
            deck.close()
        self._decks = ()

    def _deck(self, number: int, capture: CaptureRequest) -> Deck:
        def tell(event: StationEvent) -> None:
            self._tell(FromCamera(number, capture.source, event) if number else event)

        def others() -> Iterator[Deck]:
            return (each for each in self._decks if each is not deck)

        space = self._new_space(lambda: sum(each.space.rate_bytes_s for each in others()))
        deck = Deck(capture, space, self._around, tell)
        return deck

    def _speaker(self) -> Deck | None:
        decks = self._decks
        return next((each for each in decks if each.recording), decks[0] if decks else None)
