"""The part of an id that names its subject: short, plain letters, the same on every machine."""

import hashlib
import re
import unicodedata


def slug(text: str) -> str:
    """ASCII letters and digits in lower case, every other run one `-`, accents among them.

    A title with no such letter (in Arabic, say) becomes `x` and the first 8 hex digits of its SHA-256.
    """
    plain = unicodedata.normalize("NFKD", text).lower()
    kept = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if kept:
        return kept
    return "x" + hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:8]
