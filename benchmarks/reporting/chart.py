"""The builds as bars, in a picture of its own: no script, no font and nothing asked of anybody."""

import re
from xml.etree.ElementTree import Element, tostring

import pygal  # type: ignore[import-untyped]
from pygal.style import Style  # type: ignore[import-untyped]

from benchmarks.measuring.sample import Run
from benchmarks.reporting.arithmetic import median
from benchmarks.reporting.tables import BESIDE, figure

_OURS, _OTHERS = "#00695c", "#9e9e9e"
_REMARK = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_TITLE = "How long a build takes"


def alternative(run: Run) -> str:
    """What is to be seen, in a sentence for those who do not see it."""
    told = (f"{says.replace('`', '')} {figure(seconds, 's')}" for says, seconds in _bars(run))
    return f"{_TITLE} with {run.patrons:,} patrons: {'; '.join(told)}."


def chart(run: Run) -> str:
    """The picture as SVG."""
    drawn = _drawn(tuple(_bars(run)))
    for parent in tuple(drawn.iter()):
        for child in tuple(parent):
            # Where a remark of pygal's stands there is no name, but a function.
            tag = str(child.tag).rpartition("}")[2]
            if tag == "script" or callable(child.tag):
                parent.remove(child)
            elif tag == "style":
                child.text = _REMARK.sub("", child.text or "")
    drawn.set("role", "img")
    for place, (tag, text) in enumerate((("title", _TITLE), ("desc", alternative(run)))):
        said = Element(tag)
        said.text = text
        drawn.insert(place, said)
    return tostring(drawn, encoding="unicode") + "\n"


def _bars(run: Run) -> tuple[tuple[str, float], ...]:
    found = ((says, median(run, key)) for key, says in BESIDE)
    return tuple((says, seconds) for says, seconds in found if seconds is not None)


def _drawn(bars: tuple[tuple[str, float], ...]) -> Element:
    drawing = pygal.HorizontalBar(
        width=900,
        height=60 + 36 * len(bars),
        style=Style(
            background="white",
            plot_background="white",
            font_family="sans-serif",
            label_font_size=14,
        ),
        js=[],
        css=["file://style.css", "file://graph.css"],
        no_prefix=True,
        pretty_print=True,
        show_legend=False,
        truncate_label=-1,
    )
    # Lying bars are drawn from the bottom, and read from the top.
    drawing.x_labels = [
        f"{says.replace('`', '')}: {figure(seconds, 's')}" for says, seconds in reversed(bars)
    ]
    drawing.add("", [_bar(says, seconds) for says, seconds in reversed(bars)])
    drawn: Element = drawing.render_tree()
    return drawn


def _bar(says: str, seconds: float) -> dict[str, object]:
    return {"value": seconds, "color": _OURS if "deskdiary" in says else _OTHERS}
