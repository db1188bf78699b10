"""Files on their way whose digest nobody said beforehand"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("completes_itself", sa.Boolean(), nullable=False),
        sa.Column("staged", sa.String(length=36), nullable=False),
        sa.Column("recording", sa.String(length=36), nullable=True),
        sa.Column("segment", sa.Integer(), nullable=True),
        sa.Column("session", sa.String(length=36), nullable=True),
        sa.Column("size_bytes", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("present", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("parts", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "purpose IN ('recording', 'segment', 'part')", name=op.f("ck_imports_purpose")
        ),
        sa.CheckConstraint("state IN ('open', 'stored')", name=op.f("ck_imports_state")),
        sa.PrimaryKeyConstraint("id", name="pk_imports"),
        sa.UniqueConstraint("staged", name="uq_imports_staged"),
    )
    for column in ("changed_at", "device", "session"):
        op.create_index(f"ix_imports_{column}", "imports", [column])
