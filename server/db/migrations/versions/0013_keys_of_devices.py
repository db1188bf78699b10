"""A device's former keys, and that it should take a new one"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("devices", sa.Column("succession", sa.JSON(), nullable=True))
    op.add_column("devices", sa.Column("key_wanted_at", sa.DateTime(timezone=True), nullable=True))
