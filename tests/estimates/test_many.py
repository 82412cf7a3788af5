"""Many models of one shape: their memory, their versions, their training."""

from tests.computed import estimated, of_topic, told

MANY = """
    components:
      train: {kind: trainer, throughput: 1 k/s, devices: 1, examples: 60 k, efficiency: 100%%}
      registry: {kind: model-registry, keep-versions: 5}
    models: {demand: {trained-by: train, size: 50 MB%s}}
"""


def test_all_of_a_shape_are_trained_loaded_and_kept() -> None:
    found = estimated(MANY % ", count: 320")

    assert told(found, "training.train.time-of-demand") == (
        "time of one run * count",
        "1 min * 320",
        "5 h 20 min",
    )
    assert told(found, "model.demand.memory-of-all") == (
        "size * count",
        "50 MB * 320",
        "16 GB",
    )
    assert told(found, "model.demand.kept-in-registry") == (
        "all of them * keep versions",
        "16 GB * 5",
        "80 GB",
    )


def test_one_model_has_none_of_these_figures() -> None:
    found = estimated(MANY % "")

    assert "time-of" not in " ".join(of_topic(found, "training"))
    assert "-of-all" not in " ".join(of_topic(found, "model"))
