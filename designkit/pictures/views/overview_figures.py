"""The one figure that matters most on each card of the overview."""

from collections.abc import Callable, Mapping

from designkit.estimates.answering import awaited_answer
from designkit.model.design import Design
from designkit.quantities.writing import shown_latency


def figure_of(design: Design, stage: str) -> str:
    """Return the figure of the card of `stage`; empty when the design has none."""
    return FIGURES[stage](design)


def _ingestion(design: Design) -> str:
    load = design.workload
    events = load and load.events_per_day
    logs = [c.quantity("peak-events") for c in design.of_kind("event-log")]
    parts = [f"{events} events a day" if events else ""]
    parts += [f"{rate} at peak" for rate in logs[:1] if rate]
    return _joined(parts)


def _features(design: Design) -> str:
    load = design.workload
    count = load and load.features
    fresh = [f.freshness for f in design.features.values() if f.freshness]
    best = min(fresh, key=lambda quantity: quantity.value, default=None)
    return _joined(
        [f"{count} features" if count else "", f"freshest {best}" if best else ""]
    )


def _training(design: Design) -> str:
    runs = [m.retrain.every for m in design.models.values() if m.retrain]
    every = next((run for run in runs if run), None)
    label = design.problem and design.problem.label
    rate = label and label.positive_rate
    return _joined(
        [f"{rate} positive" if rate else "", f"trained every {every}" if every else ""]
    )


def _registry(design: Design) -> str:
    kept = [c.quantity("keep-versions") for c in design.of_kind("model-registry")]
    ways = [way for c in design.of_kind("deployer") for way in c.texts("strategy")]
    return _joined(
        [f"{n} versions kept" for n in kept if n] + [" → ".join(ways) if ways else ""]
    )


def _serving(design: Design) -> str:
    awaited = awaited_answer(design)
    path, wanted = awaited.path, awaited.promised
    whole = design.objectives and design.objectives.answer
    if awaited.is_streamed and not wanted and whole and whole.p99:
        return f"answer p99 objective {whole.p99}"
    if not path.p99:
        return f"p99 objective {wanted}" if wanted else ""
    of = f" of {wanted}" if wanted else ""
    what = "first token, p99" if awaited.is_streamed else "p99"
    return f"{what} budget {shown_latency(path.p99)}{of}"


def _clients(design: Design) -> str:
    load = design.workload
    if load is None:
        return ""
    users = f"{load.daily_users} daily users" if load.daily_users else ""
    requests = (
        f"{load.requests_per_day} requests a day" if load.requests_per_day else ""
    )
    return users or requests


def _monitoring(design: Design) -> str:
    watched = {item for c in design.of_kind("monitor") for item in c.texts("watch")}
    ages = [c.quantity("max-model-age") for c in design.of_kind("retrain-trigger")]
    return _joined(
        [_counted(len(watched), "thing") + " watched" if watched else ""]
        + [f"model at most {age} old" for age in ages if age]
    )


def _experimentation(design: Design) -> str:
    trial = design.experiment
    if trial is None:
        return ""
    return _joined(
        [
            f"by {trial.unit}" if trial.unit else "",
            f"detects {trial.mde}" if trial.mde else "",
            f"{trial.duration}" if trial.duration else "",
        ]
    )


def _governance(design: Design) -> str:
    kept = [c.quantity("retention") for c in design.of_kind("audit-log")]
    return _joined([f"audit kept {time}" for time in kept if time])


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _joined(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)


FIGURES: Mapping[str, Callable[[Design], str]] = {
    "ingestion": _ingestion,
    "features": _features,
    "training": _training,
    "registry": _registry,
    "serving": _serving,
    "problem": _clients,
    "monitoring": _monitoring,
    "experimentation": _experimentation,
    "governance": _governance,
}
