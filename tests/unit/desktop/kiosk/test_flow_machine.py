"""Any visit at all: people press what they like, devices fail, the computer dies, and it holds.

The machine plays the world: it keeps what would be on disk, does every effect, and finds fault with
those that must not be asked for at that moment.
"""

from dataclasses import dataclass, replace

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop.kiosk.flow import (
    FlowState,
    Interrupted,
    Page,
    Take,
    after,
    interrupted_visit,
    new_visit,
)
from desktop.kiosk.state import ASKS_WHO_IS_THERE, Decision
from desktop.kiosk.steps import (
    Agree,
    AskToLeave,
    Began,
    Begin,
    Check,
    Checked,
    ConsentNotGiven,
    Decline,
    Devices,
    Discard,
    Effect,
    EndSession,
    EnterNumber,
    Finish,
    Forget,
    GiveConsent,
    GoBack,
    GoOn,
    GoWithoutSound,
    Keep,
    KeepTake,
    Leave,
    NotBegun,
    Passed,
    Present,
    ReadToEnd,
    Record,
    RecordAgain,
    RedoTake,
    Remember,
    Resume,
    Saved,
    Sending,
    Stay,
    Step,
    Stop,
    StopNow,
    TryAgain,
    UndoDecision,
)
from desktop.study_values import (
    CONSENT_PROMPT,
    Consent,
    ConsentRecording,
    ParticipantRule,
    Prompt,
    Study,
)

AT = "2026-11-21T10:00:00.000Z"
PROMPTS = tuple(Prompt(each, each, each, seconds=20, least_s=2) for each in ("smile", "turn"))
CONSENTS = (
    None,
    Consent("v1", "We film you."),
    Consent("v1", "We film you.", recording=ConsentRecording("I agree.", 20)),
)
PRESSED: tuple[Step, ...] = (
    GoOn(AT),
    GoOn(AT),
    GoOn(AT),
    GoBack(),
    ReadToEnd(),
    Agree(True),
    Agree(True),
    Agree(False),
    EnterNumber("A-1042"),
    EnterNumber("A-1042"),
    EnterNumber(" "),
    StopNow(),
    KeepTake(),
    KeepTake(),
    RedoTake(),
    Stay(),
    AskToLeave(),
    Finish(),
    TryAgain(),
    GoWithoutSound(),
    Present(),
    Sending(True),
    Sending(False),
)
RIGHT: dict[Page, tuple[Step, ...]] = {
    Page.CONSENT: (ReadToEnd(), Agree(True), GoOn(AT)),
    Page.NUMBER: (EnterNumber("A-1042"), GoOn(AT)),
    Page.DEVICE_CHECK: (Devices(True, True), GoOn(AT)),
    Page.INSTRUCTIONS: (Devices(True, True), GoOn(AT)),
    Page.COUNTDOWN: (Devices(True, True), Passed(3)),
    Page.RECORDING: (Passed(2), StopNow()),
    Page.REVIEW: (KeepTake(),),
}
SELDOM_PRESSED: tuple[Step, ...] = (
    Decline(),
    Leave(deletes=False),
    Leave(deletes=True),
    EndSession(),
    RecordAgain("smile"),
    RecordAgain("turn"),
)


@dataclass
class OnDisk:
    """One recording as the disk has it."""

    prompt: str
    decision: Decision = "pending"
    complete: bool = True


