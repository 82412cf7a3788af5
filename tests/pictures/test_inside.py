"""What is inside a component is drawn as a row of its card."""

from designkit.pictures.views.full import full
from designkit.pictures.views.request_path import request_path
from designkit.source.loader import load_text

DESIGN = """\
designkit: 1
name: Inside
system: generic
components:
  app: {kind: client}
  score: {kind: model-server}
  rules: {kind: business-rules, in: score}
  log: {kind: prediction-log}
flows:
  calls: [app -> score: request]
  streams: [rules -> log: decision]
"""


def test_a_part_is_a_row_of_the_card_of_its_host() -> None:
    design = load_text(DESIGN).design
    assert design is not None

    for drawing, arrows in (
        (full.draw(design), [("app", "score"), ("score", "log")]),
        (request_path.draw(design), [("app", "score")]),
    ):
        rows = {node.id: [row.id for row in node.members] for node in drawing.nodes}
        assert rows["score"] == ["rules"]
        assert "rules" not in rows
        assert [(it.source, it.target) for it in drawing.arrows] == arrows
