"""A note's own text on its page: plain sentences go a short way, and come out as they would the long way."""

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
