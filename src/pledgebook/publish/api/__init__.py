"""The description of every address that a server answers, in OpenAPI 3.1 and as a page."""
