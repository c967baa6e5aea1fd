"""Letters as somebody types them who leaves out accents: what finds whom."""

import pytest

from deskdiary.plain_letters import plain_letters


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        pytest.param("Wiśniewska", "wisniewska", id="an accent"),
        pytest.param(
            "Wis\N{COMBINING ACUTE ACCENT}niewska", "wisniewska", id="the accent as a sign of its own"
        ),
        pytest.param("ŁÓDŹ", "lodz", id="a stroke through the letter"),
        pytest.param("Sørensen", "sorensen", id="Danish"),
        pytest.param("Đorđević", "dordevic", id="Serbian"),
        pytest.param("Weiß", "weiss", id="two letters for one"),
        pytest.param("Siân Llŷr", "sian llyr", id="Welsh"),
        pytest.param("O’Brien", "obrien", id="an apostrophe"),
        pytest.param("Morgan‐Lloyd", "morgan-lloyd", id="another hyphen"),
        pytest.param("ΝΙΚΟΣ", "νικοσ", id="a sigma at the end"),
        pytest.param("سمية", "سمية", id="letters of which none is left out"),
    ],
)
def test_a_name_is_found_without_what_is_hard_to_type(written: str, typed: str) -> None:
    assert plain_letters(written) == typed


def test_what_is_typed_plainly_stays_as_it_is() -> None:
    assert plain_letters("pv10382 p-k7f2 a/b (2)") == "pv10382 p-k7f2 a/b (2)"
