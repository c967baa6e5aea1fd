"""Desk Diary: a library's shared diary for personal service, kept in Git."""

__version__ = "0.1.0"
