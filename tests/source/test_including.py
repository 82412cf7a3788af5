"""A design includes parts: what they add, and what of them is wrong, in their files."""

from dataclasses import replace
from pathlib import Path

import pytest
from inline_snapshot import snapshot

import designkit as dk
from designkit.checks.reporters import find_reporter
from designkit.diagnostics import Diagnostic, Span
from designkit.source.including import part_sections
from designkit.source.loader import Loaded, load_changed, load_file, load_text

DESIGN = """\
designkit: 1
name: Pay
system: generic
include: [../platform/common.yaml]
components:
  app: {kind: client}
flows:
  calls:
    - app -> gateway: request
"""
PART = """\
designkit-part: 1
components:
  gateway: {kind: gateway, technology: Envoy}
  desk: {kind: client}
flows:
  calls:
    - desk -> gateway: request
tradeoffs:
  - {chosen: Envoy, rejected: nginx, because: the platform runs it}
"""


def project(place: Path, design: str = DESIGN, **parts: str) -> Path:
    """Write a project with a design and parts; return the path of the design."""
    for folder in ("designs", "platform"):
        (place / folder).mkdir()
    (place / "designkit.toml").touch()
    for name, text in (parts or {"common": PART}).items():
        (place / "platform" / f"{name}.yaml").write_text(text)
    path = place / "designs" / "pay.yaml"
    path.write_text(design)
    return path


def load(path: Path) -> Loaded:
    return dk.load(path)


def told(found: Diagnostic) -> str:
    place = f"{found.file}:{found.span.line}:{found.span.column}"
    also = [f"{found.file_of(it)}:{it.span.line}" for it in found.related]
    said = f"{place} {found.code} {found.message}"
    return f"{said} ({', '.join(also)})" if also else said


def all_told(loaded: Loaded) -> list[str]:
    return [told(found) for found in loaded.diagnostics]


def test_a_part_adds_components_flows_and_lists(tmp_path: Path):
    loaded = load(project(tmp_path))
    design = loaded.design
    assert design is not None
    assert list(design.components) == ["app", "gateway", "desk"]
    ends = [(flow.source, flow.target) for flow in design.flows]
    assert ends == [("app", "gateway"), ("desk", "gateway")]
    assert len(design.tradeoffs) == 1
    assert design.include == ("../platform/common.yaml",)
    assert loaded.diagnostics == ()


def test_what_stands_in_a_part_is_located_there(tmp_path: Path):
    loaded = load(project(tmp_path))
    assert loaded.locate(("components", "desk"), key=True) == Span(
        4, 3, 4, 7, "platform/common.yaml"
    )
    assert loaded.locate(("flows", "calls", 1)).file == "platform/common.yaml"
    assert loaded.locate(("components", "app")).file == ""
    assert list(loaded.texts) == ["designs/pay.yaml", "platform/common.yaml"]


def test_faults_of_a_part_are_in_its_file(tmp_path: Path):
    part = PART.replace("desk ->", "dsk ->").replace("technology", "tecnology")
    assert all_told(load(project(tmp_path, common=part))) == snapshot(
        [
            "platform/common.yaml:3:28 DK010 unknown key 'tecnology' in components.gateway",
            "platform/common.yaml:7:7 DK021 component 'dsk' does not exist",
        ]
    )


def test_an_id_that_is_given_twice_names_both_places(tmp_path: Path):
    second = "designkit-part: 1\ncomponents:\n  desk: {kind: client}\n"
    design = DESIGN.replace("app: {", "gateway: {kind: gateway}\n  app: {").replace(
        "common.yaml]", "common.yaml, ../platform/second.yaml]"
    )
    path = project(tmp_path, design, common=PART, second=second)
    assert all_told(load(path)) == snapshot(
        [
            "platform/common.yaml:3:3 DK002 components.gateway is given already, at designs/pay.yaml:6:3 (designs/pay.yaml:6)",
            "platform/second.yaml:3:3 DK002 components.desk is given already, at platform/common.yaml:4:3 (platform/common.yaml:4)",
        ]
    )


def test_a_part_that_cannot_be_parsed_is_the_only_finding(tmp_path: Path):
    part = "designkit-part: 1\ncomponents: [\n"
    assert all_told(load(project(tmp_path, common=part))) == snapshot(
        ["platform/common.yaml:3:1 DK001 a value must stand here, and the file ends"]
    )


