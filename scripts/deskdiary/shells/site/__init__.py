"""Rendering staged pages with MkDocs and Material: the only code that knows of either."""
