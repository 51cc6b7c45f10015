"""Book definitions and the sample sources that are shipped with the package."""
