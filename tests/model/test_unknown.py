"""What is known of a whole is told; whoever asks for more gets no answer."""

from collections.abc import Callable
from operator import add, itemgetter

import pytest

from designkit.model.unknown import (
    OneOf,
    Open,
    OpenMapping,
    OpenSet,
    UnknownError,
    chosen,
    closure,
    grouped,
    known,
    mapped,
)

FEW = Open((1, 2))
NONE = Open[int](())
SET = OpenSet((1, 2))
MAP = OpenMapping({"a": 1})
WORD = OneOf(("monitor", "model-monitor"))


class Odd:
    """Something that nobody knows the number of."""

    def number(self) -> int:
        raise UnknownError


def is_even(item: int | Odd) -> bool:
    return (item.number() if isinstance(item, Odd) else item) % 2 == 0


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        pytest.param(lambda: bool(FEW), True, id="some are there"),
        pytest.param(lambda: 1 in FEW, True, id="one is there"),
        pytest.param(lambda: any(it > 1 for it in FEW), True, id="one fits"),
        pytest.param(
            lambda: FEW in ((), {}), False, id="what has members is not empty"
        ),
        pytest.param(lambda: FEW != (), True, id="nor is it the same as nothing"),
        pytest.param(lambda: FEW.index(2), 1, id="the place of a member"),
        pytest.param(lambda: known(add(FEW, (3,))), (1, 2, 3), id="joined"),
        pytest.param(lambda: known(add((3,), FEW)), (3, 1, 2), id="joined before"),
        pytest.param(lambda: 1 in SET, True, id="a member of a set"),
        pytest.param(lambda: {1}.isdisjoint(SET), False, id="sets that meet"),
        pytest.param(lambda: {1} & SET, {1}, id="what sets have in common"),
        pytest.param(lambda: {1} - SET, set(), id="what is left of a set"),
        pytest.param(lambda: set(known({3} | SET)), {1, 2, 3}, id="both sets"),
        pytest.param(lambda: MAP["a"], 1, id="an entry"),
        pytest.param(lambda: MAP.get("a"), 1, id="the same"),
        pytest.param(lambda: WORD == "gateway", False, id="another word"),
        pytest.param(lambda: WORD in ("lake", "cache"), False, id="none of these"),
    ],
)
def test_what_holds_in_any_case_is_told(
    answer: Callable[[], object], right: object
) -> None:
    assert answer() == right


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(lambda: len(FEW), id="how many"),
        pytest.param(lambda: list(FEW), id="all"),
        pytest.param(lambda: (*FEW,), id="all, spread"),
        pytest.param(lambda: set(FEW), id="all as a set"),
        pytest.param(lambda: max(FEW), id="the largest"),
        pytest.param(lambda: sorted(FEW), id="in order"),
        pytest.param(lambda: 3 in FEW, id="whether one is not there"),
        pytest.param(lambda: FEW[0], id="the first"),
        pytest.param(lambda: FEW * 2, id="twice"),
        pytest.param(lambda: FEW < (3,), id="less"),
        pytest.param(lambda: next(reversed(FEW)), id="the last"),
        pytest.param(lambda: FEW.count(1), id="how often"),
        pytest.param(lambda: FEW.index(3), id="the place of a stranger"),
        pytest.param(lambda: FEW == (1, 2), id="the same"),
        pytest.param(lambda: bool(NONE), id="whether any is there"),
        pytest.param(lambda: NONE == (), id="whether it is empty"),
        pytest.param(lambda: 3 in SET, id="a stranger to a set"),
        pytest.param(lambda: set(SET), id="all of a set"),
        pytest.param(lambda: {3} - SET, id="what is left of a set"),
        pytest.param(lambda: {3}.isdisjoint(SET), id="whether sets are apart"),
        pytest.param(lambda: frozenset().union(SET), id="a set with all"),
        pytest.param(lambda: SET.intersection({1}), id="what a frozen set does"),
        pytest.param(lambda: len(SET), id="how many in a set"),
        pytest.param(lambda: MAP.get("b"), id="another entry"),
        pytest.param(lambda: dict(MAP), id="all entries"),
        pytest.param(lambda: {**MAP}, id="all entries, spread"),
        pytest.param(lambda: [*MAP.items()], id="all pairs"),
        pytest.param(lambda: len(MAP), id="how many entries"),
        pytest.param(lambda: MAP == {"a": 1}, id="the same entries"),
        pytest.param(lambda: WORD == "monitor", id="one of the choices"),
        pytest.param(lambda: {"monitor": 1}.get(WORD), id="what it leads to"),
        pytest.param(lambda: f"{WORD}", id="its text"),
        pytest.param(lambda: WORD.startswith("m"), id="its letters"),
    ],
)
def test_what_nobody_knows_is_not_told(question: Callable[[], object]) -> None:
    with pytest.raises(UnknownError):
        question()


def test_a_mapping_may_lack_the_values_of_some_keys_only() -> None:
    some = OpenMapping({"a": 1}, frozenset({"b"}))

    assert some.get("c") is None
    with pytest.raises(UnknownError):
        some.get("b")


def test_what_surely_fits_is_chosen_and_what_may_fit_is_kept_in_mind() -> None:
    odd = Odd()
    found = chosen((1, odd, 2), is_even)

    assert isinstance(found, Open)
    assert (known(found), found.maybe, found.endless) == ((2,), (odd,), False)


def test_a_choice_is_closed_where_nothing_else_can_fit() -> None:
    items = Open((1, 2), (3, 4), endless=False)

    assert chosen(items, lambda item: item in (1, 2)) == (1, 2)


def test_a_choice_among_what_has_no_end_has_none() -> None:
    assert isinstance(chosen(FEW, is_even), Open)


def test_every_group_is_open_that_something_homeless_may_belong_to() -> None:
    whole = grouped((1, 2, 4), is_even, (True, False))
    partly = grouped((1, Odd(), 4), is_even, (True, False))

    assert whole == {True: (2, 4), False: (1,)}
    assert {key: known(group) for key, group in partly.items()} == {
        True: (4,),
        False: (1,),
    }
    assert all(isinstance(group, Open) for group in partly.values())


def test_the_keys_of_what_is_partly_known_are_an_open_set() -> None:
    assert mapped((1, 2), is_even) == {True, False}
    assert isinstance(mapped((2, Odd()), is_even), OpenSet)


class Way(tuple[object, object]):
    """Two ends; who asks for one that is unknown gets no answer."""

    def __getitem__(self, at: int) -> object:
        end = super().__getitem__(at)
        if end is None:
            raise UnknownError
        return end


HERE, THERE = itemgetter(0), itemgetter(1)


@pytest.mark.parametrize(
    ("ways", "is_open"),
    [
        pytest.param([("a", "b"), ("b", "c")], False, id="all ends are known"),
        pytest.param([("a", "b"), ("b", "c"), ("x", None)], False, id="from elsewhere"),
        pytest.param(
            [("a", "b"), ("b", "c"), (None, "c")], False, id="to what is reached"
        ),
        pytest.param([("a", "b"), ("b", "c"), ("b", None)], True, id="may lead on"),
        pytest.param(
            [("a", "b"), ("b", "c"), (None, "d")], True, id="may come from here"
        ),
    ],
)
def test_what_is_reached_is_open_only_where_a_way_may_lead_on(
    ways: list[tuple[str | None, str | None]], is_open: bool
) -> None:
    found = closure(("a",), [Way(way) for way in ways], HERE, THERE)

    assert isinstance(found, OpenSet) is is_open
    assert set(known(found)) == {"b", "c"}
