"""Charts as SVG for a page: numbers in, markup out. The colours are the style sheet's, for light and dark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markupsafe import Markup

from deskdiary.pages.escaping import escape

WIDTH, HEIGHT, LETTERS = 400, 230, 13
_ROW, _AROUND = 26, 40
_MOST_LABELS = 8
_TICKS = 6
_KEPT = {
    "g": ("transform",),
    "rect": ("x", "y", "width", "height"),
    "path": ("d",),
    "text": ("x", "y", "transform"),
}
_LEFT_OUT = frozenset({"background", "overlay", "text-overlay", "tooltip-overlay", "titles"})
_LONG_NUMBER = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Series:
    """The parts of the bars that have one colour: `look` is the class that the style sheet colours."""

    name: str
    look: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars, upright or lying. `says` tells in a sentence what is to be seen.

    The legend and the numbers themselves stand beside the chart.
    """

    key: str
    title: str
    says: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    lying: bool = False

    @property
    def shown(self) -> tuple[Series, ...]:
        """The series that have anything to show."""
        return tuple(each for each in self.series if any(each.values))

    @property
    def longest(self) -> int:
        """The length of the longest bar."""
        return max(
            (sum(each) for each in zip(*(series.values for series in self.shown), strict=True)), default=0
        )


def svg(chart: Chart) -> Markup:
    """The chart as an element of a page: no script, no style of its own, nothing asked of anybody."""
    drawn = _drawn(chart)
    return Markup(
        '<svg class="dd-svg{lying}" viewBox="{box}" role="img" aria-labelledby="{key}-title {key}-says">'
        '<title id="{key}-title">{title}</title><desc id="{key}-says">{says}</desc>{parts}</svg>'
    ).format(
        lying=" dd-lying" if chart.lying else "",
        box=escape(drawn.get("viewBox") or ""),
        key=escape(chart.key),
        title=escape(chart.title),
        says=escape(chart.says),
        parts=Markup("").join(_parts(drawn, chart.shown)),
    )


def ticks(longest: int) -> tuple[int, ...]:
    """Whole, round numbers along a scale, in steps of 1, 2 or 5, or ten times that, and so on."""
    step = next(
        factor * 10**power
        for power in range(len(str(longest)) + 1)
        for factor in (1, 2, 5)
        if factor * 10**power * _TICKS >= longest
    )
    return tuple(range(0, longest + step, step))


def _drawn(chart: Chart) -> Element:
    """The chart as pygal draws it. Imported here, as nothing but this page needs it."""
    import pygal  # type: ignore[import-untyped]  # noqa: PLC0415
    from pygal.style import Style  # type: ignore[import-untyped]  # noqa: PLC0415

    kind = pygal.HorizontalStackedBar if chart.lying else pygal.StackedBar
    drawing = kind(
        width=WIDTH,
        height=_AROUND + _ROW * len(chart.labels) if chart.lying else HEIGHT,
        style=Style(label_font_size=LETTERS, major_label_font_size=LETTERS),
        css=[],
        js=[],
        no_prefix=True,
        margin=6,
        show_legend=False,
        truncate_label=-1,
        y_labels=ticks(chart.longest),
        x_labels_major_every=2,
        show_minor_x_labels=chart.lying or len(chart.labels) <= _MOST_LABELS,
    )
    # Lying bars are drawn from the bottom, and read from the top.
    order = -1 if chart.lying else 1
    drawing.x_labels = chart.labels[::order]
    for each in chart.shown:
        drawing.add(each.name, each.values[::order])
    drawn: Element = drawing.render_tree()
    return drawn


def _parts(element: Element, shown: tuple[Series, ...]) -> Iterator[Markup]:
    """What is to be seen of an element's children: pygal's own remarks, scripts and hints are left out."""
    for child in element:
        names = str(child.get("class") or "").split()
        tag = str(child.tag).rpartition("}")[2]
        if tag not in _KEPT or _LEFT_OUT.intersection(names):
            continue
        inner = Markup("").join((escape(child.text or "").strip(), *_parts(child, shown)))
        if (tag == "g" and not inner) or (tag == "rect" and not _has_size(child)):
            continue
        yield Markup("<{tag}{attributes}>{inner}</{tag}>").format(
            tag=tag, attributes=_attributes(child, tag, names, shown), inner=inner
        )


def _attributes(element: Element, tag: str, names: list[str], shown: tuple[Series, ...]) -> Markup:
    looks = [shown[int(name[len("color-") :])].look if name.startswith("color-") else name for name in names]
    kept = [("class", " ".join(looks))] if looks else []
    kept += [(name, _shorter(value)) for name in _KEPT[tag] if (value := element.get(name))]
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in kept)


def _has_size(rect: Element) -> bool:
    return float(rect.get("width") or 0) > 0 and float(rect.get("height") or 0) > 0


def _shorter(value: str) -> str:
    """Places with one decimal: nobody sees more, and no machine reckons it otherwise."""
    return _LONG_NUMBER.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), value)
