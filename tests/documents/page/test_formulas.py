"""The script of a page has the formulas that its figures need."""

import pytest
from inline_snapshot import snapshot

from designkit.documents.page.formulas import script


def test_a_script_has_what_is_asked_for_and_what_that_needs() -> None:
    keys = [
        "quantities.measure:money.<locals>.<lambda>",
        "estimates.formulas.federated:updates",
        "estimates.formulas.federated:updates",
    ]

    assert script(keys) == snapshot("""\
globalThis.designkitFormulas = (R) => {
const f0 = R.finite((asked, drop_out) => { f1({asked: asked}); f2({drop_out: drop_out}); return asked * (1 - drop_out); });
const f3 = (holds, name, place) => { if (!R.truth(holds)) { R.refuse(`the ${R.str(name.split("_").join(" "))} must lie ${R.str(place)}`); } };
const f1 = (numbers) => { let name, number; for ([name, number] of Object.entries(numbers)) { f3(0 <= number && number <= 1e+60, name, "not below 0 and not above 1e60"); } };
const f2 = (numbers) => { let name, number; for ([name, number] of Object.entries(numbers)) { f3(0 <= number && number <= 1, name, "from 0 to 1"); } };
const f4 = (amount) => { if (Math.abs(amount) >= 1000) { return f5(amount); } return Math.abs(amount) >= 0.1 || !R.truth(amount) ? `${R.format(amount, `.2f`)}` : `${R.format(amount, `.3g`)}`; };
const f6 = (count) => { let size, unit, scaled, is_long; for ([size, unit] of [[1000000000000, "T"], [1000000000, "bn"], [1000000, "M"]]) { if (count >= 10 * size) { scaled = R.div(count, size); is_long = 999.5 <= scaled && scaled < 10000; return R.truth(is_long) ? `${R.format(scaled, `,.0f`)} ${R.str(unit)}` : `${R.format(scaled, `.3g`)} ${R.str(unit)}`; } } return `${R.format(count, `,.0f`)}`; };
const f5 = (number) => { if (Math.abs(number) >= 1e+16) { return `${R.format(number, `.3g`)}`; } if (Math.abs(number) >= 99.95 || number === R.round(number)) { return f6(number); } return `${R.format(number, `.3g`)}`; };
return {
"estimates.formulas.federated:updates": () => ({asked, drop_out}) => f0(asked, drop_out),
"quantities.measure:money.<locals>.<lambda>": ({symbol}) => (amount) => `${R.str(f4(amount))} ${R.str(symbol)}`
};
};
""")


def test_a_key_without_a_formula_is_an_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        script(["nowhere:at_all"])
