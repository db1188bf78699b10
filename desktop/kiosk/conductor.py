"""Conducts a visit: steps in, from people and from the station; effects done, one after the other.

It has a thread of its own, on which the flow decides and the station's methods run, and no window.
What a step means is the flow's; how an effect is done is in `hands.py`.
"""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

from desktop.kiosk.flow import FlowState, Page, after, interrupted_visit, new_visit
from desktop.kiosk.hands import Hands, StationOfVisits
from desktop.kiosk.playable import plays
from desktop.kiosk.senses import Senses
from desktop.kiosk.steps import Begin, Checked, Forget, GoOn, OpenDevices, Passed, Step
from desktop.kiosk.visit import VisitFile
from desktop.recording.model import CaptureRequest
from desktop.station_events import StationEvent
from desktop.study_values import Study
from holdfast.clock import Clock, rfc3339
from holdfast.ids import new_id
from holdfast.layout import RecordingFolder

_log = logging.getLogger(__name__)

TICK_S: Final = 0.1
"""Countdowns are as exact as this."""
CLOSE_S: Final = 10.0


@dataclass(frozen=True, slots=True)
class _Heard:
    """An event of the station, on its way to the conductor's thread."""

    event: StationEvent


OnChange = Callable[[FlowState], None]
Shuffle = Callable[[list[str]], None]
Plays = Callable[[RecordingFolder], bool]


class Conductor:
    """One kiosk's visits, one after the other. `do` and `hear` may be called from any thread.

    `on_change` is called on the conductor's thread, also several times a second as time goes by.
    """

    def __init__(
        self,
        station: StationOfVisits,
        study: Study,
        capture: CaptureRequest,
        clock: Clock,
        on_change: OnChange,
        *,
        new_number: Callable[[], str],
        shuffle: Shuffle,
        plays: Plays = plays,
    ) -> None:
        """`station` is started already: what an earlier run left unfinished is finished.

        `new_number` is what a participant is called whom nobody asks; `shuffle` brings prompts into
        another order where the study wants that.
        """
        self._station = station
        self._study = study
        self._clock = clock
        self._on_change = on_change
        self._new_number = new_number
        self._shuffle = shuffle
        self._plays = plays
        self._senses = Senses()
        self._checks = ThreadPoolExecutor(max_workers=1, thread_name_prefix="playable")
        visit = VisitFile(station.home)
        self._hands = Hands(station, visit, capture, clock, self._check)
        found = visit.interrupted(study)
        self._begins_anew = found is None
        self._state = new_visit(study) if found is None else interrupted_visit(study, found)
        self._inbox: queue.SimpleQueue[Step | _Heard | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="conductor", daemon=True)

    @property
    def state(self) -> FlowState:
        """Where the visit stands."""
        return self._state

    def start(self) -> None:
        """Begin: `on_change` follows at once."""
        self._thread.start()

    def do(self, step: Step) -> None:
        """A person, or whoever watches for them, takes a step. Returns at once."""
        self._inbox.put(step)

    def hear(self, event: StationEvent) -> None:
        """The station says something. Returns at once."""
        self._inbox.put(_Heard(event))

    def close(self, timeout_s: float = CLOSE_S) -> None:
        """End. A visit that goes on is gone on with at the next start."""
        self._inbox.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        self._checks.shutdown(wait=False, cancel_futures=True)

    def _run(self) -> None:
        if self._begins_anew:
            # A file of a visit that nobody goes on with says whose it was.
            self._hands.do(Forget(), self._state)
        self._tell()
        passed_ns = self._clock.monotonic_ns()
        while True:
            try:
                item = self._inbox.get(timeout=TICK_S)
            except queue.Empty:
                pass
            else:
                if item is None:
                    break
                self._take(item)
            now_ns = self._clock.monotonic_ns()
            if now_ns - passed_ns >= TICK_S * 1e9:
                self._pass((now_ns - passed_ns) / 1e9, now_ns)
                passed_ns = now_ns
        for step in self._hands.do_owed(all_of_it=True):
            self._step(step)

    def _take(self, item: "Step | _Heard") -> None:
        if not isinstance(item, _Heard):
            self._step(self._completed(item))
            return
        for step in self._senses.steps_of(item.event, self._clock.monotonic_ns()):
            self._step(step)

    def _pass(self, seconds: float, now_ns: int) -> None:
        for step in (*self._senses.look(now_ns), Passed(seconds), *self._hands.do_owed()):
            self._step(step)

    def _completed(self, step: Step) -> Step:
        """What a person cannot know: ids, the order of the prompts, and what time it is."""
        if not isinstance(step, GoOn):
            return step
        if self._state.page is not Page.WELCOME:
            return replace(step, at=rfc3339(self._clock.now()))
        order = [each.id for each in self._study.prompts]
        if self._study.order == "random":
            self._shuffle(order)
        return Begin(new_id(self._clock.now()), tuple(order), self._new_number())

    def _step(self, step: Step) -> None:
        try:
            self._advance(step)
        # A fault of ours must not leave a participant before a page that does nothing any more.
        except Exception:  # noqa: BLE001
            _log.exception("%s could not be taken", type(step).__name__)

    def _advance(self, step: Step) -> None:
        state, effects = after(self._state, step)
        if state != self._state:
            self._state = state
            self._tell()
        for effect in effects:
            if isinstance(effect, OpenDevices):
                self._senses.forget()
            trouble = self._hands.do(effect, state)
            if trouble is not None:
                self._step(trouble)

    def _tell(self) -> None:
        self._on_change(self._state)

    def _check(self, recording: str) -> None:
        folder = self._station.folder_of(recording)

        def checked(done: Future[bool]) -> None:
            if not done.cancelled():
                playable = done.exception() is None and done.result()
                self._inbox.put(Checked(recording, playable))

        self._checks.submit(self._plays, folder).add_done_callback(checked)
