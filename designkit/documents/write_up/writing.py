"""Puts the sections in order and fills the template."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from designkit.checks.report import FileReport
from designkit.diagnostics import Diagnostic
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
)
from designkit.documents.write_up.numbers import numbers
from designkit.documents.write_up.parts import Section, Table
from designkit.documents.write_up.worksheet import worksheet
from designkit.estimates.estimator import estimate
from designkit.estimates.topic import Chapter
from designkit.model.citations import with_numbers
from designkit.model.design import Design
from designkit.text.escape import markdown
from designkit.text.templates import fill

TEMPLATE = "write-up/write-up.md.j2"


@dataclass(frozen=True)
class WriteUp:
    """What the template is filled with."""

    title: str
    status: Table | None
    sections: tuple[Section, ...]


def write_up(
    design: Design,
    pictures: Mapping[str, str],
    diagnostics: Sequence[Diagnostic] = (),
    check: FileReport | None = None,
) -> str:
    """Write the design doc of `design` in Markdown.

    `pictures` gives the file of each view to embed, relative to the document. A
    `check` has the diagnostics of loading among its own, so it replaces `diagnostics`.
    """
    found = check.diagnostics if check else diagnostics
    design = with_numbers(design)
    document = WriteUp(
        title=markdown(design.name),
        status=framing.status(design),
        sections=(*_sections(design, pictures), *_checks(design, found, check)),
    )
    return _tidy(fill(TEMPLATE, {"document": document}))


def _sections(design: Design, pictures: Mapping[str, str]) -> Iterator[Section]:
    """Give the sections that the design has content for, in reading order."""
    found = estimate(design)
    computed = {section.title: section for section in numbers(found)}
    yield from _present(
        framing.summary(design),
        framing.problem(design) or _none(design, "problem", "Problem framing"),
        framing.clarifications(design),
        framing.requirements(design) or _none(design, "requirements", "Requirements"),
        architecture.architecture(design, pictures),
        components.components(design),
        components.flows(design) or _none(design, "flows", "Flows"),
        computed.get(Chapter.LOAD),
        learning.features(design) or _none(design, "features", "Features"),
        learning.labels(design) or _none(design, "datasets", "Labels and datasets"),
        learning.models(design) or _none(design, "models", "Models"),
        computed.get(Chapter.LABELS),
        proving.evaluation(design) or _none(design, "evaluation", "Evaluation"),
        proving.experiment(design) or _none(design, "experiment", "Experiment"),
        computed.get(Chapter.PROOF),
        operating.release(design),
        operating.monitoring(design),
        operating.retraining(design),
        computed.get(Chapter.COST),
        operating.privacy(design) or _none(design, "privacy", "Privacy"),
        reasons.tradeoffs(design) or _none(design, "tradeoffs", "Trade-offs"),
        reasons.failure_modes(design)
        or _none(design, "failure-modes", "Failure modes"),
        reasons.questions(design),
        appendix.assumptions(design, found),
        reasons.sources(design),
        appendix.component_settings(design),
        appendix.full_picture(design, pictures),
    )


def _checks(
    design: Design, found: Sequence[Diagnostic], check: FileReport | None
) -> Iterator[Section]:
    """Give the appendices that judge the design."""
    yield from _present(
        worksheet(design, found),
        findings.findings(found, check),
        findings.accepted(design, found),
    )


def _present(*sections: Section | None) -> Iterator[Section]:
    return (section for section in sections if section)


def _none(design: Design, key: str, title: str) -> Section | None:
    """Return a section that says that there is none, if the design says so."""
    return Section(title, "_none.md.j2", None) if key in design.absent else None


def _tidy(text: str) -> str:
    """Leave one empty line between blocks, and one line break at the end."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
