import json
from dataclasses import replace
from pathlib import Path

import pytest

from designkit.checks.baseline import compare, read_baseline, write_baseline
from designkit.diagnostics import Diagnostic, Severity, Span
from designkit.errors import NotFoundError


def finding(element: str, line: int = 1, code: str = "DK502") -> Diagnostic:
    span = Span(line, 1, line, 2)
    kind = (code, "a-rule", Severity.ERROR, "m", "d.yaml")
    return Diagnostic(*kind, span, element, path=element)


def kept(path: Path, *found: Diagnostic) -> Path:
    path.write_text(write_baseline(found), encoding="utf-8")
    return path


def test_a_baseline_is_sorted_and_has_no_lines():
    text = write_baseline([finding("components.b", 9), finding("components.a", 3)])

    assert json.loads(text) == {
        "version": 2,
        "findings": [
            {"file": "d.yaml", "code": "DK502", "element": "components.a"},
            {"file": "d.yaml", "code": "DK502", "element": "components.b"},
        ],
    }


def test_what_moved_is_still_known_and_what_is_gone_is_fixed(tmp_path: Path):
    path = kept(tmp_path / "b.json", finding("components.a"), finding("components.b"))

    compared = compare(
        [finding("components.a", line=40), finding("components.c")], read_baseline(path)
    )

    assert [item.element for item in compared.fresh] == ["components.c"]
    assert compared.old == 1
    assert compared.fixed == ("d.yaml: DK502 components.b",)


def test_a_second_finding_of_one_element_is_new(tmp_path: Path):
    path = kept(tmp_path / "b.json", finding("components.a"))

    compared = compare([finding("components.a")] * 2, read_baseline(path))

    assert (len(compared.fresh), compared.old) == (1, 1)


def test_what_is_waived_is_not_kept():
    assert json.loads(write_baseline([replace(finding("a"), waived="why")])) == {
        "version": 2,
        "findings": [],
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="a list"),
        pytest.param('{"version": 3, "findings": []}', id="another version"),
        pytest.param('{"version": 1, "findings": [{}]}', id="no entries"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(NotFoundError, match="is no baseline; --write-baseline makes"):
        read_baseline(path)


def old(path: Path, *rows: tuple[str, str, str]) -> Path:
    entries = [dict(zip(("file", "code", "element"), row, strict=True)) for row in rows]
    path.write_text(json.dumps({"version": 1, "findings": entries}))
    return path


@pytest.mark.parametrize(
    "file", ["d.yaml", "./d.yaml", "/home/ada/d.yaml", "../d.yaml"]
)
def test_a_baseline_of_version_1_is_read_in_any_spelling(
    tmp_path: Path, file: str
) -> None:
    flow = replace(finding("flows.a->b:event"), path="flows.3")
    wire = replace(finding("flows.c->d:event"), path="flows.streams.1")
    item = replace(finding("tradeoffs.#1234"), path="tradeoffs.3")
    path = old(
        tmp_path / "b.json",
        (file, "DK502", "components.a"),
        (file, "DK502", "flows.a->b:event"),
        (file, "DK502", "flows.streams.1"),
        (file, "DK502", "tradeoffs.3"),
    )

    compared = compare(
        [finding("components.a"), flow, wire, item], read_baseline(path).of("d.yaml")
    )

    assert (compared.fresh, compared.fixed) == ((), ())


def test_a_baseline_is_asked_for_one_file_at_a_time(tmp_path: Path) -> None:
    path = kept(tmp_path / "b.json", finding("components.a"))

    assert not read_baseline(path).of("other.yaml").entries
    assert compare([], read_baseline(path).of("d.yaml")).fixed
