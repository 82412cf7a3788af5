"""The sections of a write-up by the names that outlines use, with their titles."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from designkit.documents.paper import Block, Paragraph, Section
from designkit.documents.write_up import (
    appendix,
    architecture,
    components,
    findings,
    framing,
    learning,
    operating,
    proving,
    reasons,
    worksheet,
)
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.numbers import numbers
from designkit.estimates.topic import Chapter
from designkit.model.design import Design

Teller = Callable[[WriteUpInputs], Iterable[Block]]
NONE = "None, and the design says so."


def _of_design(tell: Callable[[Design], Iterable[Block]]) -> Teller:
    return lambda of: tell(of.design)


def _numbers(chapter: Chapter) -> Teller:
    return lambda of: numbers(of.estimate, chapter)


WHOLE: Mapping[str, tuple[str, Teller]] = MappingProxyType(
    {
        "status": ("", _of_design(framing.status)),
        "summary": ("Summary", _of_design(framing.summary)),
        "problem": ("Problem framing", _of_design(framing.problem)),
        "clarifications": ("Clarifying questions", _of_design(framing.clarifications)),
        "requirements": ("Requirements", _of_design(framing.requirements)),
        "architecture": ("Architecture", architecture.architecture),
        "components": ("Components", _of_design(components.components)),
        "flows": ("Flows", _of_design(components.flows)),
        "capacity": ("Capacity and latency", _numbers(Chapter.LOAD)),
        "features": ("Features", _of_design(learning.features)),
        "labels": ("Labels and datasets", _of_design(learning.labels)),
        "models": ("Models", _of_design(learning.models)),
        "label_delay": ("Label delay and model age", _numbers(Chapter.LABELS)),
        "evaluation": ("Evaluation", _of_design(proving.evaluation)),
        "experiment": ("Experiment", _of_design(proving.experiment)),
        "experiment_plan": ("Experiment plan", _numbers(Chapter.PROOF)),
        "release": ("Release and rollback", _of_design(operating.release)),
        "monitoring": ("Monitoring and alerts", _of_design(operating.monitoring)),
        "retraining": ("Retraining", _of_design(operating.retraining)),
        "cost": ("Cost", _numbers(Chapter.COST)),
        "privacy": ("Privacy", _of_design(operating.privacy)),
        "tradeoffs": ("Trade-offs", _of_design(reasons.tradeoffs)),
        "failure_modes": ("Failure modes", _of_design(reasons.failure_modes)),
        "questions": ("Questions to expect", _of_design(reasons.questions)),
        "assumptions": ("Assumptions register", appendix.assumptions),
        "sources": ("Sources", _of_design(reasons.sources)),
        "settings": ("Component settings", _of_design(appendix.component_settings)),
        "full_picture": ("Full picture", architecture.full_picture),
        "worksheet": ("ML Test Score worksheet", worksheet.worksheet),
        "findings": ("Findings", findings.findings),
        "accepted": ("Accepted findings", findings.accepted),
    }
)
"""Every section at full length, in the order of reading."""

ABSENT: Mapping[str, str] = MappingProxyType(
    {
        "labels": "datasets",
        "failure_modes": "failure-modes",
        **{
            name: name
            for name in (
                "problem",
                "requirements",
                "flows",
                "features",
                "models",
                "evaluation",
                "experiment",
                "privacy",
                "tradeoffs",
            )
        },
    }
)
"""The key under which a design may say that it has nothing to tell in a section."""


def sections_of(
    of: WriteUpInputs, told: Mapping[str, tuple[str, Teller]]
) -> Iterator[Section]:
    """Give each section of `told` with its blocks, in their order."""
    for name, (title, tell) in told.items():
        blocks = tuple(tell(of))
        if not blocks and ABSENT.get(name) in of.design.absent:
            blocks = (Paragraph(NONE),)
        yield Section(name, title, blocks)
