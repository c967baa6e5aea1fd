"""What may stand in a text, but is hardly meant: garbled letters, markup, stray quotes, card numbers."""

import re
from collections.abc import Iterator

from deskdiary.records.place import Said
from deskdiary.schema.sheet import Sheet

_CURLY_PAIRS = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "‛": "’",
    "”": "”",
    "’": "’",
}
# What UTF-8 looks like when it is read as Windows-1252: a capital with an accent before a sign.
_LEADS = "[\xc2-\xc5\xc3\xce\xcf\xd0\xd1\xe2\xef\xf0]"
_TRAILS = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_GARBLED = re.compile(f"{_LEADS}{_TRAILS}{{1,3}}")
_MARKUP = re.compile(
    r"<(?![^<>\s]+@[^<>\s]+>|https?://[^<>\s]+>)[A-Za-z/!?]"
    r"|\bon[a-z]{3,24}\s{0,9}=\s{0,9}[\"'\w]|(?:java|vb)script\s{0,9}:|data:text/html",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--|--!?>")
_DIGITS = re.compile(r"(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.])", re.ASCII)
# Issuers' ranges, so that a library's own 14-digit barcodes (2… and 3…) are left in peace.
_PAYMENT_CARD = re.compile(
    r"4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3[68]\d{12}|6(?:011|4[4-9]\d|5\d\d)\d{12,15}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}",
    re.ASCII,
)
_SHORT = 12  # characters: no payment card has so few digits
_SIGNS = re.compile("[<>=:]")
_MANY_DIGITS = re.compile(r"\d(?:[ -]?\d){12}")
_WORTH_A_LOOK = re.compile(
    r"[^\x00-\x7f]|<[A-Za-z/!?]|-->|--!>|\bon[a-z]+\s*=|script\s*:|data:text|\d(?:[ -]?\d){12}", re.IGNORECASE
)


def check_suspicions(text: Said[str], sheet: Sheet, name: str) -> None:
    """Warn of what a text hardly means to say. It is kept and shown letter for letter all the same."""
    if not _worth_a_look(text.value):
        return
    _check_letters(text, sheet)
    if _COMMENT.search(text.value):
        message = f"The {name} has a sign of a hidden comment in it."
        sheet.warning(text.place, "comment-marker", message, "Take it out; it is shown letter for letter.")
    elif _MARKUP.search(text.value):
        message = f"The {name} has markup in it, which is shown letter for letter and never run."
        sheet.warning(text.place, "markup", message, "Write plain words.")
    if next(payment_cards(text.value), None) is not None:
        message = f"The {name} has what looks like the number of a payment card in it."
        sheet.warning(text.place, "payment-card", message, "Remove payment card numbers from notes.")


def _worth_a_look(text: str) -> bool:
    """One look that rules nearly every text out; what it looks for has one of these signs, or many digits."""
    if text.isascii() and not _SIGNS.search(text):
        return len(text) > _SHORT and _MANY_DIGITS.search(text) is not None
    return _WORTH_A_LOOK.search(text) is not None


def _check_letters(text: Said[str], sheet: Sheet) -> None:
    if text.value.isascii():
        return
    meant = ungarbled(text.value)
    if meant != text.value:
        public = "This text looks garbled. Type its letters again."
        sheet.warning(text.place, "garbled", "This text looks garbled.", f"Did you mean {meant}?", public)
    elif "\ufffd" in text.value:
        message = "A letter of this text was lost when it was copied."
        sheet.warning(text.place, "letter-lost", message, "Type the letter in place of the sign \ufffd.")
    if in_curly_quotes(text.value):
        message = "The curly quotation marks around this text are part of it."
        sheet.warning(text.place, "curly-quotes", message, 'Take them out, or type straight ones: ".')


def in_curly_quotes(text: str) -> bool:
    """Whether somebody's editor turned the quotation marks around a whole text into curly ones."""
    inner = text[1:-1]
    return (
        len(text) > 1 and text[-1] in _CURLY_PAIRS.get(text[0], "") and not {text[0], text[-1]} & set(inner)
    )


def ungarbled(text: str) -> str:
    """The text as it was before UTF-8 was once read as Windows-1252; itself where it was not."""
    return text if text.isascii() else _GARBLED.sub(_restored, text)


def ungarbled_at(text: str) -> Iterator[tuple[int, str, str]]:
    """Where letters are garbled: the position, what stands there, and what was meant."""
    for match in () if text.isascii() else _GARBLED.finditer(text):
        meant = _restored(match)
        if meant != match[0]:
            yield match.start(), match[0], meant


def _restored(match: re.Match[str]) -> str:
    run = match[0]
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    if run[1] in "«»" and not before.islower():
        return run  # «CAFÉ» is in order
    for length in range(len(run), 1, -1):
        raw = b"".join(_byte(letter) for letter in run[:length])
        try:
            return raw.decode("utf-8") + run[length:]
        except UnicodeDecodeError:
            continue
    return run


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1", "replace")


def payment_cards(text: str) -> Iterator[re.Match[str]]:
    """Where payment card numbers stand in a text: an issuer's range, and a check digit that is right."""
    for match in _DIGITS.finditer(text) if _MANY_DIGITS.search(text) else ():
        digits = re.sub(r"[ -]", "", match[0])
        if _PAYMENT_CARD.fullmatch(digits) and luhn(digits):
            yield match


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(int(digit) for digit in digits[-1::-2]) + sum(n - 9 * (n > 9) for n in doubled)) % 10 == 0  # noqa: PLR2004
