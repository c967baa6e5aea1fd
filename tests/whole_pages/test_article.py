"""Our own pages as HTML without Markdown's help: letter for letter what Markdown makes, or nothing at all."""

import re
from collections.abc import Iterator, Mapping

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskdiary.pages.escaping import escape
from deskdiary.whole_pages.article import article_of
from deskdiary.whole_pages.headings import Entry, entries

# The extensions of mkdocs.yml, and those that MkDocs always has.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "admonition", "sane_lists", "pymdownx.tasklist")


def by_markdown(text: str) -> tuple[str, list[Mapping[str, object]]]:
    reader = markdown.Markdown(extensions=EXTENSIONS)
    html = reader.convert(re.sub(r"\A---\n.*?\n?---\n", "", text, count=1, flags=re.DOTALL))
    return html, getattr(reader, "toc_tokens", [])


def told(found: tuple[Entry, ...]) -> list[Mapping[str, object]]:
    """A table of contents as Markdown tells it."""
    return [
        {
            "level": each.heading.level,
            "id": each.heading.id,
            "name": each.heading.name,
            "children": told(each.under),
        }
        for each in found
    ]


def plain(tokens: list[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    for each in tokens:
        children = each["children"]
        assert isinstance(children, list)
        yield {**{name: each[name] for name in ("level", "id", "name")}, "children": list(plain(children))}


def agrees(text: str) -> bool:
    """Whether the page is left to Markdown, or is what Markdown makes of it."""
    article = article_of(text)
    if article is None:
        return True
    html, tokens = by_markdown(text)
    assert article.html.split() == html.split()
    assert told(entries(article.headings)) == list(plain(tokens))
    return True


NAMES = st.text(alphabet="Aé1 .,-_@'&<#{}[]*`|:+!()/\\ŵ文“”\u3000", min_size=1, max_size=20)
HEADINGS = st.builds(
    "{} {}{}".format,
    st.sampled_from(["##", "###", "####"]),
    NAMES.map(escape),
    st.sampled_from(["", " {: #p-k7f2 }", " {: #a_1 }", " {: .red }"]),
)
BLOCKS = st.one_of(
    HEADINGS,
    NAMES.map(lambda name: f"<p>{escape(name)}</p>"),
    NAMES.map(lambda name: f'<div class="a"><ul>\n<li>{escape(name)}</li>\n</ul><div>b</div></div>'),
    NAMES.map(lambda name: f"Some `words` of {escape(name)}\nAnd more."),
    NAMES,
    st.text(alphabet="a1 .-:!|*_`[]()<>&#\n\t\\{}=+~", max_size=40),
    st.sampled_from(
        [
            "- a list\n- of two",
            "1. one",
            "> said",
            "    code",
            "!!! note\n    Take care",
            "```\ncode\n\nmore\n```",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "A title\n=======",
            "[x]: https://example.org",
            "See [x], *[HTML]: y",
            "<div>open",
            "</div>",
            "<p>one</p>\n<p>two</p>",
            "<div>a</div> b <div>c</div>",
            "<script>alert(1)</script>",
            "<!-- a -->",
            "<label>Find <input></label>",
            "12 notes: all",
            "2. notes",
        ]
    ),
)


@given(NAMES.map(escape), st.lists(BLOCKS, max_size=6), st.sampled_from(["", "---\ntitle: Today\n---\n\n"]))
def test_a_page_is_what_markdown_makes_of_it_or_is_left_to_markdown(
    title: str, blocks: list[str], front: str
) -> None:
    assert agrees(front + "\n\n".join((f"# {title}", *blocks)) + "\n")


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("<p>Nothing is on the books.</p>", id="an element"),
        pytest.param("## What we know {: #known }", id="a heading with an id"),
        pytest.param("The file is in `patrons/`, under its key.", id="a sentence with a name in it"),
        pytest.param("12 notes. All of them are read.", id="a sentence that begins with a number"),
        pytest.param('<label hidden>Find <input type="search"></label>', id="an element within a line"),
        pytest.param('<div class="a"><div>b</div>\n<div>c</div></div>', id="elements in one another"),
    ],
)
def test_what_our_templates_write_needs_no_markdown(block: str) -> None:
    text = f"# Ann Hughes\n\n{block}\n"
    assert article_of(text) is not None
    assert agrees(text)


def test_two_spaces_break_a_line() -> None:
    text = "# Ann Hughes\n\nBefore noon  \nand never on Fridays.\n"
    article = article_of(text)
    assert article is None or "<br" in article.html
    assert agrees(text)


def test_two_headings_of_one_text_are_told_apart_as_markdown_tells_them() -> None:
    text = "# Diary\n\n## Diary\n\n### Diary\n\n## Diary&#95;1\n\n## Ideas {: #diary_2 }\n\n## Diary\n"
    assert article_of(text) is not None
    assert agrees(text)


def test_a_name_that_ten_thousand_share_is_told_apart_at_no_great_cost() -> None:
    article = article_of("# Left alone\n\n" + "## Ann Hughes\n\n" * 10_000)
    assert article is not None
    assert [article.headings[at].id for at in (1, 2, -1)] == ["ann-hughes", "ann-hughes_1", "ann-hughes_9999"]
    assert agrees("# Ann\n\n" + "## Ann\n\n## Ann&#95;1\n\n" * 5)


@pytest.mark.parametrize("text", ["No title\n", "## Too small\n", "# One\n\n# Two\n", "Words\n\n# Late\n"])
def test_a_page_that_does_not_begin_with_its_one_title_is_left_to_mkdocs(text: str) -> None:
    assert article_of(text) is None
