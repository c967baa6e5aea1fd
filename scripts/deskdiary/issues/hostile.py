"""Text of a note put into an issue: nothing in it mentions, links, formats, or passes for a mark of ours."""

import re

from deskdiary.telling.plainly import plainly

LONGEST = 300


def as_code(text: str) -> str:
    """One line between backticks, more of them than there are in it: the forge shows it letter for letter."""
    line = plainly(" ".join(text.split()))[:LONGEST].replace("<!--", "<! --")
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    return (
        f"{fence} {line} {fence}" if line.startswith("`") or line.endswith("`") else f"{fence}{line}{fence}"
    )


def as_title(text: str) -> str:
    """One line of a title, which the forge does not format."""
    return plainly(" ".join(text.split()))[:LONGEST]
