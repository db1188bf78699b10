"""Answers with a stored file: ranges, conditions, and nothing read that is not sent."""

from pathlib import Path
from typing import Final

from flask import Response, request, send_file
from werkzeug.wsgi import wrap_file

from server.api.context import receiver

_BLOCK_BYTES: Final = 1 << 18


def stored_file(path: Path, kind: str, name: str | None = None) -> Response:
    """The file of this name, as `kind`, under another name for whoever keeps it.

    Raises FileNotFoundError.
    """
    files = receiver().data.files
    here = files.local_path(path)
    if here is not None:
        answer = send_file(
            here.resolve(), mimetype=kind, conditional=True, download_name=name, max_age=0
        )
        if answer.status_code == 206 and request.environ.get("holdfast.sends_files"):
            _send_as_file(answer, here)
    else:
        answer = _from_afar(path, kind, name)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _send_as_file(answer: Response, path: Path) -> None:
    # A player takes a film as fast as it shows it. The server sends a file by itself; of anything
    # else a thread would hand it pieces, all that time, and there are few of those.
    first = answer.content_range.start
    assert first is not None
    answer.close()
    file = path.open("rb")
    file.seek(first)
    answer.response = wrap_file(request.environ, file)


def _from_afar(path: Path, kind: str, name: str | None) -> Response:
    files = receiver().data.files
    size_bytes = files.size_bytes(path)
    answer = Response(
        wrap_file(request.environ, files.open(path), _BLOCK_BYTES),
        mimetype=kind,
        direct_passthrough=True,
    )
    answer.content_length = size_bytes
    answer.set_etag(files.version(path))
    if name is not None:
        answer.headers.set("Content-Disposition", "inline", filename=name)
    answer.make_conditional(request, accept_ranges=True, complete_length=size_bytes)
    return answer
