import json
from dataclasses import replace
from pathlib import Path

import pytest

from designkit.checks.baseline import compare, read_baseline, write_baseline
from designkit.diagnostics import Diagnostic, Severity, Span
from designkit.errors import NotFoundError


def finding(element: str, line: int = 1, code: str = "DK502") -> Diagnostic:
    span = Span(line, 1, line, 2)
    return Diagnostic(code, "a-rule", Severity.ERROR, "m", "d.yaml", span, element)


def kept(path: Path, *found: Diagnostic) -> Path:
    path.write_text(write_baseline(found), encoding="utf-8")
    return path


def test_a_baseline_is_sorted_and_has_no_lines():
    text = write_baseline([finding("components.b", 9), finding("components.a", 3)])

    assert json.loads(text) == {
        "version": 1,
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
        "version": 1,
        "findings": [],
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="a list"),
        pytest.param('{"version": 2, "findings": []}', id="another version"),
        pytest.param('{"version": 1, "findings": [{}]}', id="no entries"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(NotFoundError, match="is no baseline; --write-baseline makes"):
        read_baseline(path)
