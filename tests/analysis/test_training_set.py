from designkit.analysis.facts import Facts, State
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.source.loader import load_text

HEAD = "designkit: 1\nname: Example\nsystem: generic\n"


def sets_of(text: str) -> dict[str, TrainingSet]:
    design = load_text(HEAD + text, "example.yaml").design
    assert design is not None
    return {examples.id: examples for examples in training_sets(Facts(design))}


def test_a_dataset_is_filled_from_its_builder():
    sets = sets_of("""\
components:
  build: {kind: dataset-builder, join: logged, split: time, negative-rate: 10%}
datasets:
  clicks: {built-by: build, split: random}
  views: {join: none}
""")

    clicks, views = sets["clicks"], sets["views"]
    assert list(sets) == ["clicks", "views"]
    assert (clicks.said.join, clicks.said.split) == ("logged", ("random",))
    assert str(clicks.said.negative_rate) == "10%"
    assert clicks.place("join") == ("components", "build", "join")
    assert clicks.place("split") == ("datasets", "clicks", "split")
    assert clicks.place("lookback") == ("datasets", "clicks", "lookback")
    assert (views.said.join, views.state("join")) == (None, State.ABSENT)
    assert views.said.split == ("time",)


def test_a_builder_of_no_dataset_stands_for_itself():
    sets = sets_of("""\
components:
  first: {kind: dataset-builder, split: [time, group]}
  second: {kind: dataset-builder}
datasets:
  clicks: {built-by: second}
  loose: {split: random}
""")

    assert list(sets) == ["clicks", "loose", "first"]
    assert sets["first"].said.split == ("time", "group")
    assert sets["first"].place("split") == ("components", "first", "split")
    assert sets["loose"].places == (("datasets", "loose"),)


def test_models_and_features_belong_to_what_they_name_or_to_all():
    sets = sets_of("""\
components:
  build: {kind: dataset-builder}
datasets: {clicks: {}, rated: {}}
models:
  ranker: {name: Ranker, datasets: clicks}
  other: {name: Other, datasets: clicks}
features:
  views: {used-by: ranker}
  price: {entity: item}
""")

    clicks, rated = sets["clicks"], sets["rated"]
    assert [model.name for model in clicks.models] == ["Ranker", "Other"]
    assert [id for id, _ in clicks.features] == ["views", "price"]
    assert clicks.is_learnt
    assert (rated.models, rated.is_learnt) == ((), False)
    assert [id for id, _ in rated.features] == ["price"]
