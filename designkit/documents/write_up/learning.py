"""What is learnt: features, labels and datasets, models."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Heading, Items, Paragraph, Table
from designkit.documents.write_up.blocks import (
    facts,
    listed,
    present,
    sentence,
    shown,
    steps,
    table,
    under,
)
from designkit.documents.write_up.figures import (
    figure,
    name_of,
    said,
    setting,
    title_of,
    titles_of,
    yes_no,
)
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.model.learning import Dataset, Feature, Head, Model, Retrain

KNOWN = {"before": "before", "request": "at request", "after": "after"}
"""When the value of a feature is known, in words."""

MEANING = ("Describes", "Group", "Count", "Definition", "Why")
MAKING = (
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
FEATURE_COLUMNS = ("Feature", *MEANING, *MAKING)


def features(design: Design) -> Iterator[Block]:
    """List the features that models read."""
    found = design.features.items()
    rows = [_making(design, id, item) for id, item in found]
    made = table(("Feature", *MAKING), rows)
    meant = [_meaning(design, *item) for item in found]
    yield from present(table(("Feature", *MEANING), meant))
    if made and len(made.headings) > 1:
        yield from under("How features are made", made)


def feature_row(design: Design, id: str, feature: Feature) -> tuple[str, ...]:
    """Tell in cells of `FEATURE_COLUMNS` what a feature means and how it is made."""
    return (*_meaning(design, id, feature), *_making(design, id, feature)[1:])


def _meaning(design: Design, id: str, feature: Feature) -> tuple[str, ...]:
    return (
        f"**{name_of(feature.name, id)}**",
        shown(feature.entity),
        shown(feature.group),
        shown(feature.count),
        shown(feature.definition),
        shown(feature.why),
    )


def _making(design: Design, id: str, feature: Feature) -> tuple[str, ...]:
    at = f"features.{id}"
    readers = (name_of(design.models[model].name, model) for model in feature.used_by)
    return (
        name_of(feature.name, id),
        said(design, f"{at}.online-by", _made_by(design, feature.online_by)),
        said(design, f"{at}.offline-by", _made_by(design, feature.offline_by)),
        shown(feature.window),
        shown(feature.freshness),
        KNOWN.get(feature.available_at or "", ""),
        said(design, f"{at}.default", shown(feature.default)),
        shown(feature.dtype),
        said(design, f"{at}.pii", shown(feature.pii)),
        ", ".join(readers),
        shown(feature.owner),
    )


def _made_by(design: Design, id: str | None) -> str:
    return title_of(design, id) if id else ""


def labels(design: Design) -> Iterator[Block]:
    """Say where labels come from, and describe each set of examples."""
    yield from present(joiners(design))
    for id, dataset in design.datasets.items():
        yield Heading(f"Dataset: {name_of(dataset.name, id)}", 3)
        yield _dataset(design, dataset) or Paragraph("Nothing is stated of it yet.")


def joiners(design: Design) -> Table | None:
    """List what makes labels, and on what terms."""
    found = design.of_kind("label-joiner", "weak-labeler", "human-labeling")
    headings = ("Labels made by", "Joined on", "Window", "Delay", "Runs every", "Why")
    return table(headings, [_joiner(component) for component in found])


def _joiner(component: Component) -> tuple[str, ...]:
    wanted = ("join-key", "window", "delay", "interval")
    return (
        f"**{component.title}**",
        *(setting(component.attributes.get(name)) for name in wanted),
        shown(component.why),
    )


def _dataset(design: Design, dataset: Dataset) -> Items | None:
    return facts(
        ("Built by", _made_by(design, dataset.built_by)),
        ("Join of labels and features", shown(dataset.join)),
        ("Split by", listed(dataset.split)),
        ("Gap between training and test", figure(design, dataset.gap)),
        ("Kept on one side of a split", shown(dataset.group_by)),
        ("Linked within", shown(dataset.linked_within)),
        ("Reaches back", figure(design, dataset.lookback)),
        ("Labels", listed(dataset.labels)),
        ("Labels final after", figure(design, dataset.maturity)),
        ("Youngest example", figure(design, dataset.youngest)),
        ("Late labels are made up for", shown(dataset.delayed_feedback)),
        ("Outcomes cut off are made up for", shown(dataset.censoring)),
        ("The place is made up for", shown(dataset.position_bias)),
        ("Treatment", shown(dataset.treatment)),
        ("What led to it is made up for", shown(dataset.confounding)),
        ("Examples", figure(design, dataset.examples)),
        ("Positive rate", figure(design, dataset.positive_rate)),
        ("Negatives kept", figure(design, dataset.negative_rate)),
        ("Sampling corrected by weights", yes_no(dataset.reweighted)),
        ("Preprocessing fitted on", shown(dataset.preprocess_fit_on)),
        ("Versioned", yes_no(dataset.versioned)),
        ("Note", shown(dataset.note)),
    )


def models(design: Design) -> Iterator[Block]:
    """Describe each model, and the ladder that leads to it."""
    for id, model in design.models.items():
        yield Heading(f"Model: {name_of(model.name, id)}", 3)
        said = present(_model(design, id, model), *_ladder(model))
        yield from said or (Paragraph("Nothing is stated of it yet."),)


def _ladder(model: Model) -> Iterator[Block | None]:
    if model.ladder:
        yield Paragraph("The ladder, simplest first:")
        yield steps(
            f"**{rung.model}.** {sentence(rung.why)}".rstrip() for rung in model.ladder
        )


def _head(id: str, head: Head) -> str:
    """Write what one of several outputs is of: ``Phishing (phish, probability)``."""
    said = listed(it for it in (head.label, head.output, head.calibration) if it)
    return f"{name_of(head.name, id)} ({said})" if said else name_of(head.name, id)


def _model(design: Design, id: str, model: Model) -> Items | None:
    at = f"models.{id}"
    learns_from = (name_of(design.datasets[d].name, d) for d in model.datasets)
    return facts(
        ("Predicts", shown(model.task)),
        ("Algorithm", shown(model.algorithm)),
        ("Loss", shown(model.loss)),
        ("Labels", listed(model.labels)),
        ("Heads", "; ".join(_head(id, head) for id, head in model.heads.items())),
        ("Output", shown(model.output)),
        (
            "Calibration",
            said(design, f"{at}.calibration", shown(model.calibration)),
        ),
        ("Trained by", _made_by(design, model.trained_by)),
        ("Learns from", ", ".join(learns_from)),
        ("Served by", titles_of(design, model.served_by)),
        ("How many of its shape", figure(design, model.count)),
        ("Held within", shown(model.bounds)),
        ("Size", figure(design, model.size)),
        ("Starts from", said(design, f"{at}.pretrained", shown(model.pretrained))),
        ("Version", shown(model.version)),
        ("Why this one", shown(model.why)),
        ("Fallback", said(design, f"{at}.fallback", shown(model.fallback))),
        ("Retrained", said(design, f"{at}.retrain", retraining(model.retrain))),
    )


def retraining(retrain: Retrain | None) -> str:
    """Write in one phrase when a model is trained again."""
    if retrain is None:
        return ""
    phrases = (
        f"every {shown(retrain.every)}" if retrain.every else "",
        f"on {listed(retrain.on)}" if retrain.on else "",
        f"at most {shown(retrain.max_age)} old" if retrain.max_age else "",
        f"{shown(retrain.cooldown)} between runs" if retrain.cooldown else "",
    )
    return "; ".join(phrase for phrase in phrases if phrase)
