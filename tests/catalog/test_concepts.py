"""Every concept card is whole, names what exists, and its sums come out."""

import math
import re
from statistics import NormalDist

import pytest

from designkit.catalog.concept import Concept
from designkit.catalog.kinds import kind
from designkit.catalog.systems import SYSTEMS
from designkit.checks.explanation import explanations
from designkit.source.concepts import all_concepts, find_concept, read_concept
from tests.mutated import DESIGNS, shipped

CARDS = tuple(all_concepts().values())
every_card = pytest.mark.parametrize("card", CARDS, ids=[card.id for card in CARDS])

NORMAL = NormalDist()
KNOWN = {name: getattr(math, name) for name in dir(math) if not name.startswith("_")}
KNOWN |= {"Phi": NORMAL.cdf, "z": NORMAL.inv_cdf, "sum": sum, "range": range}
KNOWN |= {"max": max, "min": min, "round": round, "abs": abs}
SHOWN = re.compile(r"(-?[\d,]*\.?\d+(?:e-?\d+)?)\s*(\S*)")
WORTH = {
    **{"": 1, "%": 1e-2, "k": 1e3, "M": 1e6, "bn": 1e9, "T": 1e12, "/s": 1, "k/s": 1e3},
    **{"M/s": 1e6, "ms": 1e-3, "s": 1, "min": 60, "h": 3600, "d": 86_400, "times": 1},
    **{"days": 1, "day": 1, "B": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12},
    **{"USD": 1, "Gbit/s": 1e9, "MB/s": 1e6, "GB/s": 1e9, "bp": 1e-4, "basis": 1e-4},
}
"""What one of each unit is worth in a sum."""


def test_about_forty_cards_answer_all_the_questions_of_the_guide() -> None:
    assert len(CARDS) >= 40
    assert sorted({number for card in CARDS for number in card.guide}) == list(
        range(1, 11)
    )


@every_card
def test_a_card_names_only_what_exists(card: Concept) -> None:
    rules = {item.name for item in explanations()}
    systems = {item.name for item in SYSTEMS}

    assert all(kind(name) for name in card.kinds)
    assert set(card.rules) <= rules
    assert card.systems
    assert set(card.systems) <= systems


@every_card
def test_a_card_bites_at_kinds_and_rules_that_it_names(card: Concept) -> None:
    for bite in card.bites:
        assert bite.startswith("`")
        assert bite.split("`")[1] in (*card.kinds, *card.rules)


@every_card
def test_a_card_is_said_in_a_minute(card: Concept) -> None:
    assert 95 <= len(card.answer.split()) <= 175
    assert 50 <= len(card.follow_up_answer.split()) <= 170
    assert card.follow_up.endswith("?")
    assert card.sources


@every_card
def test_the_numbers_of_a_card_come_out(card: Concept) -> None:
    text = " ".join(card.worked_number.split())
    assert card.worked
    for item in card.worked:
        result = eval(item.sum, {"__builtins__": {}}, KNOWN)
        assert item.shown in text
        assert result == pytest.approx(*_value(item.shown)), (item.sum, item.shown)


def _value(shown: str) -> tuple[float, float, float]:
    """Return what is shown, no relative tolerance, and half of its last digit."""
    found = SHOWN.search(shown.replace("\u2212", "-"))
    assert found, shown
    number, unit = found[1].replace(",", ""), found[2]
    worth = WORTH[unit]
    digits = len(number.partition(".")[2])
    return float(number) * worth, 0, 0.51 * 10**-digits * worth


def test_a_concept_is_found_by_its_id_its_title_and_other_words() -> None:
    card = find_concept("precision-recall")

    assert card is not None
    assert find_concept(card.title) is card
    assert find_concept("Base Rate") is card
    assert find_concept("astrology") is None


@pytest.mark.parametrize("name", DESIGNS)
def test_every_question_of_a_shipped_design_rests_on_a_card(name: str) -> None:
    design = shipped(name).design
    assert design is not None
    for item in design.questions:
        assert find_concept(item.concept or ""), item.concept


@pytest.mark.parametrize("text", ["", "---\n---\n", "---\ntitle: X\n---\n", "no head"])
def test_what_is_no_card_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"head|Field|validation"):
        read_concept("x", text)
