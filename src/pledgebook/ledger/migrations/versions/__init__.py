"""One file per step; a step that was ever released is never changed."""
