"""What speaks for the tests of infrastructure."""

from collections.abc import Iterator, Mapping

from designkit.analysis.facts import Case
from designkit.documents.write_up.figures import name_of
from designkit.documents.write_up.parts import cell
from designkit.documents.write_up.proof import Proof, by_each, counted, some, stated
from designkit.model.component import Component

ON_PART = ("canary", "ab", "ramp", "interleaving", "switchback")
"""Steps of a release in which a part of the traffic gets answers of the new model."""


def _runs(case: Case) -> str:
    return by_each(
        case.of_kind("experiment-tracker"),
        lambda c: ["records runs" + stated(c, "retention", " and keeps them {}")],
    )


def _versions_of_data(case: Case) -> str:
    datasets = [
        name_of(item.name, id)
        for id, item in case.design.datasets.items()
        if item.versioned
    ]
    if datasets:
        return f"Versioned: {counted(datasets)}"
    return _flagged(case, "dataset-builder", "versioned", "versioned")


def _seeds(case: Case) -> str:
    return _flagged(case, "trainer", "seed-pinned", "seed pinned")


def _lineage(case: Case) -> str:
    told = "records code, data and features of a version"
    return _flagged(case, "model-registry", "stores-lineage", told)


def _flagged(case: Case, kind: str, name: str, told: str) -> str:
    def tell(component: Component) -> Iterator[str]:
        if component.attributes.get(name) is True:
            yield told

    return by_each(case.of_kind(kind), tell)


def _pipeline(case: Case) -> str:
    return by_each(
        case.of_kind("orchestrator"),
        lambda c: ["runs the steps" + stated(c, "interval", " every {}")],
    )


def _gates(case: Case) -> str:
    own = by_each(case.of_kind("evaluator"), lambda c: [some(c.texts("gates"))])
    evaluation = case.design.evaluation
    gates = some(evaluation.gates) if evaluation else ""
    return own or (f"Gates: {gates}" if gates else "")


def _gateless(case: Case) -> str:
    return "" if _gates(case) else by_each(case.of_kind("evaluator"), _judges)


def _judges(evaluator: Component) -> Iterator[str]:
    yield f"measures {some(evaluator.texts('metrics')) or 'candidates'}"


def _features_logged(case: Case) -> str:
    return by_each(
        case.of_kind("feature-log"),
        lambda c: [
            stated(c, "sample-rate", "{} of the features as served")
            + stated(c, "retention", " for {}"),
        ],
    )


def _predictions_logged(case: Case) -> str:
    return by_each(case.of_kind("prediction-log"), _fields)


def _fields(log: Component) -> Iterator[str]:
    fields = some(log.texts("fields"))
    yield f"keeps {fields}" if fields else ""


def _explanations(case: Case) -> str:
    return by_each(
        case.of_kind("explainer"), lambda c: [stated(c, "method", "reasons by {}")]
    )


def _gradual(case: Case) -> str:
    return by_each(_deployers(case, gradual=True), _steps)


def _at_once(case: Case) -> str:
    return by_each(_deployers(case, gradual=False), _steps)


def _deployers(case: Case, *, gradual: bool) -> list[Component]:
    return [
        deployer
        for deployer in case.of_kind("deployer")
        if gradual is not set(deployer.texts("strategy")).isdisjoint(ON_PART)
    ]


def _steps(deployer: Component) -> Iterator[str]:
    yield ", then ".join(cell(step) for step in deployer.texts("strategy"))
    yield stated(deployer, "canary", "{} first")
    yield stated(deployer, "bake", "{} a step")


def _automatic(case: Case) -> str:
    """Say how a release is taken back if nobody has to be there for it."""
    return by_each(_taken_back(case, by_hand=False), _way_back)


def _by_hand(case: Case) -> str:
    return by_each(_taken_back(case, by_hand=True), _way_back)


def _taken_back(case: Case, *, by_hand: bool) -> list[Component]:
    deployers = [c for c in case.of_kind("deployer") if "rollback" in c.attributes]
    return [c for c in deployers if by_hand is (c.attributes["rollback"] == "manual")]


def _way_back(deployer: Component) -> Iterator[str]:
    time = stated(deployer, "rollback-time", " in {}")
    yield stated(deployer, "rollback", "rollback {}") + time


def _kept(case: Case) -> str:
    return by_each(
        case.of_kind("model-registry"),
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
