"""DK512 bake-too-short."""

from collections.abc import Iterator

from designkit.analysis.environments import environments
from designkit.analysis.facts import Facts
from designkit.analysis.watching import FirstWord, first_word, watchers
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity


@rule(
    "DK512",
    Severity.WARNING,
    kinds=("deployer",),
    applies=lambda facts: any(_watched(facts)),
)
def bake_too_short(facts: Facts) -> Iterator[Finding]:
    """A step of a release should last until what watches it can say something.

    A step is there so that harm shows on few before it reaches all. A monitor that
    computes one number a day has said nothing yet when an hour of bake is over, and one
    that measures quality waits for labels on top. The release goes on because nothing
    was seen, and nothing could be.

    It compares each bake, in an environment that has some of the traffic or of the
    deployer itself, with the quickest of the monitors whose alerts or metrics reach the
    deployer: half the window of each, since a window slides, and for one that watches
    nothing but quality the time in which half of the labels arrive as well. One whose
    time is not stated may be quick.

    Bad:
    ```yaml
    components:
      deploy:
        kind: deployer
        environments:
          staging: {bake: 1 d}
          canary: {share: 5%, bake: 1 h}         # <- the first number comes in a day
          production: {share: 100%}
      watch: {kind: monitor, watch: [prediction, ops], window: 1 d}
    flows:
      control: [watch -> deploy: alert]
    ```

    Good:
    ```yaml
    components:
      deploy:
        kind: deployer
        environments:
          staging: {bake: 1 d}
          canary: {share: 5%, bake: 1 h}
          production: {share: 100%}
      watch: {kind: monitor, watch: [prediction, ops], window: 10 min}
    flows:
      control: [watch -> deploy: alert]
    ```

    Fix: Watch what moves at once (errors, scores, blocks) over minutes beside it, or
    bake for longer than the slowest number that may stop the release.

    Source: Beyer et al. 2018, The Site Reliability Workbook, chapter 16, on the
    duration of a canary and on metrics that are too slow for it.
    """
    for deployer, monitor, word in _watched(facts):
        for path, where, bake in _bakes(deployer):
            if bake.high < word.seconds:
                yield Finding(
                    path,
                    f"{where} is watched for {bake}, and {monitor.id}, the quickest "
                    f"that watches it, waits for {word.waits_for} {word.time}",
                    related=((("components", monitor.id), "watches the release"),),
                    rests_on=(bake, word.time),
                )


def _watched(facts: Facts) -> Iterator[tuple[Component, Component, FirstWord]]:
    """Give each deployer whose monitors all say when they know, with the quickest."""
    for deployer in facts.of_kind("deployer"):
        found = watchers(facts, deployer)
        words = [(it, word) for it in found if (word := first_word(facts, it))]
        if words and len(words) == len(found):
            yield (deployer, *min(words, key=lambda pair: pair[1].seconds))


def _bakes(deployer: Component) -> Iterator[tuple[Path, str, Quantity]]:
    """Give the times in which a part of the traffic meets a new version."""
    stated = environments(deployer)
    for passed in stated:
        if passed.bake and passed.is_part:
            yield (*passed.path, "bake"), f"{passed.id} of {deployer.id}", passed.bake
    if (bake := deployer.quantity("bake")) and not stated:
        steps = deployer.quantity("steps")
        if steps is None or steps.high <= 1:
            yield ("components", deployer.id, "bake"), f"a step of {deployer.id}", bake
