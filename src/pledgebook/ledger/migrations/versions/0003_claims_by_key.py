"""The index on the id of a claim falls away: the key, which has its own, begins with the id."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop the index; the column stays."""
    op.drop_index("ix_claims_id", table_name="claims")


def downgrade() -> None:
    """Refuse: a book's schema is never stepped back."""
    raise NotImplementedError("a book's schema is never stepped back")
