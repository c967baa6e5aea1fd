"""A note's own text on its page: plain sentences go a short way, and come out as they would the long way."""

from html.parser import HTMLParser
from importlib.resources import files

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.invented.bodies import body
from benchmarks.invented.chance import chance
from deskdiary.pages.note_body import _converted, body_html
from deskdiary.pages.short_way import LONGEST, short_way
from deskdiary.schema.body_markup import beyond_markdown

INLINE = st.lists(
    st.sampled_from(
        [
            *(
                "Deaf in one ear",
                "!",
                "a",
                " ",
                "é ŵ",
                "9",
                "²Ⅷ文",
                "Mon-Fri",
                " “now”…",
                ", (9 to 5)",
                "a:b; £5!",
            ),
            *(
                "**not now**",
                "*never*",
                "`804.6`",
                "[the list](https://lists.example.org/80-4)",
                " *a* ",
                " **b** ",
            ),
            *(
                "*",
                "**",
                "_",
                "`",
                "[",
                "](",
                "x)",
                "|",
                "<b>",
                "&amp;",
                "\\",
                "#",
                "https://example.org",
                "- ",
                "1. ",
            ),
        ]
    ),
    min_size=1,
    max_size=5,
).map("".join)
PLAIN = st.sampled_from(
    ["Deaf in one ear", "Ring *before* noon", "See [it](https://example.org/1), `a.b`", "Not **9**."]
)
LINE = st.one_of(PLAIN, PLAIN, INLINE)
BEGUN = st.sampled_from(
    ["", "", "## ", "###### ", "- ", "- [x] ", "12. ", "> ", "    ", "!!! tip ", "* ", "# "]
)
CELLS = st.lists(st.one_of(PLAIN, INLINE), min_size=1, max_size=3).map(
    lambda cells: f"| {' | '.join(cells)} |"
)
BLOCK = st.one_of(
    st.builds(
        lambda begun, lines: "\n".join(begun + line for line in lines),
        BEGUN,
        st.lists(LINE, min_size=1, max_size=3),
    ),
    st.lists(st.builds("{}{}".format, BEGUN, LINE), min_size=1, max_size=3).map("\n".join),
    st.builds("| a | b |\n| --- | --- |\n{}\n{}".format, CELLS, CELLS),
    st.builds("| a |\n| --- |\n| {} |".format, LINE),
    st.builds(
        "```{}\n{}\n{}\n```".format,
        st.sampled_from(["", "text", "a b"]),
        LINE,
        st.builds("  {} = 1".format, LINE),
    ),
    st.builds(
        "!!! {}\n    {}\n{}{}".format,
        st.sampled_from(["note", 'tip "Before you ring"', "tip a"]),
        LINE,
        st.sampled_from(["    ", ""]),
        LINE,
    ),
)
BODY = st.lists(BLOCK, min_size=1, max_size=4).flatmap(
    lambda blocks: st.sampled_from(["\n\n", "\n\n\n", "\n \n"]).map(lambda gap: gap.join(blocks))
)


@settings(max_examples=500)
@given(BODY)
def test_the_short_way_and_the_long_way_come_to_the_same(text: str) -> None:
    short = short_way(text)
    if short is not None:
        assert short == _converted(text)
        assert beyond_markdown(text) is None


@settings(max_examples=500)
@given(st.text(alphabet="a1 .-:!|*_`[]()<>&#\n\t\\", max_size=60))
def test_whatever_else_goes_the_long_way_or_is_the_same(text: str) -> None:
    short = short_way(text)
    assert short is None or short == _converted(text)


def test_what_a_thousand_notes_say_goes_the_short_way_for_the_most_part() -> None:
    drawn = chance(7)
    bodies = [body(drawn, "maps") for _ in range(1000)]
    short = {text: short_way(text) for text in bodies}
    assert sum(each is not None for each in short.values()) > 0.9 * len(short)
    assert {text: _converted(text) for text, each in short.items() if each is not None} == {
        text: each for text, each in short.items() if each is not None
    }


@pytest.mark.parametrize(
    "piece",
    [
        "*a ",
        "**a**",
        "**a ",
        "[a](https://a",
        "[a",
        "`a",
        "| a ",
        "- a\n",
        "a",
        "a ",
        "```\na b\n",
        "> *a*\n",
    ],
)
def test_no_text_keeps_it_busy(piece: str) -> None:
    """A minute would pass, did it try one way of reading after the other."""
    for begun in ("", "a", "| a |\n| --- |\n", "```\n", "!!! note\n    "):
        assert short_way(f"{begun}{piece * LONGEST}"[: LONGEST - 1] + "\\") is None


