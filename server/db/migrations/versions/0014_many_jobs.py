"""Lists and counts of jobs that stay quick among a hundred thousand"""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_jobs_created_at_id", "jobs", ["created_at", "id"])
    op.create_index("ix_jobs_kind_state_created_at", "jobs", ["kind", "state", "created_at"])
    op.create_index(
        "ix_jobs_recording_kind_created_at", "jobs", ["recording", "kind", "created_at"]
    )
