"""Step 6: the request path with its milliseconds, the release, and the way back."""

from collections.abc import Iterator

from designkit.paper import Block, Paragraph, Picture, Table
from designkit.section import Study, section, table_rows


def _ask(study: Study) -> Iterator[Block]:
    del study
    yield Paragraph("Write the p99 at each hop. What is left of the promise?")
    yield Picture("request-path")
    yield Paragraph("How does a new model get out, and how is it taken back?")


@section(90, "6 Deployment", room=4, ask=_ask)
def deployment(study: Study) -> Iterator[Block]:
    """Show the request path, the release in steps, and what answers when all fails."""
    yield Picture("request-path")
    for deployer in study.case.of_kind("deployer"):
        seen = study.number(f"release.{deployer.id}.canary-requests")
        needed = study.number(f"release.{deployer.id}.requests-needed")
        rows = table_rows(
            ("Strategy", " → ".join(deployer.texts("strategy"))),
            (
                "First step",
                _first_step(deployer.quantity("canary"), deployer.quantity("bake")),
            ),
            ("Requests that it sees", seen),
            ("Requests that show harm", needed),
            ("Stops on", "; ".join(deployer.texts("gates"))),
            (
                "Way back",
                " ".join(
                    (
                        *deployer.texts("rollback"),
                        *_within(deployer.quantity("rollback-time")),
                    )
                ),
            ),
        )
        if rows:
            yield Table((f"Release by {deployer.title}", ""), rows, (1, 3))
        if deployer.why:
            yield Paragraph(deployer.why)
    for fallback in study.case.of_kind("fallback"):
        yield Paragraph(
            f"**{fallback.title}** answers when the model cannot. {fallback.why or ''}"
        )


def _first_step(canary: object, bake: object) -> str:
    return " for ".join(str(part) for part in (canary, bake) if part)


def _within(time: object) -> tuple[str, ...]:
    return (f"within {time}",) if time else ()
