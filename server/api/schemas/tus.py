"""Headers of tus 1.0 (https://tus.io/protocols/resumable-upload), which has no bodies of JSON."""

from typing import Annotated, Literal, NotRequired

from typing_extensions import TypedDict

from server.api.schemas.values import Says

Whole = Annotated[str, Says({"pattern": "^[0-9]{1,18}$", "examples": ["2097152"]})]
Version = Literal["1.0.0"]

TerminateHeaders = TypedDict("TerminateHeaders", {"Tus-Resumable": Version})
CreateHeaders = TypedDict(
    "CreateHeaders",
    {
        "Tus-Resumable": Version,
        "Upload-Length": NotRequired[Whole],
        "Upload-Defer-Length": NotRequired[Literal["1"]],
        "Upload-Metadata": NotRequired[str],
        "Upload-Concat": NotRequired[str],
        "Upload-Checksum": NotRequired[str],
    },
)
"""Either length must be there, unless parts are joined; a checksum is of bytes that come along."""
AppendHeaders = TypedDict(
    "AppendHeaders",
    {
        "Tus-Resumable": Version,
        "Upload-Offset": Whole,
        "Upload-Length": NotRequired[Whole],
        "Upload-Checksum": NotRequired[str],
    },
)
"""Where these bytes begin; the length, where it was not said before."""
