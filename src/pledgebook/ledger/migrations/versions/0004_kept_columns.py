"""What totals need of the entries, as columns: a projection, empty until the entries are folded."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; a folding fills it."""
    op.create_table(
        "kept",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        # Digests do not compress, and numbers are read more often than they are written.
        op.execute("ALTER TABLE kept ALTER COLUMN payload SET STORAGE EXTERNAL")


def downgrade() -> None:
    """Refuse: a book's schema is never stepped back."""
    raise NotImplementedError("a book's schema is never stepped back")
