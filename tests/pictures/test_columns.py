from hypothesis import given
from hypothesis import strategies as st

from designkit.model.component import Flow, Mode
from designkit.pictures.columns import columns_of, rank, settled, spread

letters = st.sampled_from("abcdef")
ways = st.lists(st.tuples(letters, letters), max_size=15)


def flows(*ends: str | tuple[str, str]) -> tuple[Flow, ...]:
    return tuple(Flow(source=end[0], target=end[1], mode=Mode.CALL) for end in ends)


def test_what_comes_after_stands_further_right() -> None:
    assert rank("abcd", flows("ab", "bc", "ac", "ad")) == {
        "a": 0,
        "b": 1,
        "c": 2,
        "d": 1,
    }


def test_the_longest_way_counts_in_whatever_order_flows_are_written() -> None:
    assert rank("abc", flows("ac", "ab", "bc")) == rank("abc", flows("bc", "ab", "ac"))


def test_the_flow_that_closes_a_circle_is_passed_over() -> None:
    assert rank("abc", flows("ab", "bc", "ca")) == {"a": 0, "b": 1, "c": 2}
    assert rank("abc", flows("ca", "ab", "bc")) == {"c": 0, "a": 1, "b": 2}
    assert rank("a", flows("aa")) == {"a": 0}


def test_flows_to_what_is_not_shown_do_not_count() -> None:
    assert rank("bc", flows("ab", "bx", "xc")) == {"b": 0, "c": 0}


@given(ends=ways)
def test_every_flow_that_was_kept_leads_to_the_right(
    ends: list[tuple[str, str]],
) -> None:
    ranks = rank("abcdef", flows(*ends))
    forward = [end for end in ends if ranks[end[0]] < ranks[end[1]]]

    assert set(ranks) == set("abcdef")
    assert set(ranks.values()) == set(range(max(ranks.values()) + 1))
    assert rank("abcdef", flows(*forward)) == ranks


def test_columns_are_filled_by_rank() -> None:
    chain = flows("ab", "bc", "cd", "de")
    narrow = tuple((id,) for id in "abcde")

    assert columns_of("abcde", chain, deep=1, most=9) == narrow
    assert columns_of("abcde", chain, deep=3, most=9) == (
        ("a", "b"),
        ("c", "d"),
        ("e",),
    )


def test_what_has_the_same_rank_shares_a_column_until_it_is_full() -> None:
    fan = flows("ab", "ac", "ad")

    assert columns_of("abcd", fan, deep=2, most=9) == (("a",), ("b", "c"), ("d",))


def test_the_last_column_takes_what_is_left() -> None:
    assert columns_of("abcd", (), deep=1, most=2) == (("a",), ("b", "c", "d"))


@given(ends=ways, deep=st.integers(1, 4), most=st.integers(1, 4))
def test_columns_hold_every_id_once(
    ends: list[tuple[str, str]], deep: int, most: int
) -> None:
    columns = columns_of("abcdef", flows(*ends), deep=deep, most=most)
    rows = settled(columns, flows(*ends))

    assert 1 <= len(columns) <= most
    assert sorted(id for column in columns for id in column) == list("abcdef")
    assert [sorted(column) for column in rows] == [sorted(c) for c in columns]


def test_no_ids_need_no_columns() -> None:
    assert columns_of((), (), deep=2, most=4) == ()


def test_neighbours_come_to_stand_side_by_side() -> None:
    columns = (("a", "b", "c"), ("d", "e", "f"))

    assert settled(columns, flows("af", "be", "cd")) == (
        ("c", "b", "a"),
        ("d", "e", "f"),
    )


def test_what_has_no_neighbours_stays() -> None:
    assert settled((("b", "a"), ("c",)), ()) == (("b", "a"), ("c",))


def test_what_is_left_over_does_not_pile_up_in_the_last_column() -> None:
    chain = flows("ab", "bc", "cd", "de", "ef")

    assert spread("abcdef", chain, 3) == (("a", "b"), ("c", "d"), ("e", "f"))
    assert spread("abcdef", chain, 8) == tuple((id,) for id in "abcdef")


def test_cards_with_a_flow_between_them_are_rather_apart() -> None:
    assert spread("abcd", flows("ab", "ac", "bd", "cd"), 3) == (
        ("a",),
        ("b", "c"),
        ("d",),
    )


def test_nothing_is_spread_over_no_columns() -> None:
    assert spread((), (), 3) == ()


@given(ends=ways, most=st.integers(1, 6))
def test_each_card_is_spread_once(ends: list[tuple[str, str]], most: int) -> None:
    columns = spread("abcdef", flows(*ends), most)

    assert sorted(id for column in columns for id in column) == list("abcdef")
    assert len(columns) <= most
