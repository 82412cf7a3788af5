"""Human approval: cases of a day, the people they need, the delay that they add."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Lack, Result, Term, called
from designkit.estimates.formulas.rare import reviewers_needed
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.durations import DAY
from designkit.quantities.measure import COUNT, DURATION, Unit

ON_AVERAGE = (
    "Over all decisions, those that nobody sees as well, if each takes all the sla."
)
NO_RATE = Lack("", "how many decisions it takes on a day is not known")


@topic(112, "Approvals by people", Chapter.LABELS)
def approvals(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what it takes that people accept a part of what is decided."""
    for part in sheet.design.components.values():
        if part.quantity("accepted-share"):
            for id in part.texts("accepted-by"):
                yield from _approval(sheet, part, id)


def _approval(sheet: EstimateInputs, part: Component, id: str) -> Iterator[Result]:
    share = sheet.stated("components", part.id, "accepted-share")
    yield (cases := _cases(sheet, part, share))
    yield compute(
        _entry(part, "people", "people at work", COUNT),
        "{tasks} * {time} / {productive}",
        lambda tasks, time, productive: reviewers_needed(tasks, time, productive),
        tasks=called(cases, "cases"),
        time=sheet.stated("components", id, "task-time"),
        productive=sheet.given("working-day", "components", id, "working-day"),
    )
    yield compute(
        _entry(part, "delay", "delay that it adds, on average", DURATION, ON_AVERAGE),
        "{share} * {sla}",
        _delay,
        share=share,
        sla=sheet.stated("components", id, "sla", label=f"{id} sla"),
    )


def _delay(share: float, sla: float) -> float:
    return share * sla


def _entry(
    part: Component, name: str, title: str, unit: Unit, note: str = ""
) -> FigureEntry:
    id = f"approvals.{part.id}.{name}"
    return FigureEntry(id, f"{part.title}, accepted by people: {title}", unit, note)


def _cases(sheet: EstimateInputs, part: Component, share: Term) -> Result:
    """Return the cases of a day: of its requests, where a request waits for it."""
    asked = part.id in sheet.graph.in_request
    return compute(
        _entry(part, "cases-per-day", "decisions on a day", COUNT),
        "{rate} * 86,400 s * {share}",
        lambda rate, share: rate * DAY * share,
        rate=sheet.result("traffic.average-qps") if asked else NO_RATE,
        share=share,
    )
