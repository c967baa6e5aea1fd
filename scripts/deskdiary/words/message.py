"""An e-mail draft as a file that a mail program opens for its owner to read over and send."""

import hashlib
import unicodedata
from datetime import UTC, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from functools import lru_cache
from urllib.parse import quote

from email_validator import EmailNotValidError, validate_email

from deskdiary.day.channel import Channel
from deskdiary.words.draft import Draft
from deskdiary.words.html_part import html_of
from deskdiary.words.mail_policy import ANY_LETTERS, PLAIN

LONGEST_MAILTO = 1600
_NOWHERE = "desk-diary.invalid"


def draft_bytes(draft: Draft) -> bytes:
    """The draft as its file holds it: a message, or a card to print or read from."""
    return message_bytes(draft) if draft.channel is Channel.EMAIL else f"{draft.text}\n".encode()


@lru_cache(maxsize=1024)  # looked over once, then written
def message_bytes(draft: Draft) -> bytes:
    """The draft by RFC 5322, as plain text and as HTML, the same bytes however often it is made.

    `X-Unsent` makes mail programs open it as a draft. One to a mailing list names no address: whoever sends
    it knows the list's.
    """
    message = EmailMessage(policy=PLAIN)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(datetime.combine(draft.on, time(12), UTC))
    message["Message-ID"] = message_id(draft)
    if draft.staff and draft.staff.email:
        message["From"] = _address(draft.staff.name.value, draft.staff.email.value)
    if draft.to:
        message["To"] = _address(draft.to_name, draft.to)
    message["Subject"] = _one_line(draft.subject)
    message.set_content(draft.text + "\n", cte="quoted-printable")
    message.add_alternative(html_of(draft.text, draft.language), subtype="html", cte="quoted-printable")
    message["Content-Language"] = _one_line(draft.language)
    message.set_boundary(_digest(message["Message-ID"], draft.text))
    return message.as_bytes(policy=PLAIN if _in_plain_letters(draft) else ANY_LETTERS)


def message_id(draft: Draft) -> str:
    """An id made of the occasions' ids: the same draft, made again, is the same message."""
    return f"<{_digest(*sorted(draft.ids))}@{_NOWHERE}>"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def mailto(draft: Draft) -> str | None:
    """A link that opens the draft in the reader's mail program; None where it would be too long for one."""
    if not draft.to:
        return None
    body = quote(draft.text.replace("\n", "\r\n"), safe="")
    link = f"mailto:{quote(draft.to, safe='@')}?subject={quote(draft.subject, safe='')}&body={body}"
    return link if len(link) <= LONGEST_MAILTO else None


def _in_plain_letters(draft: Draft) -> bool:
    """Whether every address can travel by any mail server. Names can always: they are encoded."""
    ours = draft.staff.email.value if draft.staff and draft.staff.email else ""
    return f"{plain_address(ours)}{plain_address(draft.to or '')}".isascii()


def _address(name: str, address: str) -> Address:
    """The name beside the address. In parts, since letters beyond ASCII are refused in a whole one."""
    local, _, domain = plain_address(address).rpartition("@")
    return Address(_one_line(name), username=local, domain=domain)


def plain_address(address: str) -> str:
    """An address as every mail server takes it, `xn--` and all; as it stands where there is no such form."""
    try:
        return validate_email(address, check_deliverability=False).ascii_email or address
    except (EmailNotValidError, ValueError):
        return address


def _one_line(text: str) -> str:
    """A text fit for a header: no line break in it, not even one spelled as an encoded word (`=?…?=`)."""
    plain = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text)
    return " ".join(plain.replace("=?", "= ?").split())
