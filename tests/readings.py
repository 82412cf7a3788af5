"""What the tests of reading share: a design with every trap, and readings as lines."""

import pytest
import yaml

from designkit.diagnostics import Span
from designkit.source.composer import EventParser
from designkit.source.node import YamlNode
from designkit.source.reader import SyntaxProblem

PARSERS: tuple[EventParser, ...] = (yaml.CSafeLoader, yaml.SafeLoader)
both_parsers = pytest.mark.parametrize("parser", PARSERS, ids=["libyaml", "pure"])

DESIGN = """\
# a comment with a colon: here
designkit: 1
name: 'Card ''payment'' fraud'
workload: {requests-per-day: 30 M, peak-factor: 1e3, share: 0.10}
defaults: &store
  kind: online-store
  latency: {p50: 2 ms, p99: 8 ms}
components:
  gateway: {kind: gateway, technology: Envoy}
  online:
    <<: *store
    kind: cache
    why: |
      Minutes matter.

      A batch is late.

  copy: *store
flows:
  calls:
  - checkout -> gateway: "re\\tquest"
  - gateway -> score
waivers:
"""


def places(span: Span) -> str:
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def told(problems: tuple[SyntaxProblem, ...]) -> list[str]:
    """Write problems as lines, with what they refer to and their help."""
    lines = []
    for problem in problems:
        lines += [f"{problem.code} {problem.name} {places(problem.span)}"]
        lines += [f"  {problem.message}"]
        lines += [f"  {places(r.span)} {r.message}" for r in problem.related]
        lines += [f"  help: {problem.help}"] if problem.help else []
    return lines


def tree(node: YamlNode, name: str = "root") -> list[str]:
    """Write a tree as lines: the place of key, value and use, and the text."""
    used = f" used {places(node.used_at)}" if node.used_at else ""
    shown = f" {node.text!r}" if node.kind == "scalar" else ""
    lines = [f"{name} {node.kind} {places(node.span)}{used}{shown}"]
    for key, child in node.entries.items():
        lines += tree(child, f"{key}@{places(node.keys[key])}")
    items = node.value if isinstance(node.value, tuple) else ()
    for index, child in enumerate(items):
        lines += tree(child, f"[{index}]")
    return lines
