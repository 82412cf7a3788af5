"""The tables of a store, with what they take from it."""

from designkit.analysis.tables import read_alone, tables
from tests.cases import case_of


def test_a_store_without_tables_is_one_itself() -> None:
    facts = case_of("components: {s: {kind: online-store, entities: 1 M, ttl: 1 d}}\n")
    (only,) = tables(facts.design.components["s"])

    assert (only.id, str(only.entities), only.ttl_path[-2:]) == (
        "",
        "1 M",
        ("s", "ttl"),
    )


def test_a_table_without_a_lifetime_has_that_of_its_store() -> None:
    facts = case_of(
        "components:\n"
        "  s: {kind: online-store, ttl: 1 d, tables: {a: {ttl: 1 h}, b: {entities: 3}}}\n"
    )
    found = tables(facts.design.components["s"])

    assert [(it.id, str(it.ttl), it.ttl_path[-2]) for it in found] == [
        ("a", "1 h", "a"),
        ("b", "1 d", "s"),
    ]


def test_a_table_is_read_alone_by_those_who_read_no_other() -> None:
    facts = case_of(
        "components:\n"
        "  s:\n"
        "    kind: prediction-store\n"
        "    tables:\n"
        "      a: {read-by: home}\n"
        "      b: {read-by: [mail, door]}\n"
        "      c: {read-by: door}\n"
        "      d: {entities: 3}\n"
        "  home: {kind: service}\n"
        "  mail: {kind: service}\n"
        "  door: {kind: service}\n"
    )
    found = read_alone(facts.design.components["s"])

    assert [(table.id, sorted(readers)) for table, readers in found] == [
        ("a", ["home"])
    ]
