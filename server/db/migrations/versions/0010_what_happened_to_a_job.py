"""What happened to a job, who cancelled it, and what came over the wire"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("jobs", sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "job_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["job"], ["jobs.id"], name="fk_job_events_job_jobs", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_job_events"),
    )
    op.create_index("ix_job_events_job", "job_events", ["job"])
    op.create_table(
        "transfers",
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("chunks", sa.BigInteger(), nullable=False),
        sa.Column("received_bytes", sa.BigInteger(), nullable=False),
        sa.Column("repeated_chunks", sa.BigInteger(), nullable=False),
        sa.Column("refused_chunks", sa.BigInteger(), nullable=False),
        sa.Column("timed_bytes", sa.BigInteger(), nullable=False),
        sa.Column("timed_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device", name="pk_transfers"),
    )
