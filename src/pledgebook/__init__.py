"""Pledgebook: an auditable book of what a coalition promises, and of what becomes of it."""

from __future__ import annotations

__version__ = "0.1.0"
