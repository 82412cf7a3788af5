"""``designkit schema``: what an editor needs to complete and check a design."""

from pathlib import Path
from typing import Annotated

import typer

from designkit.cli.console import say

EXAMPLES = """\b
Examples:
  designkit schema -o design.schema.json
  # yaml-language-server: $schema=design.schema.json
  designkit schema | jq '.properties | keys'
"""


def command(
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write it to FILE."),
    ] = None,
) -> None:
    """Print the JSON Schema of a design, for editors.

    With it an editor completes keys and kinds, explains them and marks mistakes. The
    first line of a design says where it is, as in the example.
    """
    from designkit.files import Output, write_files

    text = schema_text()
    if output is None:
        say(text.removesuffix("\n"))
        return
    (path,) = write_files(output.parent, [Output(output.name, text.encode())])
    say(path.as_posix())


def schema_text() -> str:
    """Return the JSON Schema as it stands in a file."""
    import json

    from designkit.source.schema import design_schema

    return json.dumps(design_schema(), indent=2, ensure_ascii=False) + "\n"
