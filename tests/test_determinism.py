"""Equal designs give equal bytes, whatever the machine and the run."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from designkit.api import views

TEXTS, PIXELS = ("dot", "svg"), ("pdf", "png")
SCRIPT = f"""
import hashlib, json
from dataclasses import replace

from designkit import Engine, RenderOptions, load, render_design, views

design = load("fraud")
made = [
    *render_design(design, "fraud", RenderOptions(views=views(), formats={TEXTS})),
    *render_design(design, "fraud", RenderOptions(views=("request-path",), formats={PIXELS})),
]
laid = RenderOptions(views=("overview",), formats={TEXTS[1:]}, engine=Engine.DOT)
made += [replace(it, name="by-dot") for it in render_design(design, "fraud", laid)]
print(json.dumps({{o.name: hashlib.sha256(o.data).hexdigest() for o in made}}))
"""
NO_FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig></fontconfig>
"""

Digests = Mapping[str, str]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Digests]:
    """What three machines make of one design; they work side by side."""
    empty = tmp_path_factory.mktemp("machine")
    (empty / "fonts.conf").write_text(NO_FONTS)
    bare = {
        "PYTHONHASHSEED": "0",
        "FONTCONFIG_FILE": str(empty / "fonts.conf"),
        "PATH": "",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
    }
    machines = {
        "first": start({"PYTHONHASHSEED": "0"}, Path.cwd()),
        "other-seed": start({"PYTHONHASHSEED": "1"}, Path.cwd()),
        "bare": start(bare, empty),
    }
    return {name: digests(running) for name, running in machines.items()}


def start(environment: Mapping[str, str], folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def digests(running: subprocess.Popen[bytes]) -> Digests:
    answer, complaints = running.communicate()
    assert (running.returncode, complaints) == (0, b"")
    made: Digests = json.loads(answer)
    return made


def test_every_view_is_compared(runs: Mapping[str, Digests]) -> None:
    names = {f"{view}.{format}" for view in views() for format in TEXTS}

    others = {"fraud.pdf", "fraud-reference.pdf", "by-dot"}
    assert set(runs["first"]) == names | {f"request-path.{f}" for f in PIXELS} | others


def test_no_two_pictures_are_the_same(runs: Mapping[str, Digests]) -> None:
    assert len(set(runs["first"].values())) == len(runs["first"])


def test_another_hash_seed_gives_the_same_bytes(runs: Mapping[str, Digests]) -> None:
    assert runs["other-seed"] == runs["first"]


def test_a_machine_without_fonts_and_programs_gives_the_same_bytes(
    runs: Mapping[str, Digests],
) -> None:
    assert runs["bare"] == runs["first"]
