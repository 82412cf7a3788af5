"""``designkit list``: what there is to choose from."""

import sys
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit list kinds                   what a component can be
  designkit list kinds --format json     with what each takes, needs and gives
  designkit list designs                 what render and init know by name
  designkit list rules --next DK3        the next free code of a rule
"""


def command(
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help=(
                "systems, kinds, data-types, technologies, rules, concepts, designs, "
                "views, overlays, variants or formats."
            ),
        ),
    ],
    *,
    format: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="text or json.")
    ] = "text",
    next: Annotated[
        str | None,
        typer.Option("--next", metavar="START", help="The next free code of a rule."),
    ] = None,
) -> None:
    """List what there is to choose from, a line each, with its meaning."""
    from designkit.cli.console import has_colour, is_terminal, say, width
    from designkit.cli.listing import TOPICS, as_json, as_text, next_free
    from designkit.text.choices import one_of

    topic = one_of("list", what, TOPICS)
    style = one_of("format", format, ("text", "json"))
    if next is not None:
        say(next_free(topic, next))
        return
    entries = TOPICS[topic]()
    if style == "json":
        say(as_json(topic, entries))
        return
    cells = width(sys.stdout) if is_terminal(sys.stdout) else 0
    say(as_text(entries, cells=cells, bold=has_colour(sys.stdout)))
