"""The command line: reads what was asked for, lets shells gather and act, prints. Decides nothing itself."""

from deskdiary.cli.main import main

__all__ = ["main"]
