"""What the page takes from Python, in Node: built from its sources for a test."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.sizes import node_script, node_tools, tool

ROOT = Path(__file__).parents[1]
RUNTIME = ROOT / "templates" / "page" / "src" / "runtime.ts"


def answers_of_runtime(
    script: Path,
    here: Path,
    questions: Iterable[object],
    formulas: str = "",
    source: Path = RUNTIME,
) -> list[object]:
    """Ask `script` in Node; it gets the built `source`, formulas, a question a line."""
    runtime, asked, table = (
        here / "runtime.cjs",
        here / "asked.jsonl",
        here / "table.js",
    )
    subprocess.run(
        [
            *(_package("esbuild"), source, "--bundle", "--format=cjs"),
            *(f"--outfile={runtime}", "--log-level=warning"),
        ],
        check=True,
    )
    asked.write_text("".join(json.dumps(it) + "\n" for it in questions), "utf-8")
    table.write_text(formulas, "utf-8")
    return node_script(script, runtime, table, asked)


def faults_of_types(source: Path = RUNTIME) -> str:
    """Return what the compiler of TypeScript says against `source`."""
    done = subprocess.run(
        [
            *(tool("node"), node_tools() / "node_modules/typescript/bin/tsc"),
            *("--noEmit", "--strict", "--target", "es2022", "--module", "es2022"),
            *("--moduleResolution", "bundler", source),
        ],
        capture_output=True,
        text=True,
    )
    return done.stdout


def _package(name: str) -> Path:
    return node_tools() / "node_modules" / ".bin" / name
