"""What holds for every format of papers."""

import hashlib
import json
import os
import pickle
import subprocess
import sys

import pytest

from designkit.documents.paper import (
    Block,
    Break,
    Callout,
    Choice,
    Heading,
    Items,
    Lines,
    Paper,
    Paragraph,
    Question,
    Strip,
    Table,
    Working,
)
from designkit.documents.printers import find_printer, printer_names
from designkit.errors import NotFoundError
from tests.printed import every_block, paper_of

EMPTY: tuple[Block, ...] = (
    Heading(""),
    Paragraph(""),
    Items(()),
    Items(("",), "number"),
    Table((), ()),
    Table(("a", "b"), ()),
    Table(("",), (("",),), widths=(0,)),
    Working(()),
    Callout("", ""),
    Choice("", "", "", ""),
    Question(""),
    Strip(()),
    Strip(((0, ""), (-1, ""))),
    Lines(0),
    Break(),
)
SCRIPT = """
import hashlib, json, pickle, sys
from designkit.documents.printers import find_printer, printer_names

paper = pickle.load(sys.stdin.buffer)
made = [o for name in printer_names() for o in find_printer(name).print(paper)]
print(json.dumps({o.name: hashlib.sha256(o.data).hexdigest() for o in made}))
"""
every_format = pytest.mark.parametrize("name", ["html", "md", "pdf"])


def test_there_are_three_formats() -> None:
    assert printer_names() == ("html", "md", "pdf")


def test_an_unknown_format_is_told_with_those_that_are_known() -> None:
    with pytest.raises(NotFoundError, match="there are html, md, pdf"):
        find_printer("docx")


@every_format
def test_a_format_has_a_name_and_a_summary(name: str) -> None:
    found = find_printer(name)

    assert found.name == name
    assert found.summary.endswith(".")


@every_format
def test_the_paper_is_the_first_file(name: str) -> None:
    assert find_printer(name).print(every_block())[0].name == f"films.{name}"


@every_format
def test_what_is_empty_can_be_printed(name: str) -> None:
    for paper in (Paper("", "", ()), paper_of(*EMPTY)):
        assert find_printer(name).print(paper)[0].data


@every_format
def test_a_paper_may_be_a_chapter(name: str) -> None:
    assert find_printer(name).print(every_block().lowered())[0].data


def test_another_process_with_another_hash_seed_prints_the_same_bytes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=pickle.dumps(every_block()),
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=True,
    )
    made = [
        o for name in printer_names() for o in find_printer(name).print(every_block())
    ]

    assert json.loads(done.stdout) == {
        output.name: hashlib.sha256(output.data).hexdigest() for output in made
    }
