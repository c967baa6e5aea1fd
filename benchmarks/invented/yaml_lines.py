"""Lines of front matter as somebody would type them: plain where plain will do, quoted where it will not."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

_PLAIN = re.compile(r"(?!(?:- |[\s,]))[\w+(][^\n:#\"`{}\[\]]*(?::(?! )[^\n:#\"`{}\[\]]*)*(?<!\s)")
_PLAIN_IN_LIST = re.compile(r"\w[\w ’'.()&/–-]*")

Detail = Mapping[str, object]


def scalar(value: object) -> str:
    """One value on a line of its own."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def lines(details: Detail) -> Iterator[str]:
    """The lines of a note's details. What is empty is left out."""
    for name, value in details.items():
        if value is None or value in ((), ""):
            continue
        yield from _lines(name, value)


def _lines(name: str, value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{name}: {{{', '.join(f'{key}: {_in_list(each)}' for key, each in value.items())}}}"
    elif not isinstance(value, tuple):
        yield from _text(name, value)
    elif isinstance(value[0], Mapping):
        yield f"{name}:"
        for each in value:
            yield from _entry(each)
    else:
        yield f"{name}: [{', '.join(map(_in_list, value))}]"


def _text(name: str, value: object) -> Iterable[str]:
    text = str(value)
    if "\n" in text:
        return (f"{name}: |", *(f"  {line}" for line in text.splitlines()))
    return (f"{name}: {scalar(value)}",)


def _entry(entry: Detail) -> Iterator[str]:
    for number, line in enumerate(lines(entry)):
        yield ("    " if number else "  - ") + line


def _in_list(value: object) -> str:
    text = str(value)
    return text if _PLAIN_IN_LIST.fullmatch(text) else json.dumps(text, ensure_ascii=False)
