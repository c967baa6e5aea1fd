"""The texts that ship with the program: templates of pages and of wording, read from its own folders."""

from collections.abc import Mapping
from importlib.resources import files


def shipped(package: str, ending: str) -> Mapping[str, str]:
    """Every text of a folder of the program, by its file's name."""
    folder = files("deskdiary").joinpath(*package.split("/"))
    return {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(ending)
    }
