"""What speaks for the tests of infrastructure."""

from collections.abc import Iterator, Mapping

from designkit.analysis.facts import Facts
from designkit.documents.write_up.blocks import shown
from designkit.documents.write_up.figures import name_of
from designkit.documents.write_up.proof import Proof, by_each, counted, some, stated
from designkit.model.component import Component

ON_PART = ("canary", "ab", "ramp", "interleaving", "switchback")
"""Steps of a release in which a part of the traffic gets answers of the new model."""


def _runs(facts: Facts) -> str:
    return by_each(
        facts.of_kind("experiment-tracker"),
        lambda c: ["records runs" + stated(c, "retention", " and keeps them {}")],
    )


def _versions_of_data(facts: Facts) -> str:
    datasets = [
        name_of(item.name, id)
        for id, item in facts.design.datasets.items()
        if item.versioned
    ]
    if datasets:
        return f"Versioned: {counted(datasets)}"
    return _flagged(facts, "dataset-builder", "versioned", "versioned")


def _seeds(facts: Facts) -> str:
    return _flagged(facts, "trainer", "seed-pinned", "seed pinned")


def _lineage(facts: Facts) -> str:
    told = "records code, data and features of a version"
    return _flagged(facts, "model-registry", "stores-lineage", told)


def _flagged(facts: Facts, kind: str, name: str, told: str) -> str:
    def tell(component: Component) -> Iterator[str]:
        if component.attributes.get(name) is True:
            yield told

    return by_each(facts.of_kind(kind), tell)


def _pipeline(facts: Facts) -> str:
    return by_each(
        facts.of_kind("orchestrator"),
        lambda c: ["runs the steps" + stated(c, "interval", " every {}")],
    )


def _gates(facts: Facts) -> str:
    own = by_each(facts.of_kind("evaluator"), lambda c: [some(c.texts("gates"))])
    evaluation = facts.design.evaluation
    gates = some(evaluation.gates) if evaluation else ""
    return own or (f"Gates: {gates}" if gates else "")


def _gateless(facts: Facts) -> str:
    return "" if _gates(facts) else by_each(facts.of_kind("evaluator"), _judges)


def _judges(evaluator: Component) -> Iterator[str]:
    yield f"measures {some(evaluator.texts('metrics')) or 'candidates'}"


def _features_logged(facts: Facts) -> str:
    return by_each(
        facts.of_kind("feature-log"),
        lambda c: [
            stated(c, "sample-rate", "{} of the features as served") + _for_how_long(c),
        ],
    )


def _for_how_long(log: Component) -> str:
    kept = log.quantity("retention")
    is_endless = kept is not None and kept.is_endless
    return stated(log, "retention", " {}" if is_endless else " for {}")


def _predictions_logged(facts: Facts) -> str:
    return by_each(facts.of_kind("prediction-log"), _fields)


def _fields(log: Component) -> Iterator[str]:
    fields = some(log.texts("fields"))
    yield f"keeps {fields}" if fields else ""


def _explanations(facts: Facts) -> str:
    return by_each(
        facts.of_kind("explainer"), lambda c: [stated(c, "method", "reasons by {}")]
    )


def _gradual(facts: Facts) -> str:
    return by_each(_deployers(facts, gradual=True), _steps)


def _at_once(facts: Facts) -> str:
    return by_each(_deployers(facts, gradual=False), _steps)


def _deployers(facts: Facts, *, gradual: bool) -> list[Component]:
    return [
        deployer
        for deployer in facts.of_kind("deployer")
        if gradual is not set(deployer.texts("strategy")).isdisjoint(ON_PART)
    ]


def _steps(deployer: Component) -> Iterator[str]:
    yield ", then ".join(shown(step) for step in deployer.texts("strategy"))
    yield stated(deployer, "canary", "{} first")
    yield stated(deployer, "bake", "{} a step")


def _automatic(facts: Facts) -> str:
    """Say how a release is taken back if nobody has to be there for it."""
    return by_each(_taken_back(facts, by_hand=False), _way_back)


def _by_hand(facts: Facts) -> str:
    return by_each(_taken_back(facts, by_hand=True), _way_back)


def _taken_back(facts: Facts, *, by_hand: bool) -> list[Component]:
    deployers = [c for c in facts.of_kind("deployer") if "rollback" in c.attributes]
    return [c for c in deployers if by_hand is (c.attributes["rollback"] == "manual")]


def _way_back(deployer: Component) -> Iterator[str]:
    time = stated(deployer, "rollback-time", " in {}")
    yield stated(deployer, "rollback", "rollback {}") + time


def _kept(facts: Facts) -> str:
    return by_each(
        facts.of_kind("model-registry"),
        lambda c: [stated(c, "keep-versions", "keeps {} versions")],
    )


PROOFS: Mapping[str, Proof] = {
    "I1": Proof((_versions_of_data, _seeds, _runs), (_lineage,)),
    "I3": Proof((_pipeline,), only_part=True),
    "I4": Proof((_gates,), (_gateless,)),
    "I5": Proof(
        (_features_logged, _predictions_logged), (_explanations,), only_part=True
    ),
    "I6": Proof((_gradual,), (_at_once,)),
    "I7": Proof((_automatic, _kept), (_by_hand,)),
}
"""By the id of the test. A design cannot show I2."""
