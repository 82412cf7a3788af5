"""``designkit schema``: what an editor needs to complete and check a design."""

from pathlib import Path
from typing import Annotated

import typer

import designkit as dk
from designkit.cli.console import say

EXAMPLES = """\b
Examples:
  designkit schema -o design.schema.json
  # yaml-language-server: $schema=design.schema.json
  designkit schema --part -o part.schema.json
  designkit schema | jq '.properties | keys'
"""


def command(
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write it to FILE."),
    ] = None,
    part: Annotated[
        bool, typer.Option("--part", help="That of a file that designs include.")
    ] = False,
) -> None:
    """Print the JSON Schema of a design, for editors.

    With it an editor completes keys, kinds and data types, explains them and marks
    mistakes. It knows the words of the project's settings; where a design has a
    `vocabulary`, it takes any word. The first line of a design says where it is, as in
    the example.
    """
    words = dk.find_settings().vocabulary
    text = dk.part_schema_text(words) if part else dk.schema_text(words)
    if output is None:
        say(text.removesuffix("\n"))
        return
    say(dk.write_file(output, text.encode()).as_posix())
