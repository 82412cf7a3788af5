"""Models: how old they get, and how old what they know is."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

WEEKLY = """
    components:
      disputes: {kind: source-db}
      ingest: {kind: batch-ingest, interval: 6 h, runtime: 1 h}
      join: {kind: label-joiner}
      sets: {kind: dataset-builder, runtime: 2 h}
      train: {kind: trainer, runtime: 3 h, interval: 1 d}
      judge: {kind: evaluator, runtime: 1 h}
      registry: {kind: model-registry}
      deploy: {kind: deployer, bake: 2 h}
      score: {kind: model-server}
    datasets: {payments: {maturity: 45 d}}
    models:
      scorer: {trained-by: train, datasets: [payments], retrain: {every: 7 d}}
    flows:
      batches:
        - disputes -> ingest: raw-table
        - ingest -> join: label
        - join -> sets: label
        - sets -> train: dataset
      control: [train -> judge -> registry -> deploy -> score: model]
"""
HOUR, DAY = 3_600, 86_400


def test_late_labels_make_what_a_model_knows_old() -> None:
    found = estimated(WEEKLY)
    before_the_next = figure(found, "model.worst-age").value - 7 * DAY

    assert before_the_next == pytest.approx(1_095 * HOUR)
    assert figure(found, "model.age").value == 8 * HOUR + 7 * DAY


def test_ages_are_worked_out_step_by_step() -> None:
    found = estimated(WEEKLY)

    assert told(found, "model.age") == (
        "sets runtime + train runtime + judge runtime + deploy bake + scorer every",
        "2 h + 3 h + 1 h + 2 h + 7 d",
        "7 d 8 h",
    )
    assert told(found, "model.worst-age") == (
        "payments maturity + ingest interval + ingest runtime + age of the model",
        "45 d + 6 h + 1 h + 7 d 8 h",
        "52 d 15 h",
    )


def test_daily_training_on_fresh_labels_is_two_days_behind() -> None:
    found = estimated("""
        components:
          join: {kind: label-joiner, interval: 1 h, runtime: 0 s}
          sets: {kind: dataset-builder, runtime: 2 h}
          train: {kind: trainer, runtime: 49.2 min}
          judge: {kind: evaluator, runtime: 30 min}
          deploy: {kind: deployer, bake: 2 h}
        datasets: {clicks: {youngest: 24 h}}
        models: {ranker: {trained-by: train, retrain: {every: 24 h}}}
        flows:
          batches: [join -> sets: label, sets -> train: dataset]
          control: [train -> judge -> deploy: model]
    """)

    assert figure(found, "model.worst-age").value / HOUR == pytest.approx(
        24 + 1 + 2 + 0.82 + 0.5 + 2 + 24
    )


def test_several_models_have_an_age_each_and_the_first_needs_no_name() -> None:
    found = estimated(
        WEEKLY.replace(
            "    flows:",
            "      spare: {name: Spare, trained-by: train, datasets: [payments]}\n"
            "      bought: {served-by: score}\n    flows:",
        )
    )

    assert of_topic(found, "model") == [
        "model.age",
        "model.worst-age",
        "model.spare.age",
        "model.spare.worst-age",
    ]
    assert figure(found, "model.spare.age").title == "Spare: age at worst"
    assert told(found, "model.spare.age")[0].endswith("deploy bake + train interval")


def test_what_is_lacking_is_named() -> None:
    found = estimated("""
        components: {train: {kind: trainer}}
        models: {ranker: {trained-by: train, datasets: [clicks]}}
        datasets: {clicks: {examples: 5 M}}
    """)

    assert lacking(found, "model.age") == (
        "needs models.ranker.retrain.every (time between scheduled runs)"
    )
    assert lacking(found, "model.worst-age") == (
        "needs datasets.clicks.youngest "
        "(age of the youngest example that is learnt from); "
        "needs models.ranker.retrain.every (time between scheduled runs)"
    )


def test_without_a_dataset_any_may_state_its_youngest_example() -> None:
    found = estimated("""
        components: {train: {kind: trainer}}
        models: {ranker: {trained-by: train, retrain: {every: 1 d}}}
    """)

    assert lacking(found, "model.worst-age").startswith("needs datasets.*.youngest")


def test_a_model_that_nobody_trains_has_no_age() -> None:
    found = estimated("""
        components: {score: {kind: model-server}}
        models: {bought: {served-by: score}}
    """)

    assert found.part("model") is None


READ = """
    models: {a: {size: 2 GB, trained-by: fit}, b: {}}
    components: {fit: {kind: trainer}, kept: {kind: model-registry, keep-versions: 5}}
    features:
      counts: {count: 40, used-by: a}
      place: {used-by: a}
      words: {count: 300, used-by: b}
      hour: {count: 2}
"""


def test_a_model_reads_the_features_of_its_families() -> None:
    found = estimated(READ)

    assert told(found, "model.a.features") == (
        "counts + place + hour",
        "40 + 1 + 2",
        "43",
    )
    assert told(found, "model.b.features")[1:] == ("300 + 2", "302")


def test_families_without_a_count_give_no_sum() -> None:
    found = estimated("""
        components: {fit: {kind: trainer}}
        models: {a: {}}
        features: {place: {used-by: a}}
    """)

    assert "model.a.features" not in {it.id for it in (*found.figures, *found.gaps)}


def test_a_registry_keeps_versions_of_what_is_trained() -> None:
    found = estimated(READ)

    assert told(found, "model.a.kept-in-kept") == (
        "size * keep versions",
        "2 GB * 5",
        "10 GB",
    )
    assert "model.b.kept-in-kept" not in {it.id for it in found.figures}