@pytest.mark.parametrize("key", ["name", "include", "problem", "componets", "tier"])
def test_what_is_said_once_stands_in_the_design(tmp_path: Path, key: str):
    loaded = load(project(tmp_path, common=f"{PART}{key}: x\n"))
    (found,) = loaded.diagnostics
    assert (found.code, found.file, found.span.line) == (
        "DK015",
        "platform/common.yaml",
        10,
    )
    assert loaded.design is None
    assert loaded.partial is None


def test_extras_of_a_part_are_its_own(tmp_path: Path):
    part = "designkit-part: 1\nx-own: &it {kind: client}\ncomponents:\n  desk: *it\n"
    path = project(tmp_path, DESIGN.replace("gateway", "desk"), common=part)
    assert load(path).design is not None


def test_sections_of_parts_are_those_with_many_entries():
    assert part_sections() == snapshot(
        (
            "clarifications",
            "components",
            "groups",
            "flows",
            "features",
            "models",
            "datasets",
            "scenarios",
            "tradeoffs",
            "failure-modes",
            "questions",
            "sources",
            "waivers",
        )
    )


def test_a_single_path_stands_for_a_list(tmp_path: Path):
    design = DESIGN.replace("[../platform/common.yaml]", "../platform/common.yaml")
    loaded = load(project(tmp_path, design))
    assert loaded.design is not None
    assert loaded.design.include == ("../platform/common.yaml",)


def test_a_text_without_a_place_includes_nothing():
    assert all_told(load_text(DESIGN)) == snapshot(
        ["design.yaml:4:10 DK015 a text has no directory from which paths count"]
    )


def test_a_text_with_a_place_includes_its_parts(tmp_path: Path):
    path = project(tmp_path)
    loaded = dk.loads(path.read_text(), "designs/pay.yaml", path.parent)
    assert loaded.design == load(path).design


def test_a_changed_design_keeps_its_parts(tmp_path: Path):
    loaded = load(project(tmp_path))
    changed = load_changed(loaded, {("components", "desk", "technology"): "Web"})
    assert changed.design is not None
    assert changed.design.components["desk"].technology == "Web"
    assert changed.parts == loaded.parts


def test_a_part_alone_says_which_designs_include_it(tmp_path: Path):
    path = project(tmp_path)
    (found,) = load(path.parents[1] / "platform" / "common.yaml").diagnostics
    assert told(found) == (
        "platform/common.yaml:1:1 DK016 this is a part of designs, and no design"
    )
    assert found.help == "name a design that includes it: designs/pay.yaml"


def test_a_part_that_nothing_includes_is_named_all_the_same(tmp_path: Path):
    path = project(tmp_path, DESIGN.replace("include", "x-include"))
    (found,) = load(path.parents[1] / "platform" / "common.yaml").diagnostics
    assert found.help == "name a design that includes it; a part is judged within one"


def test_a_search_passes_over_parts(tmp_path: Path):
    project(tmp_path)
    names = [item.name for item in dk.find_inputs([str(tmp_path)])]
    assert names == ["designs/pay.yaml"]


def test_an_excerpt_shows_the_lines_of_both_files(tmp_path: Path):
    part = PART.replace("desk", "app")
    report = dk.check(load(project(tmp_path, common=part)))
    only = tuple(found for found in report.diagnostics if found.code == "DK002")
    report = replace(report, diagnostics=only, unread=0)
    text = find_reporter("text").report(dk.Report((report,), (), "1"))
    assert text == snapshot("""\
error[DK002] duplicate-key: components.app is given already, at designs/pay.yaml:6:3
 --> platform/common.yaml:4:3
  |
4 |   app: {kind: client}
  |   ^^^
  |
 ::: designs/pay.yaml:6:3
  |
6 |   app: {kind: client}
  |   --- first given here
  |
  = help: keep one of the two, or give one another id
  = see: designkit explain duplicate-key
""")


def test_loading_without_a_name_tells_parts_as_reports_do(tmp_path: Path):
    assert load_file(project(tmp_path)).parts[0].file == "platform/common.yaml"


def test_an_id_that_is_given_twice_makes_nothing_else_unknown(tmp_path: Path):
    loaded = load(project(tmp_path, common=PART.replace("desk", "app")))
    assert loaded.design is None
    assert loaded.partial is not None
    assert sorted(loaded.partial.components) == ["app", "gateway"]


def test_a_link_to_a_design_includes_from_where_the_link_is(tmp_path: Path):
    path = project(tmp_path)
    link = tmp_path / "platform" / "linked.yaml"
    link.symlink_to(path)
    assert load(link).design is not None
