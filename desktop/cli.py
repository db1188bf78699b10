"""The desktop's subcommands: each parses its words, calls what it is for, and prints; no more.

Qt, OpenCV, PyAV and sounddevice are imported neither here nor by what is imported here.
"""

import os
from pathlib import Path

import click

from desktop.sync_mark import WHENS
from holdfast.command import Failure, home_option, json_option, leave, print_json, reason_of
from holdfast.layout import Home
from holdfast.loading import loading

source_option = click.option(
    "--source",
    "sources",
    multiple=True,
    help="Camera index or path, video file, URL, test or test:live. Again for a further camera.",
)


@click.command()
@home_option
@source_option
@click.option("--audio", help="default, a microphone's name, none or test.")
@click.option("--study", help="A study's file, or its id, for this and the next starts.")
@click.option(
    "--kiosk",
    metavar="STUDY.yaml",
    help="Guide participants through this study (or an id), full screen; the staff PIN ends it.",
)
@click.option("--tray", "in_tray", is_flag=True, help="Start in the tray, with no window yet.")
def app(
    home: Home,
    sources: tuple[str, ...],
    audio: str | None,
    study: str | None,
    kiosk: str | None,
    in_tray: bool,
) -> None:
    """Open the window."""
    if kiosk is not None:
        from desktop.kiosk_command import run_kiosk

        leave(run_kiosk(home, kiosk, sources, audio))
    with loading():
        from desktop.app import run, set_up
    from desktop.first_start import is_due
    from desktop.settings import load_settings
    from desktop.window_settings import load_window_settings
    from holdfast.settings_table import SettingError

    try:
        settings = load_settings(home.config, os.environ)
        if not sources and audio is None and not in_tray and is_due(home):
            chosen = set_up(home, settings.capture(), settings.scheme, settings.language)
            if chosen is None:
                return
            home, settings = chosen, load_settings(chosen.config, os.environ)
        captures = settings.captures(sources, audio)
        if study is not None:
            _choose_study(home, study)
        own = load_window_settings(home.config, os.environ)
    except SettingError as error:
        raise Failure(f"{error} What was recorded is untouched.") from error
    leave(
        run(
            home,
            captures,
            settings.scheme,
            reminder_minutes=settings.pause_reminder_minutes,
            stop_guard=settings.stop_guard,
            sync_mark=settings.sync_mark,
            language=settings.language,
            with_control=settings.control_socket,
            in_tray=in_tray,
            own_receiver_port=own.own_receiver_port if own.own_receiver else None,
            # Devices that a command line names are named anew each time.
            keeps_devices=not sources and audio is None,
        )
    )


def _choose_study(home: Home, study: str) -> None:
    """Keep this choice in the settings, as the window does. Raises Failure, SettingError."""
    from desktop.study import StudyFaulty
    from desktop.study_shelf import StudyShelf

    path = Path(study)
    try:
        StudyShelf(home, os.environ).choose(str(path.absolute()) if path.is_file() else study)
    except StudyFaulty as error:
        raise Failure(f"{error}\nThe window was not opened, and nothing was changed.") from error
    except OSError as error:
        raise Failure(
            f"There is no study {study!r} on this computer, and no such file ({reason_of(error)})."
            " The window was not opened, and nothing was changed."
        ) from error


