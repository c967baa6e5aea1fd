"""The wording that comes with the program, and one of a desk's own before it."""

from collections.abc import Mapping
from functools import cache

from deskdiary.shells.texts import shipped
from deskdiary.words.own_wording import OwnWording, own_wording
from deskdiary.words.wording import Wording


@cache
def texts() -> Mapping[str, str]:
    return shipped("wording")


@cache
def wording() -> Wording:
    return Wording(texts())


def with_own(**files: str) -> OwnWording:
    """The wording of a desk with these files, `arrived_email` for `arrived.email.txt`."""
    named = {f"{name.replace('__', '-').replace('_', '.')}.txt": text for name, text in files.items()}
    return own_wording(texts(), {name: text.encode() for name, text in named.items()})
