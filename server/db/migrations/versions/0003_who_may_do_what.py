"""Who may do what: grants of many uses, studies as scopes, token rotation, the audit log"""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

from holdfast.ids import new_id

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_CODE_LIFE = timedelta(hours=24)


def upgrade() -> None:
    _make_tables()
    _move_codes()
    _add_columns()
    _name_studies()


def _make_tables() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    for column in ("actor", "action", "subject"):
        op.create_index(f"ix_audit_{column}", "audit", [column], unique=False)
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    op.bulk_insert(head, [{"id": 1, "seq": 0, "sha256": "0" * 64}])
    op.create_table(
        "studies",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_studies"),
    )


def _move_codes() -> None:
    grants = op.create_table(
        "enrolment_grants",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("code_sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("studies", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("replaces", sa.String(length=36), nullable=True),
        sa.Column("uses_most", sa.Integer(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_enrolment_grants"),
        sa.UniqueConstraint("code_sha256", name="uq_enrolment_grants_code_sha256"),
    )
    codes = sa.table(
        "enrolment_codes",
        sa.column("code_sha256", sa.String),
        sa.column("name", sa.Text),
        sa.column("expires_at", sa.DateTime(timezone=True)),
        sa.column("used_at", sa.DateTime(timezone=True)),
    )
    rows = op.get_bind().execute(sa.select(codes)).all()
    moved = [
        {
            "id": new_id(row.expires_at - _CODE_LIFE),
            "code_sha256": row.code_sha256,
            "name": row.name,
            "studies": [],
            "replaces": None,
            "uses_most": 1,
            "uses": 0 if row.used_at is None else 1,
            "created_at": row.expires_at - _CODE_LIFE,
            "expires_at": row.expires_at,
            "revoked_at": None,
        }
        for row in rows
    ]
    if moved:
        op.bulk_insert(grants, moved)
    op.drop_table("enrolment_codes")


def _add_columns() -> None:
    op.add_column("devices", sa.Column("studies", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("devices", sa.Column("next_token_sha256", sa.String(length=64), nullable=True))
    op.create_index("ix_devices_next_token_sha256", "devices", ["next_token_sha256"])
    op.add_column("users", sa.Column("studies", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("users", sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("sessions", sa.Column("study", sa.Text(), nullable=True))
    op.create_index("ix_sessions_study", "sessions", ["study"])


def _name_studies() -> None:
    sessions = sa.table(
        "sessions",
        sa.column("id", sa.String),
        sa.column("content", sa.JSON),
        sa.column("study", sa.Text),
    )
    database = op.get_bind()
    for row in database.execute(sa.select(sessions.c.id, sessions.c.content)).all():
        study = (row.content or {}).get("study")
        if isinstance(study, str):
            changed = sa.update(sessions).where(sessions.c.id == row.id).values(study=study)
            database.execute(changed)
