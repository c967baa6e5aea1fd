"""Our own pages' Markdown as HTML. What Markdown would leave as it is goes straight through."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from deskdiary.whole_pages.headings import Heading, headings_with_ids

_FRONT = re.compile(r"---\n(.*?\n)?---\n", re.DOTALL)
# What Markdown makes spaces of, or leaves out.
_ODD = ("\t", "\r", "\x02", "\x03")
_BLANK = re.compile(r"\n +\n")
# Letters, and signs that mean nothing within a line of Markdown: our pages write the others as references.
_PLAIN = r"(?:[A-Za-z0-9 ,;:?.()@-]|[^\x00-\x7f\s]|&#[0-9]+;)"
_HEADING = re.compile(rf"(#{{1,6}}) ({_PLAIN}+?)(?: \{{: #([A-Za-z0-9_-]+) \}})?")
_LINE = rf"(?=[A-Za-z`]|[0-9][0-9,]* )(?:{_PLAIN}|`[A-Za-z0-9_/. -]+`)+(?<! )"
_SENTENCES = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_CODE = re.compile(r"`([^`]+)`")
_ELEMENT = re.compile(r"<(article|details|div|form|ol|p|pre|section|table|ul)[ >]")
# What Markdown itself is asked about: text whose lines begin no list, quotation or definition.
_PARAGRAPH = re.compile(r"(?:(?:^|\n)(?:[^\W\d_]|<(?:a|b|code|em|label|strong)[ >])[^\n\[\]{}|\\]*)+")


@dataclass(frozen=True, slots=True)
class Article:
    """A page's Markdown, converted: what stands before it as YAML, its HTML, and its headings in order."""

    front: str = field(repr=False)
    html: str = field(repr=False)
    headings: tuple[Heading, ...] = field(repr=False)


def article_of(text: str) -> Article | None:
    """The page as MkDocs would convert it; None where only MkDocs can say.

    It begins with its title, the only heading of the first level: so do all that we make.
    """
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    if _is_odd(body):
        return None
    blocks = tuple(_blocks(body))
    found = tuple(_heading(block) for block in blocks)
    if [place for place, each in enumerate(found) if each and each[0] == 1] != [0]:
        return None
    named = iter(headings_with_ids(each for each in found if each))
    made, headings = [], []
    for block, heading in zip(blocks, found, strict=True):
        html = _other(block) if heading is None else ""
        if html is None:
            return None
        if heading:
            headings.append(next(named))
            html = f'<h{heading[0]} id="{headings[-1].id}">{heading[1]}</h{heading[0]}>'
        made.append(html)
    return Article(front[1] or "" if front else "", "\n".join(made), tuple(headings))


def _is_odd(body: str) -> bool:
    return any(sign in body for sign in _ODD) or ("\n " in body and _BLANK.search(body) is not None)


def _blocks(body: str) -> Iterator[str]:
    """What stands between empty lines."""
    for block in body.split("\n\n"):
        lines = block.strip("\n")
        if lines:
            yield lines


def _heading(block: str) -> tuple[int, str, str] | None:
    """A heading's level, its text as HTML, and the id it was given."""
    found = _HEADING.fullmatch(block) if block.startswith("#") else None
    return (len(found[1]), found[2].strip(), found[3] or "") if found else None


def _other(block: str) -> str | None:
    if _ELEMENT.match(block):
        return block if _is_one_element(block) else None
    if _SENTENCES.fullmatch(block):
        return "<p>" + _CODE.sub(r"<code>\1</code>", block) + "</p>"
    return _by_markdown(block) if _PARAGRAPH.fullmatch(block) else None


def _is_one_element(block: str) -> bool:
    """Whether what opens first closes last: Markdown looks for no signs of its own within."""
    opening = _ELEMENT.match(block)
    tag = opening[1] if opening else ""
    *inner, after = block.split(f"</{tag}>")
    return not after and f"</{tag} " not in block and all(depth > 0 for depth in _depths(inner, tag))


def _depths(parts: Sequence[str], tag: str) -> Iterator[int]:
    """How many elements of this name are open after each that closes, the last one apart."""
    depth = 0
    for part in parts[:-1]:
        depth += part.count(f"<{tag} ") + part.count(f"<{tag}>") - 1
        yield depth


@lru_cache(maxsize=256)
def _by_markdown(block: str) -> str:
    """A paragraph with signs in it: the templates' own, so there are few."""
    import markdown  # noqa: PLC0415 - few builds need it

    return markdown.markdown(block)
