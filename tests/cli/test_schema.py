"""`designkit schema` gives editors what they need."""

import json
from collections.abc import Callable
from pathlib import Path

from inline_snapshot import snapshot

from designkit.source.schema import design_schema, part_schema

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""


def test_the_schema_is_printed_as_json(run: Run) -> None:
    ran = run("schema")

    assert (ran[0], ran[2]) == (0, "")
    assert json.loads(ran[1]) == json.loads(json.dumps(design_schema()))


def test_a_file_gets_what_would_be_printed(run: Run) -> None:
    printed = run("schema")[1]
    ran = run("schema", "-o", "docs/design.schema.json")

    assert ran == snapshot((0, "docs/design.schema.json\n", ""))
    assert Path("docs/design.schema.json").read_text(encoding="utf-8") == printed


def test_a_place_that_cannot_be_written_is_one_line(run: Run) -> None:
    Path("file").touch()
    ran = run("schema", "-o", "file/schema.json")

    assert ran == snapshot((2, "", "designkit: cannot write file: not a directory\n"))


def test_parts_have_a_schema_of_their_own(run: Run) -> None:
    ran = run("schema", "--part")

    assert (ran[0], ran[2]) == (0, "")
    assert json.loads(ran[1]) == json.loads(json.dumps(part_schema()))


def test_the_words_of_the_project_are_in_its_schema(run: Run) -> None:
    Path("designkit.toml").write_text(
        '[vocabulary.kinds.vault]\nlike = "online-store"\ndefinition = "Keeps values."\n'
    )
    schema = json.loads(run("schema")[1])
    part = json.loads(run("schema", "--part")[1])

    for found in (schema, part):
        of_component = found["properties"]["components"]["additionalProperties"]
        kinds = of_component["properties"]["kind"]["anyOf"]
        assert {"const": "vault", "description": "Keeps values."} in kinds
