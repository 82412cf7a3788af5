"""Federated training: what a round and a training ask of the devices."""

from tests.computed import estimated, figure, lacking, of_topic, told

TRAINED = """
    components:
      phone: {kind: device, count: 4 M}
      train:
        {kind: trainer, clients-per-round: 500, rounds: 1 k, round-time: 10 min,
          drop-out: 8%, update-size: 5 MB}
    flows:
      batches: [phone -> train: model, train -> phone: model]
    models:
      words: {trained-by: train, size: 20 MB}
"""


def test_a_training_on_devices_is_worked_out() -> None:
    found = estimated(TRAINED)

    assert {id: told(found, id) for id in of_topic(found, "federated")} == {
        "federated.train.updates": (
            "devices asked * (1 - drop out)",
            "500 * (1 - 8%)",
            "460",
        ),
        "federated.train.down": ("devices asked * model size", "500 * 20 MB", "10 GB"),
        "federated.train.up": ("updates * update size", "460 * 5 MB", "2.3 GB"),
        "federated.train.traffic": (
            "rounds * (down + up)",
            "1 k * (10 GB + 2.3 GB)",
            "12.3 TB",
        ),
        "federated.train.time": ("rounds * round time", "1 k * 10 min", "6 d 23 h"),
        "federated.train.fleet-share": (
            "1 - (1 - devices asked / phone)^rounds",
            "1 - (1 - 500 / 4 M)^1 k",
            "11.8%",
        ),
    }


def test_an_update_of_no_stated_size_is_as_large_as_the_model() -> None:
    found = estimated(TRAINED.replace(", update-size: 5 MB", ""))

    assert figure(found, "federated.train.up").value == 460 * 20e6


def test_fleets_add_up() -> None:
    two = TRAINED.replace(
        "      train:\n", "      watch: {kind: device, count: 1 M}\n      train:\n"
    ).replace("[phone ->", "[watch -> train: model, phone ->")

    assert told(estimated(two), "federated.train.fleet-share")[1:] == (
        "1 - (1 - 500 / 5,000,000)^1 k",
        "9.52%",
    )


def test_what_is_lacking_is_named() -> None:
    found = estimated(TRAINED.replace(", count: 4 M", "").replace(", size: 20 MB", ""))

    assert lacking(found, "federated.train.fleet-share") == (
        "no device takes part, or none states its count"
    )
    assert lacking(found, "federated.train.down") == (
        "needs models.words.size (size of the artefact)"
    )


def test_a_trainer_with_a_dataset_is_left_alone() -> None:
    found = estimated(TRAINED.replace("clients-per-round: 500, ", ""))

    assert found.part("federated") is None
