"""What is learnt: features, labels and datasets, models."""

from dataclasses import dataclass

from designkit.documents.write_up.figures import (
    figure,
    name_of,
    said,
    setting,
    title_of,
    titles_of,
    yes_no,
)
from designkit.documents.write_up.parts import (
    Fact,
    Section,
    Table,
    cell,
    cells,
    facts,
    line,
    lines,
    sentence,
    table,
)
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.model.learning import Dataset, Feature, Model, Retrain
from designkit.text.escape import markdown

KNOWN = {"before": "before", "request": "at request", "after": "after"}
"""When the value of a feature is known, in words."""


@dataclass(frozen=True)
class Features:
    """What each feature says, and how it is made."""

    meaning: Table | None
    making: Table | None


@dataclass(frozen=True)
class Entry:
    """A model or a dataset: its name and what is true of it."""

    name: str
    facts: tuple[Fact, ...]
    ladder: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Labels:
    """Where labels come from, and the sets of examples made with them."""

    joiners: Table | None
    datasets: tuple[Entry, ...]


def features(design: Design) -> Section | None:
    """List the features that models read."""
    meaning = ("Feature", "Describes", "Group", "Count", "Definition", "Why")
    making = (
        "Feature",
        "For serving by",
        "For training by",
        "Looks back",
        "At most old",
        "Known",
        "If missing",
        "Type",
        "Personal data",
        "Read by",
        "Owner",
    )
    items = design.features.items()
    body = Features(
        meaning=table(meaning, [_meaning(design, id, item) for id, item in items]),
        making=table(making, [_making(design, id, item) for id, item in items]),
    )
    return Section("Features", "_features.md.j2", body) if items else None


def _meaning(design: Design, id: str, feature: Feature) -> tuple[str, ...]:
    return (
        f"**{name_of(feature.name, id)}**",
        cell(feature.entity),
        cell(feature.group),
        cell(feature.count),
        cell(feature.definition),
        cell(feature.why),
    )


def _making(design: Design, id: str, feature: Feature) -> tuple[str, ...]:
    at = f"features.{id}"
    readers = (name_of(design.models[model].name, model) for model in feature.used_by)
    return (
        name_of(feature.name, id),
        said(design, f"{at}.online-by", _made_by(design, feature.online_by)),
        said(design, f"{at}.offline-by", _made_by(design, feature.offline_by)),
        cell(feature.window),
        cell(feature.freshness),
        KNOWN.get(feature.available_at or "", ""),
        said(design, f"{at}.default", cell(feature.default)),
        cell(feature.dtype),
        said(design, f"{at}.pii", cell(feature.pii)),
        ", ".join(readers),
        cell(feature.owner),
    )


def _made_by(design: Design, id: str | None) -> str:
    return title_of(design, id) if id else ""


def labels(design: Design) -> Section | None:
    """Say where labels come from, and describe each set of examples."""
    body = Labels(
        joiners=_joiners(design),
        datasets=tuple(_dataset(design, *item) for item in design.datasets.items()),
    )
    has = body.joiners or body.datasets
    return Section("Labels and datasets", "_labels.md.j2", body) if has else None


def _joiners(design: Design) -> Table | None:
    found = design.of_kind("label-joiner", "weak-labeler", "annotation")
    headings = ("Labels made by", "Joined on", "Window", "Delay", "Runs every", "Why")
    return table(headings, [_joiner(component) for component in found])


def _joiner(component: Component) -> tuple[str, ...]:
    wanted = ("join-key", "window", "delay", "interval")
    return (
        f"**{markdown(component.title)}**",
        *(setting(component.attributes.get(name)) for name in wanted),
        cell(component.why),
    )


def _dataset(design: Design, id: str, dataset: Dataset) -> Entry:
    return Entry(
        name_of(dataset.name, id),
        facts(
            ("Built by", _made_by(design, dataset.built_by)),
            ("Join of labels and features", line(dataset.join)),
            ("Split by", ", ".join(lines(dataset.split))),
            ("Kept on one side of a split", line(dataset.group_by)),
            ("Reaches back", figure(design, dataset.lookback)),
            ("Labels final after", figure(design, dataset.maturity)),
            ("Examples", figure(design, dataset.examples)),
            ("Positive rate", figure(design, dataset.positive_rate)),
            ("Negatives kept", figure(design, dataset.negative_rate)),
            ("Sampling corrected by weights", yes_no(dataset.reweighted)),
            ("Preprocessing fitted on", line(dataset.preprocess_fit_on)),
            ("Versioned", yes_no(dataset.versioned)),
            ("Note", line(dataset.note)),
        ),
    )


def models(design: Design) -> Section | None:
    """Describe each model, and the ladder that leads to it."""
    found = tuple(_model(design, *item) for item in design.models.items())
    return Section("Models", "_models.md.j2", found) if found else None


def _model(design: Design, id: str, model: Model) -> Entry:
    at = f"models.{id}"
    learns_from = (name_of(design.datasets[d].name, d) for d in model.datasets)
    return Entry(
        name_of(model.name, id),
        facts(
            ("Predicts", line(model.task)),
            ("Algorithm", line(model.algorithm)),
            ("Loss", line(model.loss)),
            ("Output", line(model.output)),
            (
                "Calibration",
                said(design, f"{at}.calibration", line(model.calibration)),
            ),
            ("Trained by", _made_by(design, model.trained_by)),
            ("Learns from", ", ".join(learns_from)),
            ("Served by", titles_of(design, model.served_by)),
            ("Size", figure(design, model.size)),
            ("Starts from", said(design, f"{at}.pretrained", line(model.pretrained))),
            ("Why this one", line(model.why)),
            ("Fallback", said(design, f"{at}.fallback", line(model.fallback))),
            ("Retrained", said(design, f"{at}.retrain", retraining(model.retrain))),
        ),
        tuple(Fact(line(rung.model), sentence(rung.why)) for rung in model.ladder),
    )


def retraining(retrain: Retrain | None) -> str:
    """Write in one phrase when a model is trained again."""
    if retrain is None:
        return ""
    phrases = (
        f"every {line(retrain.every)}" if retrain.every else "",
        f"on {cells(retrain.on)}" if retrain.on else "",
        f"at most {line(retrain.max_age)} old" if retrain.max_age else "",
        f"{line(retrain.cooldown)} between runs" if retrain.cooldown else "",
    )
    return "; ".join(phrase for phrase in phrases if phrase)
