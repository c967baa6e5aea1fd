"""A note's own text on its page: plain sentences go a short way, and come out as they would the long way."""

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
        pytest.param("> Said on the stairs.\n\n*Ask* **again** `now`.\n\n---\n\nLater.", id="what is usual"),
    ],
)
def test_a_notes_text_is_shown_as_material_shows_a_page(text: str) -> None:
    page = markdown.markdown(text, extensions=extensions_of_the_site())
    assert body_html(text).replace("&#10;", "\n").split() == page.replace("<hr />", "<hr>").split()


def test_a_box_has_a_look_that_there_is_and_nothing_else() -> None:
    text = body_html('!!! note md-header dd-search "Title"\n    Text')
    assert 'class="admonition note"' in text
    assert "md-header" not in text
