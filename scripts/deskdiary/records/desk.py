"""The desk: everything the notes say, together, with the look-ups that every rule needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from deskdiary.folding import fold
from deskdiary.records.library import Category, Library, Staff
from deskdiary.records.patron import Patron
from deskdiary.records.problem import Problem
from deskdiary.records.resource import Resource


@dataclass(frozen=True, slots=True, repr=False)
class Desk:
    """The library, its patrons and its resources, each in the order of their keys."""

    library: Library
    patrons: tuple[Patron, ...] = ()
    resources: tuple[Resource, ...] = ()
    problems: tuple[Problem, ...] = ()
    by_name: Mapping[str, Resource] = field(default_factory=dict)
    news_by_topic: Mapping[str, tuple[Resource, ...]] = field(default_factory=dict)
    """On each topic, what is on trial or has a day on which it came: most resources are no news."""

    def resource_called(self, name: str) -> Resource | None:
        """The resource whose key, title or other name this is."""
        return self.by_name.get(fold(name))

    def category_of(self, patron: Patron) -> Category | None:
        """The patron's category, else the library's default one, where it exists."""
        said = patron.category or self.library.default_category
        return self.library.categories.get(said.value) if said else None

    def staff_called(self, key: str | None) -> Staff | None:
        """The member of staff with this key."""
        return self.library.staff.get(key) if key else None


def desk_of(
    library: Library,
    patrons: Iterable[Patron] = (),
    resources: Iterable[Resource] = (),
    problems: Iterable[Problem] = (),
) -> Desk:
    """A desk, the same in whatever order its notes were read."""
    shelf = tuple(sorted(resources, key=lambda resource: resource.key))
    return Desk(
        library=library,
        patrons=tuple(sorted(patrons, key=lambda patron: patron.key)),
        resources=shelf,
        problems=tuple(problems),
        by_name=_by_name(shelf),
        news_by_topic=_news_by_topic(shelf),
    )


def _by_name(resources: tuple[Resource, ...]) -> Mapping[str, Resource]:
    """Keys win over titles, titles over other names, and the earlier key where two share one."""
    ranks = (
        [(resource.key, resource) for resource in resources],
        [(resource.title.value, resource) for resource in resources],
        [(name.value, resource) for resource in resources for name in resource.also_known_as],
    )
    names: dict[str, Resource] = {}
    for rank in ranks:
        for name, resource in rank:
            names.setdefault(fold(name), resource)
    return MappingProxyType(names)


def _news_by_topic(resources: tuple[Resource, ...]) -> Mapping[str, tuple[Resource, ...]]:
    topics: dict[str, tuple[Resource, ...]] = {}
    for resource in (each for each in resources if each.news):
        for topic in dict.fromkeys(fold(said.value) for said in resource.topics):
            topics[topic] = (*topics.get(topic, ()), resource)
    return MappingProxyType(topics)
