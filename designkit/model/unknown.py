"""What is known of a design that did not load in part, and what is not.

Who asks for something unknown gets no answer but an `UnknownError`, so whatever is
found without one holds, whatever the unknown part turns out to be. What is known
comes first, in the order of the file.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from typing import Generic, NoReturn, TypeVar, cast

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")


class UnknownError(Exception):
    """Something was asked for that did not load."""


class Open(tuple[T, ...]):
    """A tuple of which some members are known, and more may follow.

    `maybe` are those of which it is unknown whether they belong to it; if it is
    `endless`, there may be others.
    """

    maybe: tuple[T, ...]
    endless: bool

    def __new__(
        cls, known: Iterable[T], maybe: Iterable[T] = (), *, endless: bool = True
    ) -> "Open[T]":
        """Make one of the members that are known."""
        made = super().__new__(cls, tuple(known))
        made.maybe, made.endless = tuple(maybe), endless
        return made

    def __iter__(self) -> Iterator[T]:
        """Give what is known; there is no end."""
        yield from super().__iter__()
        raise UnknownError

    def __bool__(self) -> bool:
        """Whether anything belongs to it."""
        return super().__len__() > 0 or _refuse()

    def __contains__(self, item: object) -> bool:
        """Whether `item` belongs to it; if not surely, nobody knows."""
        return super().__contains__(item) or _refuse()

    def __add__(self, other: tuple[object, ...]) -> "Open[T]":
        """Join what is known of both."""
        return _joined(self, cast("tuple[T, ...]", other))

    def __radd__(self, other: tuple[T, ...]) -> "Open[T]":
        """Join what is known of both."""
        return _joined(other, self)

    def __eq__(self, other: object) -> bool:
        """Whether both are the same; one with members is not empty."""
        if other is self:
            return True
        return False if other in ((), {}) and self else _refuse()

    def __ne__(self, other: object) -> bool:
        """Whether they differ."""
        return not self == other

    def __hash__(self) -> int:
        """Tell it from others by what it is, not by what it holds."""
        return id(self)

    def __len__(self) -> int:
        """Refuse: nobody knows how many there are."""
        return _refuse()

    def __getitem__(self, at: object) -> NoReturn:
        """Refuse: nobody knows the places."""
        _refuse()

    def __lt__(self, other: object) -> bool:
        """Refuse: nobody knows the order."""
        return _refuse()

    __le__ = __gt__ = __ge__ = __lt__
    __mul__ = __rmul__ = __lt__  # type: ignore[assignment]

    def __reversed__(self) -> NoReturn:
        """Refuse: nobody knows the last."""
        _refuse()

    def count(self, item: object) -> int:
        """Refuse: nobody knows how often `item` is there."""
        return _refuse()

    def index(self, item: object, *within: object) -> int:
        """Return the place of `item` among those that are known."""
        return known(self).index(cast("T", item)) if item in self else _refuse()


class OpenSet(Set[T]):
    """A set of which some members are known, and more may belong to it."""

    def __init__(self, members: Iterable[T]) -> None:
        """Make one of the members that are known."""
        self.members = frozenset(members)

    def __iter__(self) -> Iterator[T]:
        """Give what is known; there is no end."""
        yield from self.members
        raise UnknownError

    @classmethod
    def _from_iterable(cls, it: Iterable[V]) -> Set[V]:  # what is left may be known
        return frozenset(it)

    def __or__(self, other: Set[V]) -> "OpenSet[T | V]":
        """Join what is known of both."""
        return OpenSet((*self.members, *known(other)))

    __ror__ = __or__

    def __contains__(self, item: object) -> bool:
        """Whether `item` belongs to it; if not surely, nobody knows."""
        return item in self.members or _refuse()

    def __len__(self) -> int:
        """Refuse: nobody knows how many there are."""
        return _refuse()

    def __bool__(self) -> bool:
        """Whether anything belongs to it."""
        return bool(self.members) or _refuse()

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse what else a frozen set does."""
        _refuse()


