"""Circles in a graph."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.model.cycles import cycles_of

nodes = st.sampled_from("abcdefgh")
graphs = st.lists(st.tuples(nodes, nodes), max_size=24)


def test_each_knot_gives_its_shortest_cycle_from_its_first_node() -> None:
    ends = ["ba", "ab", "bc", "ca", "de", "ef", "fd", "gg", "ah", "fh"]

    assert cycles_of((end[0], end[1]) for end in ends) == (
        ("a", "b"),
        ("d", "e", "f"),
        ("g",),
    )


def test_a_chain_of_many_has_no_cycle_and_needs_no_recursion() -> None:
    names = [f"n{number}" for number in range(5000)]

    assert cycles_of(pairwise(names)) == ()


def reach(ends: list[tuple[str, str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        node = waiting.pop()
        onward = {target for source, target in ends if source == node} - found
        found |= onward
        waiting.extend(onward)
    return found


@given(graphs)
@settings(deadline=None, max_examples=150)
def test_what_reaches_itself_is_in_a_knot_with_a_cycle(
    ends: list[tuple[str, str]],
) -> None:
    cycles = cycles_of(ends)
    circular = {node for end in ends for node in end if node in reach(ends, node)}
    knots = {
        frozenset(
            other
            for other in circular
            if other in reach(ends, node) and node in reach(ends, other)
        )
        for node in circular
    }

    assert {min(knot) for knot in knots} == {cycle[0] for cycle in cycles}
    for cycle in cycles:
        assert set(zip(cycle, (*cycle[1:], cycle[0]), strict=True)) <= set(ends)


@given(graphs)
@settings(deadline=None, max_examples=50)
def test_where_the_cycles_are_does_not_hang_on_the_order_of_the_edges(
    ends: list[tuple[str, str]],
) -> None:
    turned = list(reversed(ends))

    assert [c[0] for c in cycles_of(turned)] == [c[0] for c in cycles_of(ends)]
    assert [len(c) for c in cycles_of(turned)] == [len(c) for c in cycles_of(ends)]
