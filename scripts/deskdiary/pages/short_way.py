"""A note's text as HTML without a Markdown engine, where every block of it is of a plain sort."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeAlias

LONGEST = 2_000
"""Characters. In so few there is nothing that would keep a Markdown engine busy."""
_MOST_COLUMNS = 8
_BLANK = re.compile(r"\n{2,}")

# Signs that mean nothing within a line, neither in Markdown nor in HTML.
_SIGN = r"(?:[^\W_]|[ ,;:?!.'\"()/%–—’‘“”…£-])"
_WORDS = rf"[^\W_](?:{_SIGN}*[^\W_])?"
_CODE = r"`[A-Za-z0-9](?:[A-Za-z0-9 ./_-]*[A-Za-z0-9])?`"
_LINK = rf"(?<!!)\[{_WORDS}\]\(https?://[A-Za-z0-9./-]+\)"
_MARKED = rf"(?:\*\*{_WORDS}\*\*|\*{_WORDS}\*|{_CODE}|{_LINK})(?![*`\[])"
# A line begins with a letter or with something marked, and does not end with a space.
_LINE = rf"(?:[^\W\d_]|{_MARKED})(?:{_SIGN}|{_MARKED})*(?<! )"
_CELL = rf" {_LINE} \|"
_CODE_LINE = rf"(?=.*\S)(?:{_SIGN}|=)+"
_BOX = r"(?:abstract|danger|example|failure|hint|info|note|question|success|tip|warning)"
_INNER = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*|`(?P<code>[^`]+)`|\[(?P<a>[^\]]+)\]\((?P<target>[^)]+)\)"
)


def short_way(text: str) -> str | None:
    """The text as Python-Markdown and the sanitiser would have it; None where they have to be asked."""
    if len(text) > LONGEST:
        return None
    made: list[str] = []
    before = ""
    for block in _BLANK.split(text.strip("\n")):
        sort = next((name for name, (pattern, _) in _SORTS.items() if pattern.fullmatch(block)), "")
        if not sort or (sort == before and sort in _GROWING):
            return None
        made.append(_SORTS[sort][1](block))
        before = sort
    return "\n".join(made)


def _marked(line: str) -> str:
    return _INNER.sub(_as_html, line)


def _as_html(found: re.Match[str]) -> str:
    if found["a"]:
        return f'<a href="{found["target"]}" rel="noopener noreferrer nofollow">{found["a"]}</a>'
    tag = found.lastgroup
    return f"<{tag}>{found[found.lastindex or 0]}</{tag}>"


def _paragraph(block: str) -> str:
    return f"<p>{_marked(block)}</p>"


def _heading(block: str) -> str:
    signs, _, words = block.partition(" ")
    return f"<h{len(signs)}>{_marked(words)}</h{len(signs)}>"


def _list(tag: str, block: str) -> str:
    return _element(tag, (f"<li>{_marked(line.partition(' ')[2])}</li>" for line in block.split("\n")))


def _quotation(block: str) -> str:
    return _element("blockquote", (_paragraph(_moved_left(block, 2)),))


def _table(block: str) -> str:
    head, _, *rows = block.split("\n")
    body = (_row(row, "td") for row in rows)
    return _element("table", (_element("thead", (_row(head, "th"),)), _element("tbody", body)))


def _row(line: str, tag: str) -> str:
    return _element("tr", (f"<{tag}>{_marked(cell.strip())}</{tag}>" for cell in line[1:-1].split("|")))


def _fenced(block: str) -> str:
    code = block.partition("\n")[2].removesuffix("```")
    return f"<pre><code>{code}</code></pre>"


def _box(block: str) -> str:
    first, _, rest = block.partition("\n")
    _, kind, *title = first.split(" ", 2)
    words = title[0][1:-1] if title else kind.capitalize()
    text = _paragraph(_moved_left(rest, 4))
    return f'<div class="admonition {kind}">\n<p class="admonition-title">{words}</p>\n{text}\n</div>'


def _moved_left(block: str, columns: int) -> str:
    return "\n".join(line[columns:] for line in block.split("\n"))


def _element(tag: str, parts: Iterable[str]) -> str:
    inner = "\n".join(parts)
    return f"<{tag}>\n{inner}\n</{tag}>"


def _lines_of(line: str) -> re.Pattern[str]:
    return re.compile(rf"{line}(?:\n{line})*")


def _table_of(columns: int) -> str:
    row = rf"\|(?:{_CELL}){{{columns}}}"
    return rf"{row}\n\|(?: -{{3,}} \|){{{columns}}}(?:\n{row})+"


_Sort: TypeAlias = tuple[re.Pattern[str], Callable[[str], str]]
_SORTS: Mapping[str, _Sort] = {
    "paragraph": (_lines_of(_LINE), _paragraph),
    "heading": (re.compile(rf"#{{2,6}} {_LINE}"), _heading),
    "bullets": (_lines_of(rf"- {_LINE}"), partial(_list, "ul")),
    "numbers": (_lines_of(rf"[0-9]{{1,3}}\. {_LINE}"), partial(_list, "ol")),
    "quotation": (_lines_of(rf"> {_LINE}"), _quotation),
    "table": (re.compile("|".join(map(_table_of, range(1, _MOST_COLUMNS + 1)))), _table),
    "code": (re.compile(rf"```[a-z]*\n(?:{_CODE_LINE}\n)+```"), _fenced),
    "box": (re.compile(rf'!!! {_BOX}(?: "{_WORDS}[?!.]?")?(?:\n    {_LINE})+'), _box),
}
# Two of these in a row are one to Markdown.
_GROWING = frozenset({"bullets", "numbers", "quotation"})
