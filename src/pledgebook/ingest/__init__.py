"""Files, folders, pages and lines become documents: a snapshot of the text and a sighting."""
