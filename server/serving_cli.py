"""Options of `holdfast serve` for whoever runs it as a service: log, proxy, public address."""

from typing import Any, Final

import click

_FORMS: Final = ("auto", "text", "json")
_LEVELS: Final = ("debug", "info", "warning", "error")
_ANYBODY: Final = "*"


def service_options(command: Any) -> Any:
    """Add them; the command receives `log_form`, `log_level`, `behind_proxy`, `public_url`."""
    for option in (
        click.option(
            "--public-url",
            callback=_checked_url,
            help="Address under which people reach the pages, for the links that `admin` prints.",
        ),
        click.option(
            "--behind-proxy",
            metavar="ADDRESS",
            callback=_checked_proxy,
            help="Address of the proxy in front, whose X-Forwarded headers are then believed.",
        ),
        click.option(
            "--log-level",
            type=click.Choice(_LEVELS),
            default="warning",
            show_default=True,
            help="How much is logged; info: one line for each request.",
        ),
        click.option(
            "--log-form",
            type=click.Choice(_FORMS),
            default="auto",
            show_default=True,
            help="Lines of text or of JSON, on standard error; auto: text on a terminal.",
        ),
    ):
        command = option(command)
    return command


def _checked_proxy(_context: Any, _parameter: Any, value: str | None) -> str | None:
    if value == _ANYBODY:
        raise click.BadParameter(
            "Name the one address of your proxy; believing everybody lets anyone forge theirs."
        )
    return value


def _checked_url(_context: Any, _parameter: Any, value: str | None) -> str | None:
    if value is not None and not value.startswith(("http://", "https://")):
        raise click.BadParameter("It begins with https:// or http://.")
    return None if value is None else value.rstrip("/")
