"""`holdfast admin`: the table of its commands. Heavy imports happen inside the commands."""

from pathlib import Path

import click

from holdfast.layout import Home
from holdfast.receiver_layout import ReceiverData
from server import withdrawal_cli
from server.admin_data import data_option, open_data
from server.audit_cli import audit
from server.backup_cli import backup
from server.device_cli import device, grant
from server.export_cli import export
from server.integrity_cli import check_command, rebuild_command, scrub_command
from server.key_cli import identity, key
from server.serving_options import require_expected
from server.statement_cli import statement
from server.study_cli import study
from server.suitcase_cli import import_command
from server.user_cli import user
from server.watching_cli import scan, status, webhook


@click.group()
@data_option
@click.pass_context
def admin(context: click.Context, home: Home, data_folder: Path | None) -> None:
    """Administer a receiver's devices and users; works while it runs."""
    context.obj = ReceiverData((data_folder or home.receiver).expanduser().absolute())
    require_expected(home, context.obj)


for _command in (
    import_command(open_data),
    audit,
    backup,
    check_command(open_data),
    device,
    export,
    grant,
    identity,
    key,
    scan,
    statement,
    status,
    rebuild_command(open_data),
    scrub_command(open_data),
    study,
    user,
    webhook,
    *withdrawal_cli.COMMANDS,
):
    admin.add_command(_command)