@click.command()
@home_option
@json_option
@source_option
@click.option("--audio", help="default, a microphone's name, none or test.")
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), help="Stop by itself.")
@click.option("--participant", help="The participant's id. Default: a generated one.")
@click.option("--study", help="A study's file, or its id: whose session, prompts and rules.")
@click.option("--consent", help="Version of the text that the participant agreed to just now.")
@click.option(
    "--await-consent",
    is_flag=True,
    help="Nothing of a new session leaves this computer before `holdfast queue consent`.",
)
@click.option("--session", help="Id of a session to add to. Default: a new one.")
@click.option("--prompt", help="Id of the prompt that is answered.")
@click.option("--as-fast", is_flag=True, help="Read a video file as fast as it decodes.")
@click.option("--marker-stdin", is_flag=True, help="Each line on standard input is a marker.")
@click.option(
    "--sync-mark",
    type=click.Choice(WHENS),
    help="Flash the screen and beep at the start, or at both ends. Default: the setting, off.",
)
@click.option(
    "--after-accept",
    is_flag=True,
    help="Nothing of it leaves this computer before `holdfast queue keep`; capture.upload.",
)
@click.option("--control", is_flag=True, help="Listen on the control socket (docs/control.md).")
def record(
    home: Home,
    as_json: bool,
    sources: tuple[str, ...],
    audio: str | None,
    seconds: float | None,
    participant: str | None,
    study: str | None,
    consent: str | None,
    await_consent: bool,
    session: str | None,
    prompt: str | None,
    as_fast: bool,
    marker_stdin: bool,
    sync_mark: str | None,
    after_accept: bool,
    control: bool,
) -> None:
    """Record without a window. The recording joins the queue; `holdfast upload` sends it."""
    from desktop.record import RecordOptions, run_record

    run_record(
        home,
        RecordOptions(
            sources=sources,
            audio=audio,
            seconds=seconds,
            participant=participant,
            study=study,
            consent=consent,
            awaits_consent=await_consent,
            session=session,
            prompt=prompt,
            as_fast=as_fast,
            marker_stdin=marker_stdin,
            sync_mark=sync_mark,
            after_accept=after_accept,
            control=control,
            as_json=as_json,
        ),
    )


@click.command()
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the demo's own home. Default: a new one among the temporary files.",
)
@json_option
@click.option("--seconds", type=click.FloatRange(min=1, max=600), default=10.0, show_default=True)
def demo(home: Path | None, as_json: bool, seconds: float) -> None:
    """Run the whole chain here: record, upload, assemble, check, and show the four lights."""
    from desktop.demo import run_demo

    run_demo(home, seconds, as_json)


@click.command()
@home_option
@json_option
def devices(home: Home, as_json: bool) -> None:
    """List cameras, microphones and the encoder that recordings use."""
    from desktop.device_text import listing
    from desktop.encoders import Encoders
    from desktop.recording.devices import list_devices
    from desktop.settings import load_settings
    from holdfast.settings_table import SettingError

    try:
        encoders = Encoders(home, load_settings(home.config, os.environ).encoder)
        survey = encoders.survey()
    except SettingError as error:
        raise Failure(f"{error} What was recorded is untouched.") from error
    except OSError as error:
        raise Failure(f"{home.root} cannot be used ({error}). Choose another --home.") from error
    found = list_devices()
    if as_json:
        print_json({**found.to_json(), "encoder": survey.to_json()})
        return
    click.echo(listing(found, survey))


@click.command()
@home_option
@json_option
@click.option(
    "--sync",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Measure how far sound and picture of a file with flashes and beeps are apart.",
)
@click.option("--record", is_flag=True, help="Also rehearse 10 s and measure sound and picture.")
def doctor(home: Home, as_json: bool, sync: Path | None, record: bool) -> None:
    """Check whether this computer is ready to record, and say what to do where it is not."""
    from desktop.doctor import run_doctor, run_sync

    if sync is not None:
        run_sync(sync, as_json)
    else:
        run_doctor(home, as_json, rehearse=record)


@click.command()
@home_option
@json_option
@click.argument("session")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Folder for the page and its JSON. Default: this one.",
)
def passport(home: Home, as_json: bool, session: str, output: Path) -> None:
    """Write down what SESSION was recorded with and how well, as one page and as JSON."""
    from desktop.passport_command import run_passport

    run_passport(home, session, output, as_json)


__all__ = ["Failure", "app", "demo", "devices", "doctor", "passport", "record"]
