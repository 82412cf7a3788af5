"""Whether what a model is served may differ from what it was trained on."""

from designkit.analysis.facts import Facts, State
from designkit.analysis.roles import has_role
from designkit.catalog.kind import Stage
from designkit.catalog.role import Role
from designkit.model.learning import Feature


def may_differ(facts: Facts) -> bool:
    """Whether values are made twice, for training and for serving, or kept in between.

    They are not where nothing is trained, and so no training set of its own is there;
    where the design says that it has no features; where each is made by
    one piece of code at the moment it is read; and where a model is trained on what
    comes in and nothing makes features of it, as with pixels, sound and text.
    """
    features = facts.design.features
    if facts.state("features") is State.ABSENT or _trains_nothing(facts):
        return False
    if features and facts.lacks(Stage.FEATURES):
        made_twice = (
            not feature.parity and _is_made_twice(facts, feature)
            for feature in features.values()
        )
        return any(made_twice)
    if facts.with_role(Role.TRANSFORM) or not facts.lacks(Stage.FEATURES):
        return True
    return facts.lacks(Stage.TRAINING) and not facts.design.models


def _trains_nothing(facts: Facts) -> bool:
    """Whether all models say that nobody here trains them, or others run them."""
    if facts.trains_nothing:
        return True
    states = {facts.state("models", id, "trained-by") for id in facts.design.models}
    return states == {State.ABSENT} and not facts.has("trainer")


def _is_made_twice(facts: Facts, feature: Feature) -> bool:
    """Whether two components work it out, as far as can be seen."""
    if not feature.online_by:
        return feature.available_at != "request"
    makers = {feature.online_by, feature.offline_by or feature.online_by}
    parts = [facts.design.components[id] for id in makers]
    return len(parts) > 1 and all(has_role(part, Role.COMPUTES) for part in parts)
