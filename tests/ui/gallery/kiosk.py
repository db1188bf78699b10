"""The kiosk's pages as a visit leads through them, and some with everything going wrong."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.kiosk.flow import new_visit
from desktop.ui.kiosk.facts import Facts, Staff
from desktop.ui.kiosk.presenter import opening, present
from desktop.ui.kiosk.window import KioskWindow
from desktop.ui.recorder_state import Phase
from desktop.ui.theme import Tokens
from tests.ui.kiosk_facts import HEARD, SECRET, at_their_worst, facts_of, sent, three
from tests.ui.kiosk_script import ScriptedPlayer
from tests.ui.kiosk_visits import NUMBER, PROMPTS, STUDY, every_state, visit, whole_visit
from tests.ui.station_script import ScriptedPreview, painted_picture
from uploader.items import Custody, Network, Step

UNDERWAY = three(sent(4, 2, Step.SEGMENTS, custody=Custody(True, 6, 6_400_000)))
CLOSING = visit(*whole_visit())
DATA = (
    NUMBER,
    "English",
    "Deutsch",
    STUDY.title,
    *(each.title for each in PROMPTS),
    *(each.instructions for each in PROMPTS),
    "We film you.",
    "You can stop.",
    "I agree( to this)?.",
    "When the sunlight strikes.",
    r"CameraError: .*?\(code 422\)",
)


def shown() -> dict[str, Facts]:
    """What the kiosk knows on each of its pages."""
    failed = three(sent(4, 2, Step.FAILED))
    offline = three(sent(4, 2, Step.SEGMENTS), network=Network.OFFLINE)
    found = {
        name.replace(" ", "-"): replace(facts_of(flow), queue=UNDERWAY)
        for name, flow in every_state()
    }
    worst = {"recording", "review", "instructions", "check"}
    found |= {
        f"{name.replace(' ', '-')}-at-its-worst": at_their_worst(flow)
        for name, flow in every_state()
        if name in worst
    }
    for name in ("recording", "saying-it"):
        found[name] = replace(found[name], recorder=replace(HEARD, phase=Phase.RECORDING))
    return {
        **found,
        "closing-failed": facts_of(CLOSING, queue=failed),
        "closing-offline": facts_of(CLOSING, queue=offline),
        "closing-done": facts_of(CLOSING, queue=three()),
        "pin": facts_of(CLOSING, staff=Staff("asking")),
        "pin-wait": facts_of(CLOSING, staff=Staff("asking", wait_s=30)),
        "pin-choose": facts_of(visit(), staff=Staff("choosing")),
        "staff": facts_of(CLOSING, queue=failed, staff=Staff("open")),
    }


ENGLISH = replace(STUDY, language="en")
SPOKEN_IN_BOTH = replace(ENGLISH, variants=(ENGLISH, replace(STUDY, language="de")))


def pages(tokens: Tokens) -> Iterator[tuple[str, QWidget]]:
    """Name and widget of each page."""
    preview = ScriptedPreview(painted_picture())
    views = {name: present(facts) for name, facts in shown().items()}
    views["not-opened"] = opening(facts_of(visit()), SECRET)
    views["opening"] = opening(facts_of(visit()), "")
    views["languages"] = present(facts_of(new_visit(SPOKEN_IN_BOTH)))
    # One window shows them all, one after the other, as at a kiosk.
    window = KioskWindow(tokens, lambda: preview, ScriptedPlayer, mirrored=True)
    window.resize(1280, 800)
    window.let_close()
    for name, view in views.items():
        window.show_view(view)
        for page in window.pages.values():
            picture = getattr(page, "picture", None)
            if picture is not None:
                picture.refresh()
        yield f"kiosk-{name}", window
