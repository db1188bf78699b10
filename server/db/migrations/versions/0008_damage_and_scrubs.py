"""What has changed on the disk, and when each recording was last read again"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "damaged_segments",
        sa.Column("recording", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["recording"],
            ["recordings.id"],
            name="fk_damaged_segments_recording_recordings",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("recording", "number", name="pk_damaged_segments"),
    )
    op.create_table(
        "scrubs",
        sa.Column("recording", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_sound", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recording"],
            ["recordings.id"],
            name="fk_scrubs_recording_recordings",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("recording", name="pk_scrubs"),
    )
