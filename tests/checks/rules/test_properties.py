"""What must not matter to a rule does not: names, order, comments, the hash seed."""

import json
import os
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from designkit.checks.checker import CRASHED, check
from designkit.checks.rules import all_rules
from designkit.checks.run import check_file, make_plan
from designkit.diagnostics import Diagnostic
from designkit.source.loader import Loaded, load_text
from designkit.source.settings import Settings
from tests.mutated import DESIGNS, Tree, checked, load, shipped, short, without

few = settings(deadline=None, max_examples=8, phases=[Phase.explicit, Phase.generate])
seeds = st.integers(0, 2**32 - 1)

REFERENCES = {
    "features": {
        "online-by": "components",
        "data-from": "components",
        "offline-by": "components",
        "used-by": "models",
    },
    "models": {
        "trained-by": "components",
        "served-by": "components",
        "datasets": "datasets",
    },
    "datasets": {"built-by": "components"},
}
"""Where sections name what other sections hold."""

RENAMED = ("components", "features", "models", "datasets")
"""Sections whose ids are only names."""

FAULTS = {
    "ad-click": ("offline", "deploy", "privacy"),
    "fraud": ("evaluate", "score", "audit"),
    "recommendation": ("registry", "data-monitor", "gateway"),
    "search-ranking": ("train", "feature-log", "eligible"),
}
"""Components without which each design has faults of several kinds."""


@st.composite
def faulty(draw: st.DrawFn) -> tuple[str, Tree]:
    """Draw a shipped design from which a component was taken."""
    name = draw(st.sampled_from(DESIGNS))
    return name, without(name, draw(st.sampled_from(FAULTS[name])))


def found_in(loaded: Loaded) -> tuple[Diagnostic, ...]:
    assert loaded.design is not None, loaded.diagnostics
    found = check(loaded, all_rules(), strict=True).diagnostics
    assert found
    return found


Telling = Callable[[str], str]


def as_they_are(text: str) -> str:
    return text


def told(found: tuple[Diagnostic, ...], back: Telling = as_they_are) -> Counter[tuple]:
    """Count findings without places; what a message lists has no order.

    What may have been meant is a matter of names.
    """
    return Counter(
        (
            *(d.code, d.severity, back(d.element)),
            words(back(d.message.partition("; did you mean ")[0])),
        )
        for d in found
    )


def words(message: str) -> tuple[str, ...]:
    return tuple(sorted(re.findall(r"[\w-]+", message)))


# ---- names


@few
@given(design=faulty(), seed=seeds)
def test_renaming_ids_changes_no_finding(design: tuple[str, Tree], seed: int) -> None:
    name, tree = design
    new = new_names(tree, seed)
    old = {n: o for names in new.values() for o, n in names.items()}

    def back(text: str) -> str:
        return re.sub(r"\bq\d+x\b", lambda found: old[found[0]], text)

    before, after = found_in(load(tree, name)), found_in(load(renamed(tree, new), name))

    assert told(after, back) == told(before)


Names = Mapping[str, Mapping[str, str]]


def new_names(tree: Tree, seed: int) -> Names:
    numbers = list(range(1000))
    random.Random(seed).shuffle(numbers)
    return {
        section: {id: f"q{numbers.pop()}x" for id in tree[section]}
        for section in RENAMED
    }


def renamed(tree: Tree, new: Names) -> Tree:
    changed = deepcopy(tree)
    ids = {old: name for section in RENAMED for old, name in new[section].items()}
    promises = changed["objectives"]["freshness"]
    changed["objectives"]["freshness"] = {
        ids.get(name, name): limit for name, limit in promises.items()
    }
    for section, keys in REFERENCES.items():
        changed[section] = {
            id: {
                k: replaced(v, new[keys[k]]) if k in keys else v for k, v in it.items()
            }
            for id, it in tree[section].items()
        }
    for service in changed["components"].values():
        if "covers" in service:
            service["covers"] = replaced(service["covers"], new["components"])
    for section in RENAMED:
        changed[section] = {
            new[section][id]: part for id, part in changed[section].items()
        }
    changed["flows"] = {
        mode: [
            {arrow(ends, new["components"]): how for ends, how in item.items()}
            for item in items
        ]
        for mode, items in tree["flows"].items()
    }
    return changed


def replaced(value: str | list[str], names: Mapping[str, str]) -> str | list[str]:
    if isinstance(value, list):
        return [names.get(item, item) for item in value]
    return names.get(value, value)


def arrow(ends: str, names: Mapping[str, str]) -> str:
    return " -> ".join(names[end] for end in ends.split(" -> "))


# ---- order and comments


@few
@given(design=faulty(), seed=seeds)
def test_reordering_changes_no_finding(design: tuple[str, Tree], seed: int) -> None:
    name, tree = design
    mixed = shuffled(tree, random.Random(seed))
    mixed["flows"] = {
        mode: random.Random(seed).sample(items, len(items))
        for mode, items in mixed["flows"].items()
    }

    before, after = found_in(load(tree, name)), found_in(load(mixed, name))
    mixed["components"] = {id: mixed["components"][id] for id in tree["components"]}

    assert levels(after) == levels(before)
    assert told(found_in(load(mixed, name))) == told(before)


