"""DK853 user-split-dispatch."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stated import units
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed


def _applies(facts: Facts) -> bool:
    tested = facts.design.experiment is not None or facts.has("experiment-service")
    return tested and facts.has("optimizer") and facts.has("routing-engine")


@rule("DK853", Severity.ERROR, kinds=("optimizer",), applies=_applies)
def user_split_dispatch(facts: Facts) -> Iterator[Finding]:
    """Dispatch should be tested by zone and time, not by user or order.

    All orders of a zone draw on the same couriers. If the new plan serves its half of
    the users sooner, it does so with couriers that the other half then waits for: the
    arms differ by twice what is gained, or by a gain that is not there at all. Turning
    the whole zone to and fro in time keeps what is shared inside one arm.

    It asks for a switchback, or within what the arms compete (`shared-within`), which
    interference compares with the unit; `shared-within: none` says that they do not.

    Bad:
    ```yaml
    components:
      roads: {kind: routing-engine}
      dispatch: {kind: optimizer, interval: 30 s}
    experiment:
      unit: user                                    # <- both arms share couriers
    ```

    Good:
    ```yaml
    components:
      roads: {kind: routing-engine}
      dispatch: {kind: optimizer, interval: 30 s}
    experiment:
      design: switchback
      unit: zone and hour
    ```

    Fix: Use a switchback by zone and time window with errors clustered likewise, or
    randomise whole cities.

    Source: Kastelman and Ramesh 2018, Switchback Tests and Randomized Experimentation
    Under Network Effects at DoorDash.
    """
    experiment, said = facts.design.experiment, units(facts)
    shared = facts.state("experiment", "shared-within")
    is_apart = experiment is not None and experiment.design == "switchback"
    if is_apart or shared is not State.UNSTATED:
        return
    solver = listed(sorted(solver.id for solver in facts.of_kind("optimizer")))
    if said.state is not State.PRESENT:
        yield Finding(
            said.path,
            f"no unit is stated, and {solver} shares its couriers among all arms",
            unstated=said.state is State.UNSTATED,
        )
    for path, texts in said.places:
        yield Finding(
            path,
            f"arms by {listed(texts)} may share what {solver} gives out, and nothing "
            "says within what they compete",
            unstated=True,
        )
