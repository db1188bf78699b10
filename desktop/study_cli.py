"""`holdfast study`: look into a study's file, and at its pages. It parses and prints; no more."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdfast.command import (
    EXIT_FAILED,
    Failure,
    home_option,
    json_option,
    leave,
    print_json,
    reason_of,
)
from holdfast.layout import Home

if TYPE_CHECKING:
    from desktop.study_values import Study

_file = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


@click.group()
def study() -> None:
    """Studies: what participants read, agree to and record."""


@study.command()
@_file
@json_option
def check(file: Path, as_json: bool) -> None:
    """Say what is wrong in a study's FILE, each fault with its line."""
    from desktop.study import StudyFaulty, load

    try:
        found = load(file)
    except StudyFaulty as error:
        if as_json:
            faults = [{"line": each.line, "sentence": each.sentence} for each in error.faults]
            print_json({"file": str(file), "ok": False, "study": None, "faults": faults})
        else:
            click.echo(str(error), err=True)
        leave(EXIT_FAILED)
    except OSError as error:
        raise Failure(f"{file} cannot be read ({reason_of(error)}).") from error
    if as_json:
        print_json({"file": str(file), "ok": True, "study": _as_json(found), "faults": []})
        return
    click.echo(_summary(file, found))


@study.command()
@home_option
@_file
@click.option("--source", default="test:live", help="Camera to show. Default: the built-in scene.")
def preview(home: Home, file: Path, source: str) -> None:
    """Show the pages of a study's FILE as participants see them. Nothing is kept or sent."""
    from desktop.study_preview import run_preview

    leave(run_preview(home, file, source))


@study.command()
def example() -> None:
    """Print a whole study to begin with: holdfast study example > mine.yaml."""
    from importlib.resources import files

    text = (files("resources") / "studies" / "facial-expressions.yaml").read_text("utf-8")
    click.echo(text, nl=False)


def _summary(file: Path, found: "Study") -> str:
    lines = [f"{file} is in order: {found.title} ({found.id}, version {found.version})."]
    if found.consent is not None:
        said = " It is said on camera." if found.consent.recording is not None else ""
        lines.append(f"  consent, version {found.consent.version}.{said}")
    for prompt in found.prompts:
        length = "until it is stopped" if prompt.seconds is None else f"up to {prompt.seconds:g} s"
        lines.append(f"  {prompt.id}: {prompt.title}, {length}")
    return "\n".join(lines)


def _as_json(found: "Study") -> dict[str, object]:
    prompts = [
        {"prompt": each.id, "title": each.title, "seconds": each.seconds} for each in found.prompts
    ]
    return {
        "study": found.id,
        "version": found.version,
        "title": found.title,
        "consent": None if found.consent is None else found.consent.version,
        "prompts": prompts,
    }
