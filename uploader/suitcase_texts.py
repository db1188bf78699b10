"""What people read about suitcases on the computer that records. Values in, text out."""

from pathlib import Path
from typing import Final

from holdfast.suitcase import Header
from uploader.suitcase_reports import Packed, Unpacked

UNTOUCHED: Final = "Recordings are safe on this computer."
NOT_ENROLLED: Final = (
    "This computer is not enrolled at a receiver yet, so nobody could open its suitcase or sign "
    f"for it. {UNTOUCHED} Run holdfast enrol URL CODE first."
)
BUSY: Final = (
    "Another Holdfast program on this computer is packing or unpacking a suitcase. "
    f"{UNTOUCHED} Wait for it to end, then try again."
)
BEING_MADE: Final = "It is still being recorded; pack again when it has ended."
UNDECIDED: Final = "It waits for Keep or Redo; pack again when that is decided."
AWAY: Final = "The disk with this recording is not connected; connect it and pack again."
NO_ROOM: Final = "There was no room left for all of it; pack the rest on another disk, or again."
NOT_THERE_YET: Final = "The receiver has not answered yet; its admin runs holdfast admin import."
BEING_SENT: Final = (
    "It is being sent over the network at this moment; its receipt comes that way, or with the "
    "next holdfast queue import."
)
NOT_HERE: Final = "It is not on this computer any more."


def no_such_folder(disk: Path) -> str:
    """The folder that was named is not there."""
    return f"There is no folder {disk}. {UNTOUCHED} Connect the disk, or name another folder."


def unusable_disk(disk: Path, error: OSError) -> str:
    """The disk failed, is read-only, or was pulled out."""
    return (
        f"The disk at {disk} cannot be used ({_reason(error)}). {UNTOUCHED} Whole files that "
        "were copied stay good; connect it again and run the same command, which goes on there."
    )


def full_disk(disk: Path) -> str:
    """Not even the first file fits."""
    return f"The disk at {disk} is full. {UNTOUCHED} Make room on it, or take another."


def unreadable(error: OSError | ValueError) -> str:
    """A file of a recording here cannot be read."""
    what = _reason(error) if isinstance(error, OSError) else str(error)
    return f"A file of it cannot be read ({what}); holdfast queue verify says more."


def changed(path: Path) -> str:
    """A file of a recording here is not what was recorded."""
    return f"A recorded file was changed after it was recorded ({path.name}) and is not packed."


def no_suitcase(disk: Path) -> str:
    """There is nothing of ours on the disk."""
    return (
        f"There is no suitcase in {disk}. Nothing was changed; name the folder that "
        "holdfast queue export was given."
    )


def others_only(disk: Path) -> str:
    """There are suitcases, all of other computers."""
    return (
        f"The suitcases in {disk} are other computers'. Nothing was changed; run this on the "
        "computer that packed them."
    )


def damaged_header(folder: Path) -> str:
    """Nobody can say whose it is."""
    return (
        f"The suitcase {folder} cannot be read: its suitcase.json is damaged or missing. "
        f"{UNTOUCHED} Pack again with holdfast queue export."
    )


def other_receiver(header: Header) -> str:
    """It was packed before this computer was enrolled elsewhere."""
    return (
        f"The suitcase {header.suitcase} was packed for another receiver than the one that this "
        f"computer sends to now. {UNTOUCHED} Pack a new one with holdfast queue export."
    )


def note(url: str, header: Header) -> str:
    """README.txt: for whoever finds the disk."""
    how = (
        "Its content is encrypted for that receiver; nobody else can read it."
        if header.is_encrypted
        else "Its content is not encrypted. Please do not look at it: it shows people."
    )
    return (
        "This folder carries recordings of Holdfast from a computer to its receiver\n"
        f"({url}). {how}\n\n"
        "At the receiver:       holdfast admin import FOLDER\n"
        "Back on the computer:  holdfast queue import FOLDER\n\n"
        "The recordings stay on the computer until their receipts are back, so a disk that gets\n"
        "lost loses nothing.\n"
    )


def packed(report: Packed) -> str:
    """What is in the suitcase after packing."""
    inside = len(report.packed) + len(report.already)
    lines = [
        f"{_count(inside, 'recording')} in the suitcase {report.folder} "
        f"({len(report.packed)} new, {_size(report.written_bytes)} written, "
        + ("encrypted for the receiver)." if report.encrypted else "not encrypted).")
    ]
    if not inside and not report.left_out and not report.damaged:
        lines = ["Nothing waits to be sent; the suitcase stays empty."]
    elif inside:
        lines.append(
            "Unmount the disk, take it to the receiver and run holdfast admin import there. "
            "The recordings stay here until their receipts are back."
        )
    lines += [f"Taken out, it is not kept any more: {each}" for each in report.taken_out]
    lines += [f"Left out: {each}: {why}" for each, why in report.left_out.items()]
    lines += [f"Needs attention: {each}: {why}" for each, why in report.damaged.items()]
    return "\n".join(lines)


def unpacked(report: Unpacked) -> str:
    """What came back with a suitcase."""
    verified = _count(len(report.verified), "recording")
    lines = [f"{verified} verified now, {len(report.already)} were before."]
    lines += [f"No receipt yet: {each}: {why}" for each, why in report.waiting.items()]
    lines += [f"Needs attention: {each}: {why}" for each, why in report.refused.items()]
    if report.cleared:
        lines.append(
            f"{_count(len(report.cleared), 'recording')} deleted from the disk; they are at the "
            "receiver and, unless freed, on this computer."
        )
    return "\n".join(lines)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e9:.1f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e6:.1f} MB"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
