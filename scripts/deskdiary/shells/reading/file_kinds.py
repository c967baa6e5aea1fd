"""What a file is that is not a text in UTF-8, told by its first bytes."""

from dataclasses import dataclass

from deskdiary.records.problem_codes import Code

_LOOKED_AT = 400
_DETAILS = b"---"
_SOME = 4  # a quarter of the bytes
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_PICTURE = ("This is a picture.", "Keep pictures elsewhere.")
_SOUND = ("This is a sound or a film.", "Keep recordings elsewhere.")
_PROGRAM = ("This is a program.", "Take it away.")
_ARCHIVE = ("This is an archive.", "Unpack it elsewhere.")
_BY_FIRST_BYTES = {
    b"PK\x03\x04": ("This is a Word document or another archive.", "Copy its text into a note."),
    b"PK\x05\x06": _ARCHIVE,
    b"\xd0\xcf\x11\xe0": ("This is an old Word document.", "Copy its text into a note."),
    b"{\\rtf": ("This is a Word document (rich text).", "Copy its text into a note."),
    b"%PDF": ("This is a PDF.", "Copy its text into a note."),
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"RIFF": _PICTURE,
    b"II*\x00": _PICTURE,
    b"MM\x00*": _PICTURE,
    b"ID3": _SOUND,
    b"OggS": _SOUND,
    b"\x7fELF": _PROGRAM,
    b"MZ\x90": _PROGRAM,
    b"\x1f\x8b": _ARCHIVE,
    b"7z\xbc\xaf": _ARCHIVE,
    b"BZh": _ARCHIVE,
    b"\xfd7zXZ": _ARCHIVE,
    b"SQLite format 3\x00": ("This is a database.", "Keep it elsewhere."),
}


@dataclass(frozen=True, slots=True)
class OtherKind:
    """Why a file is no note. Without a remedy, saving it anew as UTF-8 is the remedy."""

    code: Code
    message: str
    remedy: str = ""


def other_kind(raw: bytes) -> OtherKind | None:
    """What else the file is; None where it may be a note."""
    if raw.startswith(_DETAILS) and 0 not in raw[:_LOOKED_AT]:
        return None
    for mark, (message, remedy) in _BY_FIRST_BYTES.items():
        if raw.startswith(mark):
            return OtherKind("not-a-text-file", message, remedy)
    if raw.startswith(b"version https://git-lfs"):
        remedy = "Keep notes out of Git LFS: run `git lfs pull`, then add the note itself."
        return OtherKind("not-here", "The note itself is not here, only a Git LFS pointer to it.", remedy)
    if raw.startswith(_UTF16_MARKS) or _every_other_is_zero(raw[:_LOOKED_AT]):
        return OtherKind("not-utf-8", "This file is saved as UTF-16 (“Unicode”).")
    if raw[:_LOOKED_AT].count(0) > len(raw[:_LOOKED_AT]) // _SOME:
        return OtherKind("not-a-text-file", "This is not a text file.", "Keep it elsewhere.")
    return None


def _every_other_is_zero(start: bytes) -> bool:
    """UTF-16 without its mark: plain letters have a zero beside each of them."""
    halves = (start[0::2], start[1::2])
    return any(half.count(0) * 2 > len(half) > 1 for half in halves) and not all(0 in half for half in halves)
