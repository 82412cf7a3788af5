"""Every number that a design states, with its path."""

from designkit.model.figures import stated_quantities
from designkit.source.loader import load_text

TEXT = """\
designkit: 1
name: Small
system: generic
workload: {requests-per-day: 30 M, funnel: {found: 1 k, shown: 10}}
components:
  app: {kind: client}
  gateway: {kind: gateway, latency: {p50: 2 ms}, rate-limit: 5 k/s}
flows:
  calls:
    - app -> gateway: {carries: request, timeout: 50 ms}
models:
  ranker: {retrain: {every: 7 d}}
"""


def test_every_figure_has_the_path_that_its_author_wrote() -> None:
    design = load_text(TEXT).design

    assert [
        (".".join(map(str, path)), str(q)) for path, q in stated_quantities(design)
    ] == [
        ("workload.requests-per-day", "30 M"),
        ("workload.funnel.found", "1 k"),
        ("workload.funnel.shown", "10"),
        ("components.gateway.latency.p50", "2 ms"),
        ("components.gateway.rate-limit", "5 k/s"),
        ("flows.0.timeout", "50 ms"),
        ("models.ranker.retrain.every", "7 d"),
    ]


def test_a_part_without_figures_gives_none() -> None:
    assert list(stated_quantities("30 M")) == []