class Visits(RuleBasedStateMachine):
    """One kiosk and its world."""

    def __init__(self) -> None:
        super().__init__()
        self.disk: dict[str, OnDisk] = {}
        self.sessions: dict[str, list[str]] = {}
        self.consents: set[str] = set()
        self.played: set[str] = set()
        self.to_check: list[str] = []
        self.visit: FlowState | None = None
        self.active: str | None = None
        self.begun = False
        self.asked_for: Record | None = None
        self.count = 0
        self.deletes = False

    @initialize(consent=st.sampled_from(CONSENTS), sensitive=st.booleans(), generated=st.booleans())
    def open(self, consent: Consent | None, sensitive: bool, generated: bool) -> None:
        self.study = Study(
            "faces",
            1,
            "Faces",
            PROMPTS,
            consent=consent,
            participant=ParticipantRule(generated=generated),
            upload="after_accept" if sensitive else "while_recording",
        )
        self.state = new_visit(self.study)

    def take(self, step: Step) -> None:
        before = self.state
        self.state, effects = after(self.state, step)
        self.deletes |= isinstance(step, Leave) and step.deletes and before.can_leave
        for effect in effects:
            self.do(effect)
        if self.state.page is Page.WELCOME:
            self.deletes = False

    def do(self, effect: Effect) -> None:
        match effect:
            case Record():
                self.begin(effect)
            case Stop():
                assert self.asked_for is not None
            case Keep(recording=recording):
                self.decide(recording, "kept")
            case Discard(recording=recording):
                self.decide(recording, "discarded")
            case Check(recording=recording):
                assert recording in self.disk
                self.to_check.append(recording)
            case GiveConsent(session=session, recording=recording):
                assert recording in self.played
                assert self.disk[recording].decision == "kept"
                self.consents.add(session)
            case Remember():
                self.visit = self.state
            case Forget():
                self.visit = None

    def decide(self, recording: str, decision: Decision) -> None:
        assert recording in self.disk, "only what is on disk can be decided about"
        assert recording != self.active
        self.disk[recording].decision = decision

    def begin(self, record: Record) -> None:
        state = self.state
        assert self.asked_for is None, "one recording at a time"
        assert record.participant
        assert state.ready, "nothing is recorded before pictures and sound arrive"
        if self.study.consent is not None:
            assert record.consented_at == AT
        on_camera = self.study.consent_recording is not None
        if on_camera and record.prompt != CONSENT_PROMPT:
            assert record.session in self.consents, "the consent comes first"
        assert record.awaits_consent == (on_camera and record.session not in self.consents)
        self.asked_for, self.begun = record, False

    @precondition(lambda self: self.state.page is Page.WELCOME)
    @rule()
    def somebody_comes(self) -> None:
        session = f"s{len(self.sessions)}"
        self.sessions[session] = []
        self.take(Begin(session, ("smile", "turn"), "P-1"))

    @precondition(lambda self: self.state.page in RIGHT)
    @rule()
    def do_what_the_page_asks_for(self) -> None:
        for step in RIGHT[self.state.page]:
            self.take(step)

    @rule(step=st.sampled_from(PRESSED))
    def press(self, step: Step) -> None:
        self.take(step)

    @rule(step=st.sampled_from(SELDOM_PRESSED), really=st.integers(0, 3))
    def press_seldom(self, step: Step, really: int) -> None:
        if really == 0:
            self.take(step)

    @precondition(lambda self: self.state.page is Page.REVIEW)
    @rule(step=st.sampled_from([KeepTake(), KeepTake(), RedoTake()]))
    def review(self, step: Step) -> None:
        self.take(step)

    @precondition(lambda self: self.state.page is Page.RESUME)
    @rule(goes_on=st.sampled_from([True, True, False]))
    def resume(self, goes_on: bool) -> None:
        self.take(Resume(goes_on))

    @rule(seconds=st.sampled_from([0.1, 1.0, 3.0, 10.0, 50.0, 106.0]))
    def wait(self, seconds: float) -> None:
        page = self.state.page
        self.take(Passed(seconds))
        if page not in (*ASKS_WHO_IS_THERE, Page.CLOSING, Page.GOODBYE):
            assert page is Page.WELCOME or self.state.page is not Page.WELCOME

    @rule(picture=st.sampled_from([True, True, True, False]), sound=st.booleans())
    def devices_say(self, picture: bool, sound: bool) -> None:
        self.take(Devices(picture, sound))

    @precondition(lambda self: self.asked_for is not None and not self.begun)
    @rule(how=st.sampled_from(["begins", "begins", "begins", "refused", "nothing came"]))
    def recorder_begins(self, how: str) -> None:
        assert self.asked_for is not None
        self.count += 1
        recording = f"r{self.count}"
        if how == "begins":
            self.active, self.begun = recording, True
            self.take(Began(recording))
            return
        self.asked_for = None
        if how == "refused":
            self.take(NotBegun("The disk is full."))
        else:
            self.take(Saved(recording, has_media=False))

    @precondition(lambda self: self.begun)
    @rule(how=st.sampled_from(["complete", "complete", "complete", "cut short", "goes on"]))
    def recorder_ends(self, how: str) -> None:
        assert self.asked_for is not None
        assert self.active is not None
        recording, prompt = self.active, self.asked_for.prompt
        self.disk[recording] = OnDisk(prompt, complete=how != "cut short")
        self.sessions[self.asked_for.session].append(recording)
        if how == "goes on":
            self.count += 1
            self.active = f"r{self.count}"
            self.take(Saved(recording, goes_on_as=self.active))
            self.take(Began(self.active))
            return
        self.active, self.asked_for, self.begun = None, None, False
        self.take(Saved(recording, complete=how == "complete"))

    @precondition(lambda self: self.to_check)
    @rule(playable=st.sampled_from([True, True, False]))
    def checked(self, playable: bool) -> None:
        recording = self.to_check.pop(0)
        if playable:
            self.played.add(recording)
        self.take(Checked(recording, playable))

    @precondition(lambda self: self.consents and self.state.session in self.consents)
    @rule(really=st.integers(0, 5))
    def consent_cannot_be_written(self, really: int) -> None:
        newest = self.state.newest(CONSENT_PROMPT)
        if really or self.state.page is not Page.INSTRUCTIONS or newest is None:
            return
        assert self.state.session is not None
        self.consents.discard(self.state.session)
        self.take(ConsentNotGiven("The disk is full."))

    @precondition(lambda self: self.disk)
    @rule(data=st.data(), keeps=st.booleans(), really=st.integers(0, 3))
    def staff_undo(self, data: st.DataObject, keeps: bool, really: int) -> None:
        if really == 0:
            self.take(UndoDecision(data.draw(st.sampled_from(sorted(self.disk))), keeps))

    @rule(really=st.integers(0, 4))
    def the_computer_dies(self, really: int) -> None:
        if really:
            return
        if self.active is not None and self.asked_for is not None:
            self.disk[self.active] = OnDisk(self.asked_for.prompt, complete=False)
            self.sessions[self.asked_for.session].append(self.active)
        self.active, self.asked_for, self.begun = None, None, False
        self.to_check.clear()
        self.deletes = False
        if not self.study.after_accept:
            for each in self.disk.values():
                if each.decision == "pending" and each.complete:
                    each.decision = "kept"
        self.state = self.start_again()

    def start_again(self) -> FlowState:
        remembered, self.visit = self.visit, None
        if remembered is None or remembered.session is None:
            return new_visit(self.study)
        here = {each: self.disk[each] for each in self.sessions[remembered.session]}
        if not here:
            return new_visit(self.study)
        self.visit = remembered
        return interrupted_visit(
            self.study,
            Interrupted(
                session=remembered.session,
                participant=remembered.participant,
                order=remembered.order,
                consented_at=remembered.consented_at,
                consent_given=remembered.session in self.consents,
                without_sound=remembered.without_sound,
                takes=tuple(
                    Take(each.prompt, (recording,), each.decision, each.complete)
                    for recording, each in here.items()
                ),
            ),
        )

    @invariant()
    def welcome_knows_nobody(self) -> None:
        if self.state.page is Page.WELCOME:
            seen = replace(self.state, has_picture=False, has_sound=False, idle_s=0.0, trouble="")
            assert seen == new_visit(self.study)
            assert self.asked_for is None

    @invariant()
    def the_page_says_whether_something_is_recorded(self) -> None:
        assert (self.asked_for is not None) == (self.state.page in (Page.RECORDING, Page.SAVING))

    @invariant()
    def every_take_is_as_the_disk_has_it(self) -> None:
        for take in self.state.takes:
            assert {self.disk[each].decision for each in take.recordings} == {take.decision}

    @invariant()
    def nothing_that_a_participant_wanted_deleted_is_kept(self) -> None:
        if self.deletes and self.asked_for is None and self.state.page is Page.GOODBYE:
            undone = [each for each in self.state.takes if each.decision != "discarded"]
            assert undone == []

    @invariant()
    def only_a_sensitive_study_leaves_anything_undecided(self) -> None:
        if self.state.page is not Page.WELCOME or self.study.after_accept:
            return
        assert [each for each in self.disk.values() if each.decision == "pending"] == []

    @invariant()
    def what_is_to_be_resumed_is_the_visit_that_goes_on(self) -> None:
        if self.visit is not None:
            assert self.visit.session == self.state.session


def test_any_visit_holds() -> None:
    run_state_machine_as_test(
        Visits,
        settings=settings(
            max_examples=40,
            stateful_step_count=60,
            deadline=None,
            derandomize=True,
            database=None,
            # Shrinking takes minutes, and a visit is short enough to be read as it is.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
