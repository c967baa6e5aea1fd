"""What a server said when it was asked, as values; nothing of it is believed here."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it came. Its words are a stranger's: they are read, never repeated."""

    status: int
    media_type: str = ""
    body: bytes = field(default=b"", repr=False)
    location: str = field(default="", repr=False)


class Silence(StrEnum):
    """Why there is no answer, as the end of a sentence that begins with whom we asked."""

    UNREACHED = "could not be reached, or has a certificate that this machine does not trust"
    SLOW = "did not answer in time"
    ENDLESS = "answered at greater length than any honest answer needs"
    GARBLED = "answered with something that is not HTTP"


Said: TypeAlias = Answer | Silence
