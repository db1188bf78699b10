"""The process in which media are touched. It may crash; whoever started it finds out."""

import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from holdfast import durable
from holdfast.fragments import Damaged
from holdfast.jsonform import Json
from holdfast.receiver_layout import ReceivedRecording
from server.jobs.lifeline import end_with_parent
from server.operating import load_operating

_PROGRESS_STEP = 0.01
FULL = "The disk is full. What was received is safe; this goes on by itself once there is room."


def main(kind: str, folder: str, attempt: str, out: Connection) -> None:
    """Do one job and send ("progress", share), then ("result", JSON), ("failed", why, again)
    or ("waits", why) where the disk is full.
    """
    # Ctrl-C reaches every process of the terminal; the worker decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    # PyAV is loaded here and not in the worker: it is large, and its crashes are this process's.
    import av

    from server.jobs.parts import CannotSucceed
    from server.jobs.room import NoRoom

    try:
        result = _work(kind, ReceivedRecording(Path(folder)), attempt, _Reporter(out))
    except CannotSucceed as error:
        out.send(("failed", str(error), False))
    except Damaged as error:
        out.send(("failed", f"A segment is damaged: {error}.", False))
    except av.error.InvalidDataError as error:
        out.send(("failed", f"A segment cannot be read as video: {error}.", False))
    except NoRoom as error:
        out.send(("waits", str(error)))
    except (OSError, av.error.FFmpegError, ValueError) as error:
        if durable.is_no_space(OSError(getattr(error, "errno", None), "")):
            out.send(("waits", FULL))
        else:
            out.send(("failed", f"It failed: {error}.", True))
    else:
        out.send(("result", result))


class _Reporter:
    """Sends progress in steps of a hundredth."""

    def __init__(self, out: Connection) -> None:
        self._out = out
        self._next = 0.0

    def __call__(self, share: float) -> None:
        if share >= self._next:
            self._out.send(("progress", float(share)))
            self._next = share + _PROGRESS_STEP


def _work(kind: str, folder: ReceivedRecording, attempt: str, progress: _Reporter) -> Json:
    from server.jobs.assemble import assemble
    from server.jobs.footage import assemble_footage, footage_of, probe_footage
    from server.jobs.partial import assemble_partial
    from server.jobs.parts import read_manifest
    from server.jobs.probe import probe
    from server.jobs.scan import scan

    if kind == "scan":
        return scan(folder, load_operating(folder.data, os.environ).scan, progress)
    if kind == "partial":
        piece = assemble_partial(folder, attempt, progress)
        return {"files": [[str(piece.temporary), str(piece.final)]]}

    footage = footage_of(folder, read_manifest(folder))
    if footage is not None:
        if kind == "probe":
            return probe_footage(footage, progress)
        made = assemble_footage(footage, attempt, progress)
        return {"files": [[str(made.temporary), str(made.final)]]}
    if kind == "assemble":
        files = assemble(folder, attempt, progress)
        return {"files": [[str(each.temporary), str(each.final)] for each in files]}
    assert kind == "probe"
    return probe(folder, progress)
