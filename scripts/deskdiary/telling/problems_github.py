"""Problems as workflow commands, which mark the line in a pull request. No note can forge one."""

from collections.abc import Iterable

from deskdiary.records.problem import Problem

_DATA: dict[str, str | int | None] = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY: dict[str, str | int | None] = {**_DATA, ":": "%3A", ",": "%2C"}


def problems_github(problems: Iterable[Problem]) -> str:
    """One command a problem, in words that quote nothing: annotations outlive an erasure."""
    return "".join(f"{_command(each)}\n" for each in problems)


def _command(each: Problem) -> str:
    place = each.place
    properties = {"file": place.path, "line": place.line, "col": place.column, "title": each.code}
    told = ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in properties.items())
    return f"::{each.severity} {told}::{_escaped(each.in_public, _DATA)}"


def _escaped(text: str, signs: dict[str, str | int | None]) -> str:
    return text.translate(str.maketrans(signs))
