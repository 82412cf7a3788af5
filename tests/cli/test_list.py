"""`designkit list` tells what there is to choose from, to people and to programs."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict

import pytest
from inline_snapshot import snapshot

from designkit.api import formats, views
from designkit.catalog.kinds import all_kinds, kind
from designkit.cli.listing import TOPICS
from designkit.pictures.views import find_view

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""

every_topic = pytest.mark.parametrize("topic", TOPICS)


def test_a_list_is_a_table_of_names_and_what_they_mean(run: Run) -> None:
    code, out, err = run("list", "views")
    name, meaning = out.splitlines()[0].split("  ", 1)

    assert (code, err) == (0, "")
    assert (name, meaning.strip()) == ("overview", find_view("overview").summary)


@every_topic
def test_a_table_has_a_line_for_each_entry_and_its_columns_are_aligned(
    topic: str, run: Run
) -> None:
    entries = json.loads(run("list", topic, "--format", "json")[1])
    (listed,) = (value for key, value in entries.items() if key != "version")
    lines = run("list", topic)[1].splitlines()
    left = max(len(entry["name"]) for entry in listed) + 2

    assert [line[:left].rstrip() for line in lines] == [e["name"] for e in listed]
    assert all(line[left - 2 : left] == "  " and line[left] != " " for line in lines)


@every_topic
def test_json_is_an_object_with_a_version_and_one_list(topic: str, run: Run) -> None:
    told = json.loads(run("list", topic, "--format", "json")[1])

    assert list(told) == ["version", topic.replace("-", "_")]
    assert told["version"] == 1
    assert all(
        entry["name"] and (entry.get("definition") or entry.get("summary"))
        for entry in list(told.values())[1]
    )


def test_a_kind_is_told_with_all_that_the_catalogue_knows(run: Run) -> None:
    told = json.loads(run("list", "kinds", "--format", "json")[1])["kinds"]
    registry = next(entry for entry in told if entry["name"] == "model-registry")
    known = kind("model-registry")

    assert [entry["name"] for entry in told] == [kind.name for kind in all_kinds()]
    assert list(registry) == snapshot(
        [
            "name",
            "stage",
            "plane",
            "takes",
            "needs",
            "needs_one",
            "gives",
            "roles",
            "definition",
            "attributes",
            "technologies",
        ]
    )
    assert known
    of_pictures_and_pages = {"glyph", "example"}
    all_of_it = json.loads(json.dumps(asdict(known)))
    assert registry == {
        name: value
        for name, value in all_of_it.items()
        if name not in of_pictures_and_pages
    }


def test_a_rule_is_told_with_where_it_belongs_and_where_its_page_is(run: Run) -> None:
    told = json.loads(run("list", "rules", "--format", "json")[1])["rules"]

    assert next(entry for entry in told if entry["code"] == "DK110") == snapshot(
        {
            "code": "DK110",
            "name": "no-monitoring",
            "severity": "error",
            "stage": "completeness",
            "systems": [],
            "summary": "A system that serves a model should watch it.",
            "url": "docs/rules/no-monitoring.md",
        }
    )


def test_the_help_names_every_list(run: Run) -> None:
    told = " ".join(run("list", "--help")[1].split())

    assert [topic for topic in TOPICS if topic not in told] == []


def test_what_is_listed_is_what_render_takes(run: Run) -> None:
    def names(topic: str) -> tuple[str, ...]:
        told = json.loads(run("list", topic, "--format", "json")[1])
        return tuple(entry["name"] for entry in told[topic])

    assert names("views") == views()
    assert names("formats") == formats()


def test_an_unknown_list_names_those_there_are(run: Run) -> None:
    assert run("list", "kind") == (
        2,
        "",
        "designkit: no list is called 'kind'; did you mean kinds? There are "
        f"{', '.join(TOPICS)}\n",
    )


def test_an_unknown_format_names_those_there_are(run: Run) -> None:
    ran = run("list", "kinds", "--format", "yaml")

    assert ran == (
        2,
        "",
        "designkit: no format is called 'yaml'; there are text, json\n",
    )


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    command = [sys.executable, "-m", "designkit", "list", "technologies"]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ran = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False)

    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_terminal_without_unicode_is_no_error() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "designkit", "list", "kinds"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (0, b"")


def test_the_next_free_code_of_a_rule_is_told(run: Run) -> None:
    code, out, _ = run("list", "rules", "--next", "DK3")
    known = [entry["code"] for entry in TOPICS["rules"]()]

    assert (code, out[:3]) == (0, "DK3")
    assert out.strip() not in known


def test_only_rules_have_a_next_code(run: Run) -> None:
    assert run("list", "kinds", "--next", "DK3") == (
        2,
        "",
        "designkit: only rules have codes, and --next is for them: kinds\n",
    )
