"""What somebody most likely meant who typed something else."""

from collections.abc import Iterable
from difflib import get_close_matches

from deskdiary.folding import fold

NEAR = 0.7
_LONGEST = 64
# Letters of other alphabets that look like ours, and get into a word unseen.
_LOOKALIKES = str.maketrans("аеорсухіјѕԁԛԝһαορνικ", "aeopcyxijsdqwhaopvik")


def nearest(text: str, known: Iterable[str], least: float = NEAR) -> str | None:
    """The known name that somebody who typed this most likely meant."""
    by_form = {_form(name): name for name in known}
    typed = _form(text[:_LONGEST])
    swapped = (form for form in by_form if sorted(form) == sorted(typed))
    near = next(swapped, None) or next(iter(get_close_matches(typed, by_form, 1, least)), None)
    return by_form[near] if near else None


def same_but_for_looks(text: str, known: Iterable[str]) -> str | None:
    """The known name that this is, capitals, hyphens, quotation marks and look-alike letters apart."""
    return {_form(name): name for name in known}.get(_form(text[:_LONGEST]))


def _form(text: str) -> str:
    kept = fold(text).strip("“”„‘’\"'`*_: ").translate(_LOOKALIKES)
    return "".join(
        letter for letter in kept.replace("-", "_").replace(" ", "_") if letter.isalnum() or letter == "_"
    )
