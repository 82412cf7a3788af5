import importlib
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kind import Kind
from designkit.catalog.kinds import all_kinds
from designkit.checks.explanation import explanations
from designkit.cli.app import main
from designkit.source.loader import load_file, load_text
from designkit.source.node import Plain
from designkit.source.reader import read
from tests.linting import remarks

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = (*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md")))
GUIDES = (*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md")))
QUICK_START = DOCS / "quick-start.md"
LANGUAGE = DOCS / "language.md"
ESTIMATING = DOCS / "estimating.md"
HEAD = "designkit: 1\nname: Example\nsystem: generic\n"

LINK = re.compile(r"(?<!`)!?\[[^\]]*\]\(([^)\s]+)\)")
PART = re.compile(r"# platform/watch.yaml\ndesignkit-part: 1\n")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return [body for name, body in BLOCK.findall(text) if name == language]


def anchors(page: Path) -> set[str]:
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", it.lower()).replace(" ", "-") for it in titles}


def broken_links(page: Path) -> Iterator[str]:
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    for target in LINK.findall(text):
        name, _, anchor = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        if target.startswith(("https://", "http://")):
            continue
        if not there.exists() or (anchor and anchor not in anchors(there)):
            yield target


def test_every_module_that_the_architecture_names_is_there() -> None:
    text = (DOCS / "architecture.md").read_text("utf-8")
    named = re.findall(r"`((?:\w+/)+\w*|\w+\.py)`", text)
    house = (ROOT, ROOT / "designkit")
    there = [
        name
        for name in named
        if any((h / name).exists() or (h / f"{name}.py").exists() for h in house)
        or any(ROOT.glob(f"designkit/*/{name}"))
    ]

    assert len(named) > 40
    assert sorted(set(named) - set(there)) == []


@pytest.fixture
def generate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(DOCS))
    return importlib.import_module("generate")


def test_every_generated_page_is_fresh(
    generate: ModuleType, capsys: pytest.CaptureFixture[str]
):
    code = generate.main(["--check"])

    assert capsys.readouterr().out == ""
    assert code == 0


def test_a_stale_a_missing_and_a_stray_page_are_named(
    generate: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    pages = {"kinds/cache.md": b"new", "kinds/lake.md": b"same", "keys.md": b"missing"}
    monkeypatch.setattr(generate, "DOCS", tmp_path)
    monkeypatch.setattr(generate, "_generated", lambda: wanted(tmp_path, pages))
    (tmp_path / "kinds").mkdir()
    for name, text in {"cache": "old", "lake": "same", "stray": "?"}.items():
        (tmp_path / "kinds" / f"{name}.md").write_text(text)

    assert generate.main(["--check"]) == 1
    assert [
        line.rpartition("/")[2] for line in capsys.readouterr().out.split("\n")
    ] == [
        "cache.md",
        "keys.md",
        "stray.md",
        "generate.py",
        "",
    ]

    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0


def wanted(root: Path, pages: dict[str, bytes]) -> Iterator[tuple[Path, bytes]]:
    yield from ((root / name, data) for name, data in pages.items())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path):
    assert list(broken_links(page)) == []


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_linter_has_nothing_to_say_of_a_guide(page: Path):
    assert remarks(page.read_text(encoding="utf-8")) == []


def test_every_kind_and_every_data_type_has_a_page():
    kinds = {page.stem for page in (DOCS / "kinds").glob("*.md")}
    types = {page.stem for page in (DOCS / "data-types").glob("*.md")}

    assert kinds == {kind.name for kind in all_kinds()} | {"README"}
    assert types == {item.name for item in DATA_TYPES} | {"README"}


def test_every_rule_and_every_fault_of_loading_has_a_page():
    pages = {page.stem for page in (DOCS / "rules").glob("*.md")}

    assert pages == {item.name for item in explanations()} | {"README", "left-out"}


def test_every_rule_that_cites_a_classic_stands_in_its_table(generate: ModuleType):
    crosswalk = importlib.import_module("pages.crosswalk")
    citing = ("The ML Test Score", "Rules of Machine Learning")
    for item in explanations():
        read = (crosswalk.tests_cited(item), crosswalk.rules_cited(item))
        for classic, found in zip(citing, read, strict=True):
            assert bool(found) == (classic in item.page.source), item.name


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_the_example_of_a_kind_is_a_design_without_faults(kind: Kind):
    (example,) = blocks(DOCS / "kinds" / f"{kind.name}.md", "yaml")

    loaded = load_text(HEAD + example)

    assert [found.message for found in loaded.diagnostics] == []
    assert loaded.design is not None
    assert [it.kind for it in loaded.design.components.values()] == [kind.name]


def test_the_designs_in_the_quick_start_load():
    designs = [text for text in blocks(QUICK_START, "yaml") if "components:" in text]

    assert designs
    assert [load_text(text).design is not None for text in designs] == [True] * len(
        designs
    )


def test_the_language_guide_grows_a_design_that_loads_after_each_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    grown: Plain = {}
    steps = 0
    for language, body in BLOCK.findall(LANGUAGE.read_text(encoding="utf-8")):
        if PART.match(body):
            add_the_part(body, tmp_path)
        elif language == "yaml" and not body.startswith("#"):
            grown = merged(grown, plain(body))
            (tmp_path / "claims.yaml").write_text(json.dumps(grown), encoding="utf-8")
            found = load_file(tmp_path / "claims.yaml").diagnostics
            steps += 1

            assert [it.message for it in found] == [], body
        elif language == "console":
            assert_told(body, capsys)

    assert steps == 11
    assert grown == plain((DOCS / "claims.yaml").read_text(encoding="utf-8"))
    assert run("designkit check claims.yaml") == 0


def test_the_part_of_the_language_guide_is_the_one_beside_it():
    (part,) = (it for it in blocks(LANGUAGE, "yaml") if PART.match(it))

    assert (DOCS / "platform" / "watch.yaml").read_text(encoding="utf-8") == part


def plain(text: str) -> Plain:
    root = read(text).root
    assert root is not None
    return root.plain()


def merged(grown: Plain, added: Plain) -> Plain:
    """Add a step to a design: keys to sections, items to lists."""
    if isinstance(grown, dict) and isinstance(added, dict):
        both = {
            key: merged(grown[key], it) for key, it in added.items() if key in grown
        }
        return {**grown, **added, **both}
    if isinstance(grown, list) and isinstance(added, list):
        return [*grown, *added]
    return added


def add_the_part(body: str, folder: Path) -> None:
    (folder / "platform").mkdir()
    (folder / "platform" / "watch.yaml").write_text(body, encoding="utf-8")


def assert_told(example: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Run the command of an example; what it shows is told, in this order."""
    command, *shown = example.splitlines()
    capsys.readouterr()
    run(command.removeprefix("$ "))
    told = iter(capsys.readouterr().out.splitlines())

    assert [line for line in shown if line != "…" and line not in told] == []


def uncounted(text: str) -> str:
    """Leave out how many rules there are: a page need not grow with them."""
    return re.sub(r"rules: \d+ passed, \d+ not", "rules: some passed, some not", text)


def test_the_quick_start_does_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    for language, body in BLOCK.findall(QUICK_START.read_text(encoding="utf-8")):
        if language == "console":
            command, _, shown = body.partition("\n")
            if "DK022" in shown:
                add_the_typing_error(tmp_path / "parking.yaml")
            capsys.readouterr()
            run(command.removeprefix("$ "))
            said = capsys.readouterr()

            assert sorted(uncounted(said.out + said.err).splitlines()) == sorted(
                uncounted(shown).splitlines()
            )
        elif language == "sh":
            commands = (line.partition(" #")[0] for line in body.splitlines())
            codes = [run(it) for it in commands if it.startswith("designkit ")]

            assert set(codes) <= {0}
        elif body.startswith("# parking.yaml"):
            (tmp_path / "parking.yaml").write_text(body, encoding="utf-8")


def run(command: str) -> int:
    return main(shlex.split(command)[1:])


def add_the_typing_error(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "    - api -> rank: reqest\n")


def test_the_guide_to_estimates_shows_what_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    (sketch,) = blocks(ESTIMATING, "yaml")
    (tmp_path / "parking.yaml").write_text(sketch, encoding="utf-8")
    examples = blocks(ESTIMATING, "console")

    assert len(examples) == 6
    for example in examples:
        assert_told(example, capsys)


def test_the_guide_to_estimates_shows_a_figure_as_it_is(
    capsys: pytest.CaptureFixture[str],
):
    (figure,) = blocks(ESTIMATING, "json")
    run("designkit estimate fraud --format json")

    assert json.loads(figure) in json.loads(capsys.readouterr().out)["figures"]
