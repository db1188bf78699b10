"""The drill's report as one page for an ethics board: what was done, what was seen, what it means.

It only words what the drill found; every text that came from elsewhere is escaped. The page is
plain enough for a browser, for a printer and for Qt's own text engine.
"""

from html import escape
from typing import Final

from desktop.drill.accidents import Accident
from holdfast.jsonform import Json

_STYLE: Final = """
body{font-family:Inter,"Noto Sans",sans-serif;font-size:11pt;line-height:1.4;color:#16202e;
background:#ffffff;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:20pt;margin-bottom:4px}
h2{font-size:13pt;margin-top:26px;margin-bottom:4px}
p{margin-top:4px;margin-bottom:8px}
li{margin-bottom:3px}
table{margin-top:6px;margin-bottom:6px}
td{padding:2px 18px 2px 0px;vertical-align:top}
.muted{color:#505c6e}
.ok{color:#176f3d;font-weight:600}
.bad{color:#b3261e;font-weight:600}
.out{color:#8a5200;font-weight:600}
code{font-size:8pt;color:#505c6e}
"""

TITLES: Final[dict[str, str]] = {
    Accident.NETWORK.value: "The network was cut in the middle of a recording",
    Accident.CAMERA.value: "The camera was unplugged in the middle of a recording",
    Accident.KILL.value: "The program was killed in the middle of a recording",
    Accident.DISK.value: "The disk filled up in the middle of a recording",
}
DEMANDS: Final[dict[str, str]] = {
    Accident.NETWORK.value: (
        "The line between this computer and the receiver was cut and stayed cut until after the "
        "recording's end. Nothing of it may be lost, and it must be sent by itself later."
    ),
    Accident.CAMERA.value: (
        "The recording must go on when the camera is back, and what is missing must be noted in it "
        "as a gap, so that nobody takes it for something that was seen."
    ),
    Accident.KILL.value: (
        "Recorder and uploader were ended without a warning, as by a power cut. What was recorded "
        "until the last moments must be there after the next start, playable, and be sent."
    ),
    Accident.DISK.value: (
        "A small disk was filled but for 4 MB. The recording must be ended in good order before "
        "there is no space for closing it, and no other may begin that would not fit."
    ),
}


def report_page(report: Json) -> str:
    """The whole page as HTML. `report` is the signed report."""
    accidents = "".join(_accident(each) for each in report["accidents"])
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Fire drill</title><style>{_STYLE}</style></head><body>"
        f"{_head(report)}{accidents}{_meaning()}{_signature(report)}</body></html>\n"
    )


def _head(report: Json) -> str:
    held = bool(report["held"])
    verdict = (
        '<p class="ok">Everything that was recorded came home.</p>'
        if held
        else '<p class="bad">Not everything held. What did not is marked below.</p>'
    )
    facts = _facts(
        ("Computer", report["computer"]),
        ("From", report["began_at"]),
        ("Until", report["ended_at"]),
        ("Program", f"Holdfast {report['app_version']}"),
        ("Recordings made", report["recordings"]),
        ("Received, checked and playable", report["home"]),
        ("Files that match their hashes", report["files_ok"]),
        ("Files that do not", report["files_wrong"]),
    )
    return f"<h1>Fire drill</h1>{verdict}{facts}"


def _accident(finding: Json) -> str:
    title, demand = (each[str(finding["accident"])] for each in (TITLES, DEMANDS))
    seen = "".join(f"<li>{escape(str(each))}</li>" for each in finding["seen"])
    return (
        f"<h2>{escape(title)}</h2>{_verdict(finding['held'])}"
        f'<p class="muted">{escape(demand)}</p><ul>{seen}</ul>{_numbers(finding)}'
    )


def _verdict(held: bool | None) -> str:
    if held is None:
        return '<p class="out">Left out on this computer.</p>'
    return '<p class="ok">It held.</p>' if held else '<p class="bad">It did not hold.</p>'


def _numbers(finding: Json) -> str:
    if finding["recording"] is None:
        return ""
    home_s = finding["home_s"]
    return _facts(
        ("Recording", finding["recording"]),
        ("Length", f"{finding['recorded_s']:.1f} s"),
        ("Missing", f"{finding['lost_s']:.1f} s"),
        ("Home after", "not within the drill" if home_s is None else f"{home_s:.1f} s"),
    )


def _meaning() -> str:
    return (
        "<h2>What this shows, and what it does not</h2>"
        "<p>The drill ran the real recorder, queue, uploader and receiver in a folder of their "
        "own, with a drawn scene instead of a person. No participant was recorded and no study's "
        "data was touched. <i>Home</i> means that the receiver holds every byte, that its signed "
        "receipt matches the hashes written while recording, and that it decoded the first and "
        "the last picture. The drill says nothing about the camera, the network and the receiver "
        "that the study uses; the morning rehearsal tries those.</p>"
    )


def _signature(report: Json) -> str:
    if "signature" not in report:
        return ""
    return (
        "<h2>Signature</h2><p>The file beside this page holds the same report, signed by this "
        "computer's key. At the receiver where this computer is enrolled, "
        "<code>holdfast admin statement FILE</code> checks it.</p>"
        + _facts(("Device", report["device"]), ("Signature", report["signature"]))
    )


def _facts(*facts: tuple[str, object]) -> str:
    rows = "".join(
        f'<tr><td class="muted">{escape(name)}</td><td>{escape(str(value))}</td></tr>'
        for name, value in facts
    )
    return f'<table cellspacing="0">{rows}</table>'
