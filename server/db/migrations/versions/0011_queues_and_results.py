"""Queues that can be paused, the order in which jobs are done, what they say and what they made"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in (
        sa.Column("ranked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("params", sa.JSON(), nullable=True),
        sa.Column("step", sa.Text(), nullable=True),
        sa.Column("said", sa.JSON(), nullable=True),
    ):
        op.add_column("jobs", column)
    # What was queued before is done in the order in which it was.
    op.execute(sa.text("UPDATE jobs SET ranked_at = created_at"))
    op.create_index("ix_jobs_state_ranked_at", "jobs", ["state", "ranked_at"])
    op.create_table(
        "queue_controls",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("is_paused", sa.Boolean(), nullable=False),
        sa.Column("at_once", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name="pk_queue_controls"),
    )
    op.create_table(
        "results",
        sa.Column("recording", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("job", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recording"],
            ["recordings.id"],
            name="fk_results_recording_recordings",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("recording", "kind", name="pk_results"),
    )
