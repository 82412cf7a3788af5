"""The steps of a run in order: the longest way that leads through what scores."""

from collections.abc import Iterator, Mapping, Sequence

from designkit.analysis.deadlines import work_of
from designkit.analysis.roles import has_role
from designkit.analysis.run_path import GIVEN, STEERED, RunPath
from designkit.catalog.role import Role
from designkit.model.component import Flow, Mode
from designkit.pictures.columns import rank

Way = tuple[str, ...]
"""Components one after the other."""


def steps_of(run: RunPath) -> Way:
    """Return the longest way through a scorer, by work, then by steps; none without."""
    ids = [id for id in run.parts if id not in run.controls]
    inside = (flow for flow in run.flows if set(flow.ends) <= set(ids))
    onward = tuple(flow for flow in inside if _leads_on(run, flow))
    ranks, ways = rank(ids, onward), dict[str, Way]()
    for id in sorted(ids, key=lambda id: ranks[id]):
        before = [ways[source] for source in _sources(id, onward, ranks)]
        ways[id] = (*max(before, key=lambda way: _length(run, way), default=()), id)
    scored = [way for way in ways.values() if not run.scorers.isdisjoint(way)]
    return max(scored, key=lambda way: _worth(run, way), default=())


def _leads_on(run: RunPath, flow: Flow) -> bool:
    """Whether the run goes on over `flow`: to what scores, or with its results.

    An event goes on as one, and not with what others make of many in a batch.
    """
    if flow.answer or flow.carries in STEERED:
        return False
    if run.is_streamed and flow.mode is not Mode.STREAM:
        return False
    if flow.target in run.after:
        return flow in run.onward and flow.source in run.after | run.scorers
    if flow.target in run.scorers:
        return flow.source not in run.after
    return flow.source in run.before


def _sources(id: str, flows: Sequence[Flow], ranks: Mapping[str, int]) -> Iterator[str]:
    for flow in flows:
        if flow.target == id and ranks[flow.source] < ranks[id]:
            yield flow.source


def _length(run: RunPath, way: Way) -> tuple[float, int, int]:
    """Return seconds of work, steps, and to how many the last step hands results on."""
    parts = run.facts.design.components
    work = sum(work_of(parts[id]).least for id in way)
    return work, len(way), len(run.facts.flows_from(way[-1], *GIVEN))


def _worth(run: RunPath, way: Way) -> tuple[int, float, int, int]:
    """Put a way to people and systems before one to a log, and that before none."""
    last = run.facts.design.components[way[-1]]
    is_kept = any(has_role(last, role) for role in (Role.SERVING_LOG, Role.PROTECTS))
    ends = (way[-1] in run.after) + (way[-1] in run.after and not is_kept)
    return ends, *_length(run, way)
