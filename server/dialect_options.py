"""The options of `serve` for other uploaders' dialects, as one value."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from holdfast.command import Failure
from server.settings import Dialects, DialectSettings, Settings

_DEFAULTS = DialectSettings()


def dialect_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--dialects`, `--dialects-open` and `--dialects-port`; the command gets `dialects`."""

    @click.option("--dialects", "with_tokens", is_flag=True, help="Understand other uploaders.")
    @click.option(
        "--dialects-open",
        "without_tokens",
        is_flag=True,
        help="The same without tokens, for trials on this computer only.",
    )
    @click.option(
        "--dialects-port",
        default=_DEFAULTS.progress_port,
        show_default=True,
        type=click.IntRange(0, 65535),
        help="Port of the WebSocket that tells other uploaders' progress; 0 takes a free one.",
    )
    @wraps(command)
    def with_dialects(
        *words: Any, with_tokens: bool, without_tokens: bool, dialects_port: int, **more: Any
    ) -> Any:
        mode = Dialects.TOKENS if with_tokens else Dialects.OFF
        if without_tokens:
            mode = Dialects.OPEN
        return command(*words, dialects=DialectSettings(mode, dialects_port), **more)

    return with_dialects


def require_loopback(settings: Settings) -> None:
    """Refuse a trial that others could reach. Raises Failure."""
    from server.api.trial import is_loopback_address

    if settings.dialects.mode is Dialects.OPEN and not is_loopback_address(settings.host):
        raise Failure(
            f"--dialects-open lets everybody in who reaches {settings.host}, so it works on "
            "127.0.0.1 only. Nothing was started; use --dialects and tokens, or leave out --host."
        )
