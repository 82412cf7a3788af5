"""What speaks for the tests of the model."""

from collections.abc import Iterator, Mapping

from designkit.analysis.facts import Facts
from designkit.documents.write_up.blocks import shown
from designkit.documents.write_up.figures import name_of
from designkit.documents.write_up.proof import (
    Proof,
    by_each,
    counted,
    opening,
    sentences,
    some,
    stated,
)
from designkit.model.component import Component


def _code(facts: Facts) -> str:
    return by_each(facts.of_kind("trainer"), lambda c: [stated(c, "code", "code {}")])


def _reviews(facts: Facts) -> str:
    approvals = by_each(
        facts.of_kind("model-registry"),
        lambda c: [stated(c, "approval", "{} (approval)")],
    )
    changes = by_each(
        facts.of_kind("business-rules"),
        lambda c: [stated(c, "change-log", "{} (change log)")],
    )
    return sentences((approvals, changes))


def _correlation(facts: Facts) -> str:
    evaluation = facts.design.evaluation
    said = opening(evaluation.correlation) if evaluation else ""
    return f"Link: {said}" if said else ""


def _metrics(facts: Facts) -> str:
    """Name the metrics of both kinds where nothing is said of a link."""
    offline = some(facts.texts("problem", "metrics", "offline"))
    online = some(facts.texts("problem", "metrics", "online"))
    if _correlation(facts) or not (offline and online):
        return ""
    return f"Offline: {offline}. Online: {online}"


def _tuning(facts: Facts) -> str:
    return by_each(facts.of_kind("tuner"), _search)


def _unnamed_tuning(facts: Facts) -> str:
    silent = [c for c in facts.of_kind("tuner") if not any(_search(c))]
    return by_each(silent, lambda c: ["searches hyperparameters"])


def _search(tuner: Component) -> Iterator[str]:
    yield stated(tuner, "trials", "{} trials")
    yield stated(tuner, "metric", "by {}")
    yield stated(tuner, "interval", "every {}")


def cadence(facts: Facts) -> str:
    """Say how often each model is trained again."""
    planned = [
        f"{name_of(model.name, id)} every {shown(model.retrain.every)}"
        for id, model in facts.design.models.items()
        if model.retrain and model.retrain.every
    ]
    if planned:
        return f"Retrained: {counted(planned)}"
    starters = facts.of_kind("retrain-trigger", "trainer", "orchestrator")
    return by_each(starters, lambda c: [stated(c, "interval", "every {}")])


def age_limit(facts: Facts) -> str:
    """Say how old each model may get."""
    limits = [
        f"{name_of(model.name, id)} {shown(model.retrain.max_age)}"
        for id, model in facts.design.models.items()
        if model.retrain and model.retrain.max_age
    ]
    if limits:
        return f"Oldest allowed: {counted(limits)}"
    return by_each(
        facts.of_kind("retrain-trigger"),
        lambda c: [stated(c, "max-model-age", "no model older than {}")],
    )


def _comparison(facts: Facts) -> str:
    evaluation = facts.design.evaluation
    if evaluation and evaluation.baseline:
        return f"Judged against: {opening(evaluation.baseline)}"
    judged = by_each(
        facts.of_kind("evaluator"), lambda c: [stated(c, "baseline", "against {}")]
    )
    return judged or _ladders(facts)


def _ladders(facts: Facts) -> str:
    ladders = [
        f"{name_of(model.name, id)} in {len(model.ladder)} steps from "
        f"{shown(model.ladder[0].model)}"
        for id, model in facts.design.models.items()
        if len(model.ladder) > 1
    ]
    return f"Ladder: {'; '.join(ladders)}" if ladders else ""


def _baseline(facts: Facts) -> str:
    problem = facts.design.problem
    said = opening(problem.baseline) if problem else ""
    return f"Baseline: {said}" if said else ""


def _slices(facts: Facts) -> str:
    evaluation = facts.design.evaluation
    if evaluation and evaluation.slices:
        return f"Measured alone: {some(evaluation.slices)}"
    return by_each(facts.of_kind("evaluator"), lambda c: [some(c.texts("slices"))])


def _slice_gates(facts: Facts) -> str:
    evaluation = facts.design.evaluation
    gates = evaluation.gates if evaluation else ()
    about = [gate for gate in gates if "slice" in gate.lower()]
    return f"Gate: {some(about)}" if about else ""


def _fairness(facts: Facts) -> str:
    evaluation = facts.design.evaluation
    if evaluation and evaluation.fairness:
        return f"Measured: {opening(evaluation.fairness)}"

    def tell(evaluator: Component) -> Iterator[str]:
        if evaluator.attributes.get("fairness-check") is True:
            yield "checks fairness"

    return by_each(facts.of_kind("evaluator"), tell)


def _worse_off(facts: Facts) -> str:
    privacy = facts.design.privacy
    said = opening(privacy.fairness) if privacy else ""
    return f"At risk: {said}" if said else ""


PROOFS: Mapping[str, Proof] = {
    "M1": Proof((_code, _reviews)),
    "M2": Proof((_correlation,), (_metrics,)),
    "M3": Proof((_tuning,), (_unnamed_tuning,)),
    "M4": Proof((cadence, age_limit)),
    "M5": Proof((_comparison,), (_ladders, _baseline)),
    "M6": Proof((_slices,), (_slice_gates,)),
    "M7": Proof((_fairness,), (_worse_off,)),
}
"""By the id of the test. M3 is shown only where a tuner is part of the system."""