def open_set(members: Iterable[T]) -> frozenset[T]:
    """Return a set that has `members`, and of others refuses to say; see `OpenSet`."""
    return cast("frozenset[T]", OpenSet(members))


class OpenMapping(Mapping[K, V], Generic[K, V]):
    """A mapping of which the values at some keys are known.

    Those at `unknown` are not; without it, nobody knows at which others. With `maybe`
    there may be these entries, and no others.
    """

    def __init__(
        self,
        entries: Mapping[K, V],
        unknown: frozenset[K] | None = None,
        maybe: Mapping[K, V] | None = None,
    ) -> None:
        """Make one of what is known."""
        self.entries, self.maybe = dict(entries), dict(maybe or {})
        self.unknown = frozenset(self.maybe) if self.maybe else unknown

    def __getitem__(self, key: K) -> V:
        """Return what stands at `key`, if that is known."""
        return self.entries[key] if key in self else self._without(key)

    def _without(self, key: K) -> NoReturn:
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        """Whether something stands at `key`."""
        unsure = self.unknown is None or key in self.unknown
        return key in self.entries or (unsure and _refuse())

    def __iter__(self) -> Iterator[K]:
        """Give the keys that are known; there is no end."""
        yield from self.entries
        raise UnknownError

    def values(self) -> "Open[V]":  # type: ignore[override]
        """Give the values that are known; there is no end."""
        more = self.maybe
        return Open(self.entries.values(), more.values(), endless=not more)

    def items(self) -> "Open[tuple[K, V]]":  # type: ignore[override]
        """Give the entries that are known; there is no end."""
        more = self.maybe
        return Open(self.entries.items(), more.items(), endless=not more)

    def __len__(self) -> int:
        """Refuse: nobody knows how many there are."""
        return _refuse()

    def __bool__(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.entries) or _refuse()

    def __eq__(self, other: object) -> bool:
        """Whether both are the same; one with entries is not empty."""
        if other is self:
            return True
        return False if other in ((), {}) and self else _refuse()

    def __hash__(self) -> int:
        """Tell it from others by what it is, not by what it holds."""
        return id(self)


