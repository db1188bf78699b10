"""The work that makes a recording playable: scan, assemble, probe, and what is here of a part.

It only chooses between our own segments and footage of other cameras; the work is elsewhere.
"""

from server.jobs.assemble import assemble
from server.jobs.footage import assemble_footage, footage_of
from server.jobs.footage_probe import probe_footage
from server.jobs.kinds import Made, Task
from server.jobs.partial import assemble_partial
from server.jobs.parts import read_manifest
from server.jobs.probe import probe
from server.jobs.scan import scan


def scan_files(task: Task) -> Made:
    """Show every file to the operator's scanner. Raises ScanFailed."""
    return Made(facts=scan(task.folder, task.operating.scan, task.told))


def make(task: Task) -> Made:
    """The film or films. Raises as `assemble` and `assemble_footage`."""
    footage = footage_of(task.folder, read_manifest(task.folder))
    if footage is not None:
        film = assemble_footage(footage, task.attempt, task.told, task.say)
        return Made(() if film is None else (film,))
    return Made(tuple(assemble(task.folder, task.attempt, task.told)))


def make_partial(task: Task) -> Made:
    """The film of what is here. Raises as `assemble_partial`."""
    return Made((assemble_partial(task.folder, task.attempt, task.told),))


def look(task: Task) -> Made:
    """Whether the film plays to its end, and what is in it."""
    footage = footage_of(task.folder, read_manifest(task.folder))
    if footage is not None:
        return Made(facts=probe_footage(footage, task.told))
    return Made(facts=probe(task.folder, task.told))
