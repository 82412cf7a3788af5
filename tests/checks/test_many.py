"""How many findings of a kind a report shows."""

from dataclasses import replace

from designkit.checks.many import MOST_SHOWN, Rest, shown
from tests.checks.reporters.samples import HOLE, OPEN


def test_the_first_findings_of_a_code_and_file_are_shown_and_the_others_counted():
    many = (HOLE,) * (MOST_SHOWN + 3)
    elsewhere = (replace(HOLE, file="designs/other.yaml"),) * 2

    kept = shown((*many, OPEN, *elsewhere))

    assert kept.findings == (*many[:MOST_SHOWN], OPEN, *elsewhere)
    assert kept.rest == (Rest("designs/pay.yaml", "DK306", "ttl-hole", 3),)


def test_the_count_stands_in_for_what_is_not_shown():
    rest = Rest("pay.yaml", "DK010", "unknown-key", 4800)

    assert rest.said == "… and 4,800 more of DK010 unknown-key"
    assert rest.plain == {"file": "pay.yaml", "code": "DK010", "count": 4800}


def test_all_is_shown_where_there_is_little():
    assert shown([HOLE, OPEN]).rest == ()
