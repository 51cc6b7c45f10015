"""Releases of a book as a data package: made, read back, verified and compared, offline."""
