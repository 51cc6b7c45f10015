"""The append-only store, its folded entries and totals. The only room with SQL."""
