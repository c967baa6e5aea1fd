"""The facts in a forge's answer: a JSON object under a plain 200, and nothing else counts."""

import json
from collections.abc import Mapping
from typing import TypeAlias

from deskdiary.publishing.answer import Answer, Said, Silence
from deskdiary.publishing.verdict import Refused, refused

Facts: TypeAlias = Mapping[str, object]

OK = 200
JSON_TYPE = "application/json"
UNREAD = "answered with something we cannot read as facts"
MEANINGS = {
    401: "does not accept the token",
    403: "does not let the token ask this, or has been asked too often",
    404: "knows nothing of the kind, or does not show it to this token",
    429: "has been asked too often",
}


def facts_in(said: Said, asked: str, forge: str = "GitHub") -> Facts | Refused:
    """The facts of an answer, or why there are none."""
    if isinstance(said, Silence):
        return refused(f"{asked}: {forge} {said}.")
    if said.status != OK:
        return refused(f"{asked}: {forge} {_meaning(said.status)} (status {said.status}).")
    facts = _object(said)
    return refused(f"{asked}: {forge} {UNREAD}.") if facts is None else facts


def _meaning(status: int) -> str:
    if status in range(300, 400):
        return "sends us elsewhere, where we do not follow: name the repository as it is called now"
    return MEANINGS.get(status, "gave no plain answer")


def _object(answer: Answer) -> Facts | None:
    """A JSON object that says each thing once; what says a thing twice says nothing."""
    if answer.media_type.partition(";")[0].strip().lower() != JSON_TYPE:
        return None
    try:
        read = json.loads(answer.body.decode(), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    facts = dict(pairs)
    if len(facts) != len(pairs):
        raise ValueError
    return facts
