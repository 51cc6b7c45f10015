"""Site, static export and server: the same templates through the same functions."""
