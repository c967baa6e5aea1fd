"""The part of an id that names its subject: short, plain letters, the same on every machine."""

import hashlib
import re
import unicodedata

_OTHERS = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """ASCII letters and digits in lower case, every other run one `-`, accents among them.

    A title with no such letter (in Arabic, say) becomes `x` and the first 8 hex digits of its SHA-256.
    """
    # What is plain letters already, as items' numbers and most titles are, no normalising changes.
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text).lower()
    kept = _OTHERS.sub("-", plain).strip("-")
    if kept:
        return kept
    return "x" + hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:8]
