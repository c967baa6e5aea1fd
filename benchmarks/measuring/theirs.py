"""What the peers are measured by: the same pages built, built again, and built after a change."""

from collections.abc import Iterator

from benchmarks.measuring.measure import Measure, Numbers, process
from benchmarks.measuring.ours import change
from benchmarks.measuring.place import Place
from benchmarks.peers.makers import peers
from benchmarks.peers.peer import Peer, note_pages

SLOW = ("material", "zensical")
_LINE = "Left an umbrella by the desk on the way out."


def theirs(rounds: int, slow_rounds: int) -> Iterator[Measure]:
    """Cold for each; the others for those that remember what they built. To the rest all is cold."""
    for peer in peers():
        times = slow_rounds if peer.key in SLOW else rounds
        yield Measure(f"{peer.key}-cold", f"{peer.title}, cold", times, _Cold(peer))
        if peer.remembers:
            yield Measure(f"{peer.key}-unchanged", f"{peer.title}, nothing changed", times, _Again(peer))
            yield Measure(f"{peer.key}-changed", f"{peer.title}, one page changed", times, _Changed(peer))


class _Again:
    """Build with what was built before in place."""

    def __init__(self, peer: Peer) -> None:
        self.peer = peer

    def __call__(self, place: Place) -> Numbers:
        return process(self.peer.build(place))


class _Cold(_Again):
    """Build with nothing in place."""

    def __call__(self, place: Place) -> Numbers:
        self.peer.forget(place)
        return super().__call__(place)


class _Changed(_Again):
    """Build after a line was added to one page."""

    def __call__(self, place: Place) -> Numbers:
        pages = note_pages(self.peer.content(place))
        change(pages[len(pages) // 2], _LINE)
        return super().__call__(place)
