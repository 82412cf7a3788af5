"""Monitoring: the alarms that would ring without any cause."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result
from designkit.estimates.formulas.drift import false_alarms
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.quantities.durations import DAY
from designkit.quantities.measure import COUNT

SINGLY = (
    "If each feature were tested by itself; groups of features, effect sizes and "
    "several windows in a row keep it quiet."
)


@topic(140, "Monitoring", Chapter.PROOF)
def monitoring(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the false alarms of each monitor that watches features."""
    for monitor in sheet.facts.of_kind("monitor"):
        watched = {"feature", "skew"}.intersection(monitor.texts("watch"))
        if watched and monitor.quantity("window"):
            at = ("components", monitor.id)
            yield compute(
                FigureEntry(
                    f"monitoring.{monitor.id}.false-alarms",
                    f"{monitor.title}: false alarms on a day",
                    COUNT,
                    note=SINGLY,
                    about=monitor.id,
                ),
                "{tests} * 24 h / {window} * {alpha}",
                lambda tests, window, alpha: false_alarms(tests, DAY / window, alpha),
                tests=sheet.stated("workload", "features"),
                window=sheet.stated(*at, "window"),
                alpha=sheet.given("false-alarm-rate", *at, "false-alarm-rate"),
            )
