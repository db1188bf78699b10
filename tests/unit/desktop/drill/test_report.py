"""The drill's report: what it says when all held, when something did not, and what it escapes."""

from dataclasses import replace

from desktop.drill.accidents import Accident, Finding
from desktop.drill.drill import NO_SMALL_DISK, Report
from desktop.drill.report import report_page
from holdfast.jsonform import canonical
from holdfast.protocol import decode_key
from holdfast.statement import is_genuine, signed
from tests.recordings import some_device

HELD = Finding(
    Accident.NETWORK,
    True,
    ("The network is cut.",),
    "01a1",
    recorded_s=16.0,
    lost_s=0.0,
    home_s=7.0,
)
BROKE = Finding(Accident.KILL, False, ("It <b>never</b> came.",))
LEFT_OUT = Finding(Accident.DISK, None, (NO_SMALL_DISK,))
REPORT = Report(
    "2026-11-21T14:00:00.000Z", "2026-11-21T14:03:00.000Z", "lab & co", (HELD,), 1, 1, 9, 0
)


def test_it_held_only_if_every_accident_did_and_all_is_home() -> None:
    assert REPORT.held
    assert replace(REPORT, findings=(HELD, LEFT_OUT)).held
    assert not replace(REPORT, findings=(HELD, BROKE)).held
    assert not replace(REPORT, findings=(LEFT_OUT,)).held
    assert not replace(REPORT, recordings=2).held
    assert not replace(REPORT, files_wrong=1).held


def test_the_page_says_what_was_seen_and_what_came_of_it() -> None:
    page = report_page(REPORT.to_json())

    assert "Everything that was recorded came home." in page
    assert "<li>The network is cut.</li>" in page
    assert "7.0 s" in page
    assert "lab &amp; co" in page


def test_the_page_does_not_hide_what_did_not_hold() -> None:
    page = report_page(replace(REPORT, findings=(HELD, BROKE, LEFT_OUT)).to_json())

    assert "Not everything held." in page
    assert "It did not hold." in page
    assert "Left out on this computer." in page
    assert "It &lt;b&gt;never&lt;/b&gt; came." in page


def test_a_signed_report_carries_its_signature_onto_the_page() -> None:
    device = some_device()
    value = signed(REPORT.to_json(), device.device, device.sign)

    assert value["signature"] in report_page(value)
    assert "Signature" not in report_page(REPORT.to_json())

    def check(data: bytes, signature: str) -> bool:
        device.key.verify_key.verify(data, decode_key(signature, 64))
        return data == canonical({k: v for k, v in value.items() if k != "signature"})

    assert is_genuine(value, check)
