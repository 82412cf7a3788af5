"""Whatever numbers a design states, no rule crashes on them or tells of endless ones."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from designkit.checks.checker import CRASHED, check
from designkit.checks.rule import Rule
from designkit.checks.rules import all_rules
from designkit.estimates.what_if import Change, changed
from designkit.model.figures import Path, stated_quantities
from designkit.source.loader import Loaded
from tests.mutated import DESIGNS, shipped
from tests.rule_examples import load_example

NUMBER = re.compile(
    r"(?<!tier: )(?<=[\s\[{:.])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?=[\s%,\]}.]|$)"
)
"""A number as examples write them, its unit left out."""

LARGEST = "1.7e308"
"""Too large in any unit that is more than one."""

EXTREMES = ("0", "1e-300", "1e290", LARGEST, "0..1e290")
ABSURD = (
    *EXTREMES,
    *("5e-324", "1e-60", "1e-9", "1", "1e9", "1e30", "1e60"),
    *("1e-300..1e-290", "1e280..1e290"),
)
ENDLESS = re.compile(r"\b(?:inf|infinity|nan)\b|[0-9,]{40}", re.IGNORECASE)
"""What no message holds: no number, or more digits than anybody reads."""

COMPUTING = tuple(rule for rule in all_rules() if NUMBER.search(rule.page.bad))
each_rule = pytest.mark.parametrize("rule", COMPUTING, ids=lambda rule: rule.name)


def faults(loaded: Loaded, *rules: Rule) -> Iterator[str]:
    """Give what rules say that they should never say."""
    for found in check(loaded, rules).diagnostics if loaded.design else ():
        if found.code == CRASHED or ENDLESS.search(found.message):
            yield f"{found.code} {found.message[:300]}"


def test_half_of_the_rules_have_a_number_in_their_page() -> None:
    assert len(COMPUTING) > 50


@each_rule
def test_one_number_everywhere_has_an_end(rule: Rule) -> None:
    texts = (rule.page.bad, rule.page.good)
    mutants = [NUMBER.sub(number, text) for text in texts for number in ABSURD]

    assert [f for text in mutants for f in faults(load_example(text, rule), rule)] == []


@each_rule
def test_each_number_in_its_turn_has_an_end(rule: Rule) -> None:
    text = rule.page.bad
    mutants = [
        text[: found.start()] + number + text[found.end() :]
        for found in NUMBER.finditer(text)
        for number in EXTREMES
    ]

    assert [f for text in mutants for f in faults(load_example(text, rule), rule)] == []


@each_rule
@settings(deadline=None, max_examples=8, phases=[Phase.explicit, Phase.generate])
@given(data=st.data())
def test_any_numbers_together_have_an_end(rule: Rule, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([rule.page.bad, rule.page.good]))
    numbers = st.sampled_from(ABSURD)
    mixed = NUMBER.sub(lambda found: data.draw(numbers | st.just(found[0])), text)

    assert list(faults(load_example(mixed, rule), rule)) == []


@settings(deadline=None, max_examples=12, phases=[Phase.explicit, Phase.generate])
@given(data=st.data())
def test_absurd_numbers_in_a_whole_design_have_an_end(data: st.DataObject) -> None:
    loaded = shipped(data.draw(st.sampled_from(DESIGNS)))
    assert loaded.design is not None
    places = [p for p, _ in stated_quantities(loaded.design) if p[0] != "flows"]
    chosen = data.draw(st.lists(st.sampled_from(places), max_size=40, unique=True))
    numbers = st.sampled_from([n for n in ABSURD if n != LARGEST])
    mutant = changed(
        loaded, tuple(change(loaded, path, data.draw(numbers)) for path in chosen)
    )

    assert list(faults(mutant, *all_rules())) == []


def change(loaded: Loaded, path: Path, number: str) -> Change:
    """Put `number` at `path`, with the unit that stands there."""
    quantity = dict(stated_quantities(loaded.design))[path]
    unit = quantity.text.rpartition("..")[2].lstrip("0123456789., ")
    return Change(tuple(map(str, path)), f"{number} {unit}")
