"""What a write-up says of an experiment."""

from designkit.documents.paper import Items, Table
from designkit.documents.write_up.proving import evaluation, tried
from tests.computed import loaded

STATED = """
    components: {a: {kind: client}}
    experiment:
      baseline-rate: 5%
      mde: -0.2 pp
      split: {old: 90%, new: 10%}
      pool: 4 k
      cluster-size: 20
      icc: 5%
      outcome-window: 30 d
      duration: 44 d
      multiplicity: holm
      metrics:
        spend: {mean: 30 USD, deviation: 60 USD, mde: 1%}
        refunds: {name: Refunds, baseline-rate: 3%, margin: 0.1 pp}
        calls: {baseline-rate: 1%}
"""


def test_the_plan_of_an_experiment_is_told() -> None:
    design = loaded(STATED).design
    assert design is not None
    assert design.experiment is not None
    told = tried(design, design.experiment)

    assert told is not None
    assert told.items == (
        "**Metric today:** 5%",
        "**Smallest effect to detect:** -0.2 pp",
        "**Split:** 90% old, 10% new",
        "**Further metrics:** spend (by 1%), Refunds (no worse than by 0.1 pp), calls",
        "**Units that there are:** 4 k",
        "**Observations in a unit:** 20",
        "**Correlation within a unit (ICC):** 5%",
        "**Time until an outcome is known:** 30 d",
        "**Duration:** 44 d",
        "**Level of several comparisons:** holm",
    )


JUDGED = """
    components: {a: {kind: client}, grade: {kind: judge, name: The judge}}
    evaluation:
      judge: grade
      sets:
        - {id: found, cases: 800, purpose: retrieval, source: the hotline, frozen: true}
        - {id: attacks, cases: 250, purpose: attack, attack-share: 100%}
"""


def test_sets_of_cases_are_listed_with_their_judge() -> None:
    design = loaded(JUDGED).design
    assert design is not None
    facts, sets = evaluation(design)

    assert isinstance(facts, Items)
    assert facts.items == ("**Judge:** The judge",)
    assert isinstance(sets, Table)
    assert [[str(cell) for cell in row] for row in sets.rows] == [
        ["found", "retrieval", "800", "the hotline", "yes", ""],
        ["attacks", "attack", "250", "", "", "100%"],
    ]