def levels(found: tuple[Diagnostic, ...]) -> Counter[tuple]:
    """Count findings; which of several equals one names is the first in the file."""
    return Counter((d.code, d.severity) for d in found)


def shuffled(part, order: random.Random):
    if isinstance(part, list):
        return [shuffled(item, order) for item in part]
    if not isinstance(part, dict):
        return part
    keys = order.sample(list(part), len(part))
    return {key: shuffled(part[key], order) for key in keys}


def dumped(tree: Tree) -> str:
    return yaml.safe_dump(tree, sort_keys=False, width=10**6, allow_unicode=True)


@few
@given(design=faulty(), seed=seeds)
def test_comments_and_blank_lines_only_move_findings(
    design: tuple[str, Tree], seed: int
) -> None:
    _, tree = design
    lines, order = dumped(tree).splitlines(), random.Random(seed)
    wide, now_at = [], {}
    for number, line in enumerate(lines, 1):
        wide += order.choices(
            ["", "# as agreed", "   # no: waiver"], k=order.choice([0, 0, 3])
        )
        wide.append(line)
        now_at[number] = len(wide)

    before = found_in(load_text("\n".join(lines)))
    after = found_in(load_text("\n".join(wide)))

    assert [(d.code, d.message, d.element, d.span.line) for d in after] == [
        (d.code, d.message, d.element, now_at[d.span.line]) for d in before
    ]


# ---- waivers


@few
@given(design=faulty(), pick=seeds, by_comment=st.booleans())
def test_waiving_one_marks_exactly_that_one(
    design: tuple[str, Tree], pick: int, by_comment: bool
) -> None:
    text = dumped(design[1])
    before = reported(text)
    codes = Counter(d.code for d in before)
    alone = [d for d in before if codes[d.code] == 1]
    assume(alone)
    chosen = alone[pick % len(alone)]
    write = with_comment if by_comment else with_section
    after = reported(write(text, chosen))

    assert [d.code for d in after if d.waived] == [chosen.code]
    assert told(after) == told(before)


def reported(text: str) -> tuple[Diagnostic, ...]:
    report, crashed = check_file(load_text(text), make_plan(Settings()))
    assert not crashed
    return report.diagnostics


def with_section(text: str, found: Diagnostic) -> str:
    entry = {"rule": found.name, "at": found.element, "reason": "agreed in review"}
    return text + dumped({"waivers": [entry]})


def with_comment(text: str, found: Diagnostic) -> str:
    lines = text.splitlines()
    lines[found.span.line - 1] += (
        f"  # designkit: ignore[{found.name}] agreed in review"
    )
    return "\n".join(lines)


# ---- any machine, any design


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """What two hash seeds make of designs with faults, side by side."""
    folders = [tmp_path_factory.mktemp(f"seed-{seed}") for seed in "01"]
    running = [start(folder, str(seed)) for seed, folder in enumerate(folders)]
    for process in running:
        assert process.wait(60) == 1
    return [
        {path.name: path.read_bytes() for path in sorted(folder.glob("found.*"))}
        for folder in folders
    ]


def start(folder: Path, seed: str) -> subprocess.Popen[bytes]:
    for name, gone in FAULTS.items():
        text = dumped(without(name, gone[0]))
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    outputs = [f"--output={form}=found.{form}" for form in ("json", "sarif", "text")]
    return subprocess.Popen(
        [sys.executable, "-m", "designkit", "check", ".", *outputs],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_the_hash_seed_changes_no_byte(reports: list[dict[str, bytes]]) -> None:
    first, second = reports

    assert set(first) == {"found.json", "found.sarif", "found.text"}
    assert first == second
    assert len(json.loads(first["found.json"])["findings"]) > len(FAULTS)


@cache
def parts_of(name: str) -> tuple[tuple[str, str, str], ...]:
    """Return where each key of the components and of what is learnt stands."""
    return tuple(
        (section, id, key)
        for section in ("components", "features", "models", "datasets")
        for id, part in short(name)[section].items()
        for key in part
    )


@settings(deadline=None, max_examples=15, phases=[Phase.explicit, Phase.generate])
@given(name=st.sampled_from(DESIGNS), seed=seeds)
def test_no_rule_crashes_on_a_mutation(name: str, seed: int) -> None:
    order = random.Random(seed)
    assert shipped(name).design is not None
    tree = without(name, order.choice(list(short(name)["components"])))
    for section, id, key in order.sample(parts_of(name), 40):
        if key != "kind" and id in tree[section]:
            tree[section][id].pop(key, None)
    for section in order.sample(["objectives", "problem", "experiment", "workload"], 2):
        tree.pop(section)
    for mode, items in tree["flows"].items():
        tree["flows"][mode] = order.sample(items, len(items) * 3 // 4)
    result = checked(tree, name)

    assert result.loaded.design is not None, result.diagnostics
    assert CRASHED not in {d.code for d in result.diagnostics}
