"""DK226 which-label."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.training_set import training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.learning import Model
from designkit.quantities.writing import listed


@rule("DK226", Severity.INFO, keys=("problem.labels",))
def which_label(facts: Facts) -> Iterator[Finding]:
    """Where there are several labels, each should be learnt from a set that has it.

    A click is known in minutes and a return of the goods in weeks. Whether a set is old
    enough, whether it has enough positives, how long its log must be kept: all of it
    hangs on which of them it has. A set that does not say may have any, so whoever
    plans with it takes the wrong delay, and it is not checked for what holds of some
    of the labels alone. A label that no set has is learnt by nothing.

    A set has the labels that it names, else those of the models that learn from it and
    nothing else; the only set has all of them. A head whose label is in none of the
    sets of its model is fitted to nothing, unless what it starts from had it.

    Bad:
    ```yaml
    problem: {labels: {click: {window: 10 min}, return: {window: 30 d}}}
    components: {fit: {kind: trainer}}
    datasets:
      views: {maturity: 10 min, labels: click}
      orders: {maturity: 10 min}                    # <- of clicks, or of returns?
    ```

    Good:
    ```yaml
    problem: {labels: {click: {window: 10 min}, return: {window: 30 d}}}
    components: {fit: {kind: trainer}}
    datasets:
      views: {maturity: 10 min, labels: click}
      orders: {maturity: 30 d, labels: return}
    ```

    Fix: Name the labels of each set, or of each model and head; take away a label that
    nothing learns and nothing is judged by.

    Source: Caruana 1997, Multitask Learning, Machine Learning 28(1); Breck et al. 2017,
    The ML Test Score, Data 1.
    """
    unsure = [it for it in facts.design.datasets if _is_unsure(facts, it)]
    learnt = {it.id for it in training_sets(facts) if it.is_learnt}
    for id in (it for it in unsure if it in learnt):
        names = listed(it.id for it in facts.outcomes.all)
        path = ("datasets", id, "labels")
        message = f"{id} does not say which of these labels it has: {names}"
        yield Finding(path, message, unstated=True)
    if facts.design.datasets and not unsure:
        yield from _idle(facts)
    for id, model in facts.design.models.items():
        yield from _unlearnt(facts, id, model)


def _unlearnt(facts: Facts, id: str, model: Model) -> Iterator[Finding]:
    """Give the labels of a model that none of its sets has, where all name theirs."""
    known = facts.design.datasets
    sets = [known[name].labels for name in model.datasets if name in known]
    if model.pretrained or not sets or not all(sets):
        return
    had = {label for labels in sets for label in labels}
    for path, label in _wanted(id, model):
        if label not in had:
            message = f"{id} is to learn {label}, which {_without(model)} not have"
            yield Finding(path, message, severity=Severity.WARNING)


def _without(model: Model) -> str:
    verb = "does" if len(model.datasets) == 1 else "do"
    return f"{listed(model.datasets)} {verb}"


def _wanted(id: str, model: Model) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give each label of a model once, with where its head or the model names it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, head in model.heads.items():
        if head.label:
            found.setdefault(head.label, ("models", id, "heads", name, "label"))
    for label in model.labels:
        found.setdefault(label, ("models", id, "labels"))
    yield from ((path, label) for label, path in found.items())


def _is_unsure(facts: Facts, dataset: str) -> bool:
    return not facts.outcomes.of_dataset(dataset).sure


def _idle(facts: Facts) -> Iterator[Finding]:
    """Give the labels that no set has and no model learns."""
    sets = (facts.outcomes.of_dataset(id) for id in facts.design.datasets)
    models = (facts.outcomes.of_model(id) for id in facts.design.models)
    used = {it.id for of in (*sets, *models) if of.sure for it in of.all}
    for outcome in facts.outcomes.all:
        if outcome.id and outcome.id not in used:
            yield Finding(outcome.path, f"no dataset has the label {outcome.id}")
