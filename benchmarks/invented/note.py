"""A note as a file: its path in the desk, and its text."""

from dataclasses import dataclass, field

from benchmarks.invented.yaml_lines import Detail, lines


@dataclass(frozen=True, slots=True)
class File:
    """A file of the desk, not yet written."""

    path: str
    text: str = field(repr=False)


def note(path: str, details: Detail, body: str) -> File:
    """Details between two lines of hyphens, then what a colleague should know."""
    front = "\n".join(("---", *lines(details), "---", ""))
    return File(path, front + (f"\n{body}" if body else ""))
