"""``python -m pledgebook``."""

from __future__ import annotations

from pledgebook.cli import main

main()
