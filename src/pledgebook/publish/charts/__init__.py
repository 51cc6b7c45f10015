"""Pictures: SVG from the server, each with the same data as a table and its finding in words."""
