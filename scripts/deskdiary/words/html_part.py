"""A letter's text as modest HTML: paragraphs, lists, links, and nothing that could do anything."""

import re
from collections.abc import Iterator
from html import escape

_URL = re.compile(r"https?://[^\s<>\"”’]+")
_AFTER = ".,;:!?)]}'"
_STYLE = "font-family: sans-serif; font-size: 1em; line-height: 1.45; max-width: 40em"


def html_of(text: str, language: str) -> str:
    """The whole document. Every sign of the text stands for itself."""
    body = "\n".join(_blocks(text))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head><meta charset="utf-8"></head>\n'
        f'<body style="{_STYLE}">\n{body}\n</body>\n</html>\n'
    )


def _blocks(text: str) -> Iterator[str]:
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        if lines and all(line.startswith("- ") for line in lines):
            items = "".join(f"<li>{_linked(line[2:])}</li>" for line in lines)
            yield f"<ul>{items}</ul>"
        elif lines:
            yield f"<p>{'<br>'.join(_linked(line) for line in lines)}</p>"


def _linked(line: str) -> str:
    """A line with its web addresses as links; the full stop after one is not part of it."""
    made, done = [], 0
    for match in _URL.finditer(line):
        url = match[0].rstrip(_AFTER)
        made += [escape(line[done : match.start()]), f'<a href="{escape(url)}">{escape(url)}</a>']
        done = match.start() + len(url)
    return "".join((*made, escape(line[done:])))
