"""DK831 no-calibration."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


def _applies(facts: Facts) -> bool:
    return bool(facts.serving) and facts.has("auction")


@rule(
    "DK831",
    Severity.ERROR,
    kinds=("auction",),
    applies=_applies,
)
def no_calibration(facts: Facts) -> Iterator[Finding]:
    """A click probability that sets prices should be calibrated, and watched for it.

    The auction multiplies a bid by a probability. If the model says 2% where 1% click,
    the advertiser's bid counts double and the bill is wrong, for every impression of
    that slice and with a perfect AUC. Sampling of negatives alone shifts probabilities
    by the sampling rate, and each new campaign shifts them again.

    Bad:
    ```yaml
    components:
      page: {kind: client}
      rank: {kind: model-server}
      auction: {kind: auction}                      # <- p was never a probability
      watch:
        kind: monitor
        watch: [prediction, ops]                    # <- and nobody would see it
    ```

    Good:
    ```yaml
    components:
      page: {kind: client}
      rank: {kind: model-server}
      calibrate: {kind: calibrator, method: isotonic, interval: 1 h}
      auction: {kind: auction}
      watch: {kind: monitor, watch: [prediction, calibration, ops]}
    ```

    Fix: Put a calibrator, fitted at the natural click rate, between trainer and gate,
    and alert on mean prediction over click rate, by slice.

    Source: He et al. 2014, Practical Lessons from Predicting Clicks on Ads at Facebook;
    McMahan et al. 2013, Ad Click Prediction: a View from the Trenches, section 7.
    """
    models = facts.design.models.values()
    if not facts.has("calibrator") and not any(
        any(model.calibrations) for model in models
    ):
        for auction in facts.of_kind("auction"):
            yield Finding(
                ("components", auction.id),
                f"{auction.id} multiplies bids by scores that no calibrator made "
                "probabilities",
            )
    yield from _unwatched(facts)


def _unwatched(facts: Facts) -> Iterator[Finding]:
    monitors = facts.of_kind("monitor")
    if not monitors or any("calibration" in m.texts("watch") for m in monitors):
        return
    scores = {"prediction", "model-quality"}
    scoring = [m for m in monitors if scores & set(m.texts("watch"))]
    states = [facts.state("components", m.id, "watch") for m in monitors]
    yield Finding(
        (*facts.place_of(*(scoring or monitors)), "watch"),
        "no monitor compares predicted clicks with clicks: wrong prices stay unseen",
        unstated=State.UNSTATED in states,
    )
