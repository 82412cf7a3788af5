"""Caches that two versions share."""

import pytest

from designkit.checks.rules.release.cache_mixes_arms import cache_mixes_arms
from tests.rule_examples import told

DESIGN = """\
components:
  rank: {{kind: {source}}}
  recent: {{kind: cache{key}}}
  {release}
flows: {{streams: [rank -> recent: {carries}]}}
"""


def told_of(
    key: str,
    *,
    source: str = "model-server",
    carries: str = "prediction",
    release: str = "deploy: {kind: deployer}",
) -> list[str]:
    written = DESIGN.format(key=key, source=source, carries=carries, release=release)
    return told(written, cache_mixes_arms)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param(
            ", key: [user-id, alarm]",
            "3 error: the key of recent (user-id, alarm) lacks the model version: "
            "arms share answers",
            id="no version",
        ),
        pytest.param(
            ", key: none",
            "3 error: the key of recent (none) lacks the model version: "
            "arms share answers",
            id="none",
        ),
        pytest.param(
            "",
            "3 warning: recent does not say what its key is made of",
            id="unstated",
        ),
    ],
)
def test_a_key_that_does_not_tell_versions_apart_is_found(
    key: str, expected: str
) -> None:
    assert told_of(key) == [expected]


@pytest.mark.parametrize("part", ["model_version", "arm", "experiment arm", "encoder"])
def test_a_key_that_tells_them_apart_passes(part: str) -> None:
    assert told_of(f", key: [user, {part}]") == []


def test_features_are_the_same_for_all_versions() -> None:
    found = told_of(", key: user", source="online-store", carries="feature-values")

    assert found == []


def test_one_version_alone_mixes_with_nothing() -> None:
    assert told_of(", key: user", release="app: {kind: client}") == []
