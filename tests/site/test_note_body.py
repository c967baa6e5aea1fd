"""A note's own text on its page: plain sentences go a short way, and come out as they would the long way."""

from importlib.resources import files

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deskdiary.pages.note_body import _converted, _sentences, body_html

LINE = st.text(alphabet="ab1 2,;:?!.'()/%–—’‘“”…£-éŵ²Ⅷ文", max_size=20).map("Deaf in one ear".__add__)
PARAGRAPHS = st.lists(st.sampled_from(["\n", "\n\n"]), max_size=5)


@given(st.data(), PARAGRAPHS)
def test_plain_sentences_are_what_markdown_makes_of_them(data: st.DataObject, breaks: list[str]) -> None:
    text = data.draw(LINE) + "".join(each + data.draw(LINE) for each in breaks)
    short = _sentences(text)
    assert short is None or short == _converted(text)
    assert short is not None or text.endswith(" ") or " \n" in text


@given(st.text(alphabet="a1 .-:!|*_`[]()<>&#\n\t\\", max_size=60))
def test_whatever_else_goes_the_long_way_or_is_the_same(text: str) -> None:
    short = _sentences(text)
    assert short is None or short == _converted(text)


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
