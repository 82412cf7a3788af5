from inline_snapshot import snapshot

from designkit.pictures.drawing import Drawing
from designkit.pictures.views.training import training
from tests.drawn import SMALL, design_of, written

LEARNING = """\
designkit: 1
name: Learning
system: generic
components:
  app: {kind: client}
  gate: {kind: gateway}
  log: {kind: event-log}
  lake: {kind: lake}
  store: {kind: offline-store}
  review: {kind: review-queue}
  join: {kind: label-joiner}
  build: {kind: dataset-builder}
  train: {kind: trainer, interval: 7 d}
  models: {kind: model-registry}
  release: {kind: deployer}
  watch: {kind: monitor}
  scorer: {kind: model-server}
flows:
  calls:
    - app -> gate: request
  streams:
    - app -> log: event
    - scorer -> watch: metric
  batches:
    - log -> lake: raw-table
    - lake -> store: feature-table
    - store -> build: feature-table
    - review -> join: label
    - join -> build: label
    - build -> train: dataset
    - train -> models: model
    - train -> models: metric
  control:
    - models -> release: model
    - release -> scorer: model
"""


def bands(drawing: Drawing) -> dict[str, list[str]]:
    return {
        group.title: [n.id for n in drawing.nodes if group.box.contains(n.box)]
        for group in drawing.groups
    }


def test_what_a_model_is_made_from_stands_in_the_bands_of_its_stages() -> None:
    assert bands(training.draw(design_of(LEARNING))) == snapshot(
        {
            "Sources and ingestion": ["app", "log", "lake"],
            "Feature store": ["store"],
            "Outcomes and labels": ["join", "review"],
            "Training": ["build", "train"],
            "Registry and release": ["release", "models"],
        }
    )


def test_where_labels_come_from_stands_with_the_labels() -> None:
    drawing = training.draw(design_of(LEARNING))

    assert drawing.nodes
    assert "review" in bands(drawing)["Outcomes and labels"]


def test_requests_metrics_and_serving_are_left_out() -> None:
    drawing = training.draw(design_of(LEARNING))
    wires = [(a.source, a.target, a.carries) for a in drawing.arrows]

    assert wires == snapshot(
        [
            ("app", "log", "event"),
            ("log", "lake", "raw-table"),
            ("lake", "store", "feature-table"),
            ("store", "build", "feature-table"),
            ("review", "join", "label"),
            ("join", "build", "label"),
            ("build", "train", "dataset"),
            ("train", "models", "model"),
            ("models", "release", "model"),
        ]
    )
    assert {node.id for node in drawing.nodes}.isdisjoint({"gate", "watch", "scorer"})


def test_what_a_client_is_told_in_the_end_is_left_out_but_not_a_model() -> None:
    told = LEARNING.replace(
        "    - review -> join: label\n",
        "    - review -> app: decision\n    - release -> app: model\n",
    )
    drawing = training.draw(design_of(told))

    assert ("release", "app") in {(a.source, a.target) for a in drawing.arrows}
    assert "review" not in {node.id for node in drawing.nodes}


def test_without_a_feature_store_all_bands_may_stand_in_one_row() -> None:
    store = "    - lake -> store: feature-table\n    - store -> build: feature-table\n"
    plain = (
        LEARNING.replace(
            store,
            "    - lake -> check: raw-table\n    - check -> build: raw-table\n"
            "    - build -> judge: dataset\n",
        )
        .replace(
            "  gate: {kind: gateway}\n",
            "  gate: {kind: gateway}\n  check: {kind: data-validator}\n"
            "  judge: {kind: evaluator}\n",
        )
        .replace(
            "    - models -> release: model\n",
            "    - models -> release: model\n    - judge -> models: model\n",
        )
    )
    drawing = training.draw(design_of(plain))
    tops = {group.title: group.box.y for group in drawing.groups}

    assert tops == {
        "Sources and ingestion": 0.0,
        "Outcomes and labels": 0.0,
        "Training": 0.0,
        "Registry and release": 0.0,
    }


def test_jobs_say_how_often_they_run() -> None:
    (train,) = (n for n in training.draw(design_of(SMALL)).nodes if n.id == "train")

    assert written(train.parts) == snapshot(["Train", "XGBoost", "every\xa07\xa0d"])


def test_a_design_that_does_not_learn_gives_a_picture_of_nothing() -> None:
    drawing = training.draw(design_of(SMALL.partition("flows:")[0]))

    assert (drawing.nodes, drawing.arrows, drawing.groups) == ((), (), ())
