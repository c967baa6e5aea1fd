"""The last look at a draft before anybody may see it: what must never be in one, each check by itself."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from email_validator import EmailNotValidError, validate_email

from deskdiary.day.channel import Channel
from deskdiary.words.draft import Draft
from deskdiary.words.lint_dates import wrong_weekday
from deskdiary.words.lint_others import Ground, names_another, personal_subject
from deskdiary.words.message import message_bytes

LONGEST_LINE = 998
_SHORT_HEADER = 150  # bytes: encoded, each may be three, and two make one line
_UNRESOLVED = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{ ?[a-z_.]+ ?\}|<[\w.]+ object at ")
_NOBODY_GREETED = re.compile(
    r"^(?:dear|annwyl|hello|hi|helo|liebe[r]?|cher|chère)?\s*[,!:]\s*$", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Case:
    """A draft, the names that whoever it is for may be greeted by, and what others' notes say."""

    draft: Draft
    greetings: tuple[str, ...] = field(repr=False)
    ground: Ground = field(repr=False)

    @property
    def by_email(self) -> bool:
        """Whether it goes out as an e-mail."""
        return self.draft.channel is Channel.EMAIL

    @property
    def is_read_by_the_patron(self) -> bool:
        """Whether somebody else than staff reads it as it stands: a card is read by us."""
        return self.draft.channel in {Channel.EMAIL, Channel.LETTER}


Check = Callable[[Case], bool]


def unresolved_field(case: Case) -> bool:
    """A sign of the templates, or of the program, is left in the words."""
    return bool(_UNRESOLVED.search(f"{case.draft.subject}\n{case.draft.text}"))


def greets_nobody(case: Case) -> bool:
    """A letter or an e-mail to a person that does not greet them."""
    if not case.is_read_by_the_patron:
        return False
    if _NOBODY_GREETED.search(case.draft.text):
        return True
    by_letter = case.draft.channel is Channel.LETTER
    below_the_address = case.draft.text.partition("\n")[2] if by_letter else case.draft.text
    return not case.draft.mailing_list and not any(
        name.strip() and name in below_the_address for name in case.greetings
    )


def another_person(case: Case) -> bool:
    """Somebody else's name, address or title."""
    return names_another(case.draft, case.ground)


def weekday_amiss(case: Case) -> bool:
    """A weekday that the date beside it does not fall on."""
    text = f"{case.draft.subject}\n{case.draft.text}" if case.is_read_by_the_patron else case.draft.says
    return wrong_weekday(text, case.draft.on, case.draft.language)


def bad_address(case: Case) -> bool:
    """An e-mail to no address, to several, or to one that many mail servers refuse."""
    if not case.by_email or (case.draft.mailing_list and case.draft.to is None):
        return False
    ours = case.draft.staff.email.value if case.draft.staff and case.draft.staff.email else None
    return not _sendable(case.draft.to or "") or (ours is not None and not _sendable(ours))


def broken_header(case: Case) -> bool:
    """A line break or a control character in what becomes a header of the message."""
    return case.by_email and any(_breaks(letter) for header in _headers(case.draft) for letter in header)


def subject_too_personal(case: Case) -> bool:
    """A subject line with something of the person in it: it is shown on locked telephones."""
    return case.by_email and personal_subject(case.draft, case.ground)


def endless_line(case: Case) -> bool:
    """A line that mail servers cut, or a word without end.

    The text of a message is cut into short lines, so only one with a long header has to be made to know.
    """
    if any(len(word) > LONGEST_LINE for word in case.draft.text.split()):
        return True
    if not case.by_email or all(
        len(header.encode("utf-8", "surrogatepass")) < _SHORT_HEADER for header in _headers(case.draft)
    ):
        return False
    return any(len(line) > LONGEST_LINE for line in message_bytes(case.draft).split(b"\r\n"))


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "a field in it was not filled in": unresolved_field,
        "it greets nobody": greets_nobody,
        "it has something of another person in it": another_person,
        "a weekday in it does not go with its date": weekday_amiss,
        "its address is not one that mail can be sent to": bad_address,
        "a line break would get into its headers": broken_header,
        "its subject line says something personal": subject_too_personal,
        "a line in it is too long": endless_line,
    }
)
"""Each check, by the words in which it is told that a draft does not pass it."""


def amiss(case: Case) -> Iterator[str]:
    """What is wrong with a draft, in words that say nothing of what is in it."""
    headers_hold = True
    for told, check in CHECKS.items():
        if (check is not endless_line or headers_hold) and check(case):
            headers_hold &= check not in {bad_address, broken_header}
            yield told


def _headers(draft: Draft) -> Iterator[str]:
    """What comes into headers of the message."""
    yield from (draft.subject, draft.to_name, draft.to or "", draft.language)
    if draft.staff:
        yield from (said.value for said in (draft.staff.name, draft.staff.email) if said)


def _sendable(address: str) -> bool:
    """One address, which every mail server takes."""
    try:
        return validate_email(address, check_deliverability=False).ascii_email is not None
    except (EmailNotValidError, ValueError):
        return False


def _breaks(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Zl", "Zp"}
