"""A small table in HTML, for notebooks; every text in it is shown as it is."""

from collections.abc import Iterable, Sequence

from designkit.text.escape import xml


def html_table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with a caption above it and a line for each of `rows`."""
    lines = (
        "<table>",
        f"<caption>{xml(caption)}</caption>",
        f"<thead>{_row('th', head)}</thead>",
        "<tbody>",
        *(_row("td", row) for row in rows),
        "</tbody>",
        "</table>",
    )
    return "\n".join(lines)


def _row(tag: str, cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{xml(cell)}</{tag}>' for cell in cells)}</tr>"