@pytest.mark.parametrize("text", ["Look![the list](https://example.org/1)", "- [x] Ring", "[a] b\n\n[a]: c"])
def test_what_looks_plain_and_is_not_goes_the_long_way(text: str) -> None:
    assert short_way(text) is None


def test_a_long_text_goes_the_long_way_however_plain_it_is() -> None:
    assert short_way("Deaf in one ear. " * LONGEST) is None


def test_one_note_leaves_nothing_behind_for_the_next() -> None:
    with_definition = "See [the list].\n\n[the list]: https://example.org/list"
    assert "https://example.org/list" in body_html(with_definition)
    assert "https://example.org/list" not in body_html("See [the list], *please*.")


def extensions_of_the_site() -> list[str]:
    """Those that mkdocs.yml turns on, and those that MkDocs always has."""
    config = yaml.safe_load(files("deskdiary").joinpath("site", "mkdocs.yml").read_text(encoding="utf-8"))
    own = [each if isinstance(each, str) else next(iter(each)) for each in config["markdown_extensions"]]
    return [*own, "fenced_code"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("!!! warning\n    Never ring before noon.\n\n    Nor on Fridays.", id="a box"),
        pytest.param('!!! note "At the desk"\n    Deaf in one ear.', id="a box with a title"),
        pytest.param("| Day | Hours |\n|---|---|\n| Mon | 9 to 5 |", id="a table"),
        pytest.param("```\nshelf < 3\n\nrow & 4\n```", id="code between fences"),
        pytest.param("    indented code", id="code that is indented"),
        pytest.param("1. First\n2. Second\n\n- Other\n    - Below it", id="lists"),
        pytest.param(
            "- [ ] Ring\n- [x] Write\n    1. [X] to him\n    2. to her", id="a list to be ticked off"
        ),
        pytest.param("- [ ] Ring\n\n- [x] Write\n\n- or wait", id="one with more room"),
        pytest.param(
            "!!! tip\n    Before he comes:\n\n    - [x] `shelf < 3`\n    - [ ] the table\n\n"
            "    | Day | [x] |\n    |---|---|\n    | Mon | [ ] |\n\n    ```\n    - [ ] code\n    ```\n\n"
            "[ ] no list.",
            id="all of it in one box",
        ),
        pytest.param("> Said on the stairs.\n\n*Ask* **again** `now`.\n\n---\n\nLater.", id="what is usual"),
    ],
)
def test_a_notes_text_is_shown_as_material_shows_a_page(text: str) -> None:
    page = markdown.markdown(text, extensions=extensions_of_the_site())
    assert read(body_html(text)) == read(page)


class _Read(HTMLParser):
    """What a browser makes of HTML: elements with their attributes in any order, and words."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A ticked box says so to whoever cannot see it; Material's says nothing.
        self.parts.append((tag, {name: value or "" for name, value in attrs if name != "aria-label"}))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.extend(data.split())


def read(html: str) -> list[object]:
    reader = _Read()
    reader.feed(str(html))
    reader.close()
    return reader.parts


def test_a_box_to_be_ticked_says_its_state_and_nobody_can_tick_it() -> None:
    text = body_html("- [ ] Ring\n- [x] Write")
    assert text.count("<input ") == 2
    assert '<input type="checkbox" aria-label="to do" disabled=""> Ring' in text
    assert '<input type="checkbox" checked="" aria-label="done" disabled=""> Write' in text


@pytest.mark.parametrize(
    "text",
    [
        '<input type="text" name="card">',
        '- [ ] <input type="text" onfocus="x()" disabled/>',
        '- <input type="checkbox" checked/>',
        "[ ] a\n\n* [y] b\n* [x]c",
    ],
)
def test_no_other_field_comes_out_of_a_note(text: str) -> None:
    inputs = [part for part in read(body_html(text)) if isinstance(part, tuple) and part[0] == "input"]
    assert all(each == ("input", {"type": "checkbox", "disabled": ""}) for each in inputs)
    assert len(inputs) == text.startswith("- [ ]")


def test_a_picture_becomes_a_link_however_it_is_written() -> None:
    text = body_html(
        "![the map](https://example.org/m.png), ![the map][m] or ![m].\n\n[m]: https://example.org/n.png"
    )
    assert "<img" not in text
    assert "!" not in text
    assert text.count('<a href="https://example.org/') == 3


def test_a_box_has_a_look_that_there_is_and_nothing_else() -> None:
    text = body_html('!!! note md-header dd-search "Title"\n    Text')
    assert 'class="admonition note"' in text
    assert "md-header" not in text
