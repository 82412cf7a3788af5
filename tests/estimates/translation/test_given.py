"""Which functions figures are given: found in the source, before anything runs."""

from pathlib import Path

from inline_snapshot import snapshot

from designkit.estimates.translation.given import formulas, texts
from designkit.estimates.translation.table import entry, table, text

FILE = Path(__file__).parents[3] / "templates" / "page" / "formulas.json"


def test_a_formula_is_found_however_it_is_given() -> None:
    found = formulas()

    of_module = "estimates.formulas.traffic:peak_rate"
    of_topic = "estimates.topics.errors:_missed"
    without_name = "estimates.topics.cost:_month.<locals>.<lambda>"
    by_choice = "estimates.formulas.fine_tuning:adapter_work"
    by_a_method = "estimates.topics.experiment:_of_pool.<locals>.<lambda>"
    by_a_function = "estimates.formulas.guards:misses_of"
    in_a_class = "estimates.records:_of_jobs"
    assert {of_module, of_topic, without_name, by_choice} <= {*found}
    assert {by_a_method, by_a_function, in_a_class} <= {*found}
    assert found == tuple(sorted({*found}))


def test_units_write_their_numbers() -> None:
    assert texts() == snapshot(
        (
            "quantities.alike:bytes_like",
            "quantities.clock:shown_clock",
            "quantities.measure:_shown_bit_rate",
            "quantities.measure:_shown_byte_rate",
            "quantities.measure:_shown_points",
            "quantities.measure:_shown_rate",
            "quantities.measure:money.<locals>.<lambda>",
            "quantities.writing:shown_bytes",
            "quantities.writing:shown_duration",
            "quantities.writing:shown_energy",
            "quantities.writing:shown_fraction",
            "quantities.writing:shown_latency",
            "quantities.writing:shown_number",
            "quantities.writing:shown_power",
        )
    )


def test_a_function_of_a_module_takes_its_values_by_name() -> None:
    found = entry("estimates.topics.errors:_cost_of_find", is_figure=True)

    assert found.data == snapshot(
        {
            "name": "topics$errors$_cost_of_find",
            "js": "(false_, alarm, caught) => R.div(false_ * alarm, caught)",
            "given": "() => ({false: false_, alarm, caught}) => topics$errors$_cost_of_find(false_, alarm, caught)",
        }
    )


def test_a_function_without_a_name_is_told_what_it_is_bound_to() -> None:
    found = entry("estimates.desk:_looked_at.<locals>.<lambda>", is_figure=True)

    assert found.data == snapshot(
        {
            "given": "({is_rate}) => ({capacity, tasks}) => Math.min(1, R.div(capacity * (R.truth(is_rate) ? 86400 : 1), tasks))"
        }
    )


def test_a_text_takes_its_number_alone() -> None:
    found = entry("quantities.measure:money.<locals>.<lambda>", is_figure=False)

    assert found.data == snapshot(
        {
            "given": "({symbol}) => (amount) => `${R.str(quantities$measure$shown_amount(amount))} ${R.str(symbol)}`",
            "needs": ["quantities.measure:shown_amount"],
        }
    )


def test_the_table_has_all_that_its_entries_need() -> None:
    found = table(["estimates.topics.cost:_month.<locals>.<lambda>"], ())

    assert [it.key for it in found] == snapshot(
        [
            "estimates.formulas.cost:per_month",
            "estimates.topics.cost:_month.<locals>.<lambda>",
            "quantities.bounds:_require",
            "quantities.bounds:require_not_negative",
        ]
    )


def test_the_file_is_of_the_formulas_as_they_are() -> None:
    assert FILE.read_text("utf-8") == text()
