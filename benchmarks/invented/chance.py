"""Chance with a seed: the same note is the same in a desk of any size, and on every machine."""

from random import Random
from typing import TypeVar

T = TypeVar("T")


def chance(*seeds: object) -> Random:
    """A source of its own for whatever these words and numbers name."""
    return Random("/".join(map(str, seeds)))  # noqa: S311 - invents notes, guards nothing


def some(source: Random, things: tuple[T, ...], most: int) -> tuple[T, ...]:
    """From none to so many different ones, in the order they came up."""
    return tuple(source.sample(things, source.randint(0, min(most, len(things)))))


def happens(source: Random, percent: float) -> bool:
    """Whether something that is so in this many of a hundred is so here."""
    return source.random() * 100 < percent
