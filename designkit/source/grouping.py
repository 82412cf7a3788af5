"""Whether each component is in at most one group of a kind."""

from designkit.model.design import Design
from designkit.source.load_code import LoadCode
from designkit.source.node import Path
from designkit.source.report import DiagnosticLog
from designkit.source.settling import Settled


def check_groups(settled: Settled[Design], report: DiagnosticLog) -> None:
    """Report members of two groups of one kind, and those that are named twice."""
    first: dict[tuple[str, str], str] = {}
    for id, group in settled.value.groups.items():
        for index, member in enumerate(group.members):
            other = first.setdefault((group.kind, member), id)
            if other != id or member in group.members[:index]:
                path = settled.place(("groups", id, "members", index))
                _report(path, member, f"{group.kind} {other}", report)


def _report(path: Path, member: str, group: str, report: DiagnosticLog) -> None:
    message = f"{member} is in the {group} already"
    help = "a component is in one group of a kind: split it, or take it out of one"
    report.add(LoadCode.BAD_VALUE, path, message, help=help)