class OneOf:
    """A word that was misspelt: one of some `choices`, and surely no other."""

    def __init__(self, choices: Iterable[str]) -> None:
        """Make one that may be any of `choices`."""
        self.choices = frozenset(choices)

    def __eq__(self, other: object) -> bool:
        """Whether it is `other`; no, or nobody knows."""
        return (other is self or other in self.choices) and _refuse()

    def __hash__(self) -> int:
        """Refuse: nobody knows where to look it up."""
        return _refuse()

    def __bool__(self) -> bool:
        """Whether there is a word at all."""
        return True

    def __str__(self) -> str:
        """Refuse: nobody knows how it is spelt."""
        return _refuse()

    def __format__(self, form: str) -> str:
        """Refuse: nobody knows how it is spelt."""
        return _refuse()

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse what else a text does."""
        _refuse()


def _refuse() -> NoReturn:
    raise UnknownError


def _joined(first: tuple[T, ...], second: tuple[T, ...]) -> Open[T]:
    both = (first, second)
    maybe = (item for part in both if isinstance(part, Open) for item in part.maybe)
    endless = any(part.endless for part in both if isinstance(part, Open))
    return Open((*known(first), *known(second)), maybe, endless=endless)


def known(items: Iterable[T]) -> tuple[T, ...]:
    """Return the members of `items` that are known, and say nothing of others."""
    if isinstance(items, Open):
        return tuple(tuple.__iter__(items))
    if isinstance(items, OpenSet):
        return tuple(items.members)
    return tuple(items.entries if isinstance(items, OpenMapping) else items)


def chosen(items: Collection[T], fits: Callable[[T], bool]) -> tuple[T, ...]:
    """Return those of `items` that fit.

    It is open where of some of them that is unknown, or where what more may belong to
    `items` may fit.
    """
    try:
        return tuple(item for item in items if fits(item))
    except UnknownError:
        return _surely_chosen(items, fits)


def _surely_chosen(items: Collection[T], fits: Callable[[T], bool]) -> tuple[T, ...]:
    answers = [(item, _fits(fits, item)) for item in known(items)]
    yes = tuple(item for item, fit in answers if fit)
    maybe = [item for item, fit in answers if fit is None]
    more = items.maybe if isinstance(items, Open) else ()
    maybe += [item for item in more if _fits(fits, item) is not False]
    endless = isinstance(items, Open) and items.endless
    return Open(yes, maybe, endless=endless) if maybe or endless else yes


def _fits(fits: Callable[[T], bool], item: T) -> bool | None:
    try:
        return fits(item)
    except UnknownError:
        return None


def mapped(items: Collection[T], key: Callable[[T], K]) -> frozenset[K]:
    """Return the `key` of each of `items`; an open set where one is unknown."""
    try:
        return frozenset(map(key, items))
    except UnknownError:
        told = (_told(key, item) for item in known(items))
        return open_set(each for each in told if each is not None)


def grouped(
    items: Collection[T], key: Callable[[T], K], keys: Iterable[K]
) -> Mapping[K, tuple[T, ...]]:
    """Return the `items` by their `key`, a group for each of `keys`.

    A group is open if an item may belong to it of which the key is unknown.
    """
    found: dict[K, list[T]] = {each: [] for each in keys}
    maybe: dict[K, list[T]] = {}
    homeless: list[T] = []
    for item in known(items):
        home = _told(key, item)
        (homeless if home is None else found[home]).append(item)
    for item in items.maybe if isinstance(items, Open) else ():
        home = _told(key, item)
        (homeless if home is None else maybe.setdefault(home, [])).append(item)
    endless = isinstance(items, Open) and items.endless
    return {
        each: _group(group, (*homeless, *maybe.get(each, ())), endless)
        for each, group in found.items()
    }


def _group(sure: list[T], maybe: tuple[T, ...], endless: bool) -> tuple[T, ...]:
    return Open(sure, maybe, endless=endless) if maybe or endless else tuple(sure)


def _told(question: Callable[[T], K], of: T) -> K | None:
    """Return the answer to `question`, or nothing if it is unknown."""
    try:
        told = question(of)
        hash(told)  # one of several cannot be looked up
    except UnknownError:
        return None
    return told


def closure(
    starts: Collection[K],
    ways: Collection[T],
    here: Callable[[T], K],
    there: Callable[[T], K],
) -> frozenset[K]:
    """Return what `starts` reach over one of `ways` or more, each from here to there.

    It is an open set where a way may lead on of which an end is unknown.
    """
    try:
        return _reached(starts, [(here(way), there(way)) for way in ways])
    except UnknownError:
        return _surely_reached(starts, ways, here, there)


def _surely_reached(
    starts: Collection[K],
    ways: Collection[T],
    here: Callable[[T], K],
    there: Callable[[T], K],
) -> frozenset[K]:
    pairs = [(_told(here, way), _told(there, way)) for way in known(ways)]
    sure = [(a, b) for a, b in pairs if a is not None and b is not None]
    found = _reached(known(starts), sure)
    passed = found.union(known(starts))
    more = ways.maybe if isinstance(ways, Open) else ()
    doubtful = [ends for ends in pairs if None in ends]
    doubtful += [(_told(here, way), _told(there, way)) for way in more]
    leads_on = any(
        (a is None or a in passed) and (b is None or b not in found)
        for a, b in doubtful
    )
    is_open = isinstance(starts, Open | OpenSet) or leads_on
    is_endless = isinstance(ways, Open) and ways.endless
    return open_set(found) if is_open or is_endless else found


def _reached(starts: Iterable[K], ways: Iterable[tuple[K, K]]) -> frozenset[K]:
    onward: dict[K, list[K]] = {}
    for here, there in ways:
        onward.setdefault(here, []).append(there)
    found: set[K] = set()
    waiting = list(starts)
    while waiting:
        fresh = [end for end in onward.get(waiting.pop(), ()) if end not in found]
        found.update(fresh)
        waiting += fresh
    return frozenset(found)
