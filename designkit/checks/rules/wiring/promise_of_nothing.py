"""DK141 promise-of-nothing."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.catalog.data_types import DATA_TYPES
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.text.suggestion import nearest


@rule("DK141", Severity.WARNING, keys=("objectives.freshness",))
def promise_of_nothing(facts: Facts) -> Iterator[Finding]:
    """A promise should name the thing that is promised, so that it can be checked.

    How old a value may be is a promise about one feature, one index, one table, one
    model. A promise of a name that stands for nothing in the design is read by nobody:
    no way can be followed to it, no lag can be added up, and the day it is broken no
    check and no alert says so.

    Bad:
    ```yaml
    objectives:
      freshness: {custmer-history: 10 min}              # <- no such feature
    components:
      counts: {kind: stream-transform}
      score: {kind: model-server}
    features:
      customer-history: {online-by: counts}
    ```

    Good:
    ```yaml
    objectives:
      freshness: {customer-history: 10 min, items: 1 h}
    components:
      counts: {kind: stream-transform}
      score: {kind: model-server}
      items: {kind: ann-index}
    features:
      customer-history: {online-by: counts}
    ```

    Fix: Name a feature, a component such as an index or a table, a model, a dataset, or
    a data type that flows; or `rights`, where a filter goes by them.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 4, objectives must
    be measurable.
    """
    design = facts.design
    known = {
        *(*design.features, *design.components, *design.models, *design.datasets),
        *(item.name for item in DATA_TYPES),
        *(("rights",) if _filters_text(facts) else ()),
    }
    for name in design.objectives.freshness if design.objectives else ():
        if name not in known:
            near = nearest(name, sorted(known))
            hint = f"; did you mean {near}?" if near else ""
            path = ("objectives", "freshness", name)
            yield Finding(path, f"{name} is no part of the design{hint}")


def _filters_text(facts: Facts) -> bool:
    """Whether something decides which passages a person may read."""
    filters = facts.of_kind("eligibility-filter")
    return any(facts.flows_to(part.id, "passages") for part in filters)
