"""Files that come in numbered chunks"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chunked_files",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("dialect", sa.String(length=16), nullable=False),
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("scope", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("session", sa.String(length=36), nullable=True),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=True),
        sa.Column("chunk_bytes", sa.BigInteger(), nullable=True),
        sa.Column("chunks", sa.Integer(), nullable=True),
        sa.Column("details", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("recording", sa.String(length=36), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'stored', 'cancelled')", name=op.f("ck_chunked_files_state")
        ),
        sa.ForeignKeyConstraint(
            ["session"],
            ["sessions.id"],
            name="fk_chunked_files_session_sessions",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["recording"],
            ["recordings.id"],
            name="fk_chunked_files_recording_recordings",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_chunked_files"),
        sa.UniqueConstraint("device", "dialect", "scope", "name", name="uq_chunked_files_name"),
    )
    for column in ("dialect", "recording", "session"):
        op.create_index(f"ix_chunked_files_{column}", "chunked_files", [column])
    op.create_table(
        "file_chunks",
        sa.Column("file", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("refusals", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('placed', 'aside', 'refused', 'owed')", name=op.f("ck_file_chunks_state")
        ),
        sa.ForeignKeyConstraint(
            ["file"],
            ["chunked_files.id"],
            name="fk_file_chunks_file_chunked_files",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("file", "number", name="pk_file_chunks"),
    )
