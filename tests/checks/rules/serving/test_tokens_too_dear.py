"""Tasks whose tokens cost more than was promised."""

from designkit.checks.rules.serving.tokens_too_dear import tokens_too_dear
from tests.language_designs import LOOP, OWN, RENTED
from tests.rule_examples import told


def test_a_task_that_is_too_dear_is_found() -> None:
    """Five requests, two calls each, of 0.016 USD."""
    assert told(RENTED, tokens_too_dear) == [
        "3 warning: the tokens of a task cost 0.16 USD, and 0.10 USD is promised: "
        "5 \u00d7 0.032 USD"
    ]


def test_a_loop_that_is_too_dear_is_found() -> None:
    assert told(LOOP, tokens_too_dear) == [
        "3 warning: the tokens of a task cost 0.23 USD, and 0.20 USD is promised: "
        "1 \u00d7 0.23 USD"
    ]


def test_a_success_pays_for_those_that_fail() -> None:
    dear = LOOP.replace("cost-per-task: 0.20 USD, ", "").replace("0.40 USD", "0.30 USD")

    assert told(dear, tokens_too_dear) == [
        "3 warning: the tokens of a success cost 0.38 USD, and 0.30 USD is promised: "
        "0.23 USD / 60%"
    ]


def test_a_price_within_its_promise_is_not() -> None:
    assert told(RENTED.replace("0.10 USD", "0.16 USD"), tokens_too_dear) == []
    assert told(RENTED.replace(", turns-per-task: 5", ""), tokens_too_dear) == []
    assert told(OWN, tokens_too_dear) == []
