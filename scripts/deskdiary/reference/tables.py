"""Tables in Markdown, whose cells hold whatever text there is."""

from collections.abc import Iterable, Iterator, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table."""
    yield _row(headings)
    yield _row(["---"] * len(headings))
    yield from (_row(row) for row in rows)


def code(text: str) -> str:
    """A text as it is typed, backticks in it and all."""
    fence = "``" if "`" in text else "`"
    padded = f" {text} " if text.startswith("`") or text.endswith("`") else text
    return f"{fence}{padded}{fence}"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
