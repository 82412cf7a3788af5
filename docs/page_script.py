"""Builds the script of the living page from `templates/page/src`: `make page`.

Needs esbuild and TypeScript in build/node, where .ci/tools puts them. What is built is
committed with the digest of its sources, so that a stale one is noticed without either.
"""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "templates" / "page"
TOOLS = ROOT / "build" / "node" / "node_modules" / ".bin"


def digest() -> str:
    """Return the digest of all sources of the script, by name and text."""
    found = sha256()
    for path in sorted((PAGE / "src").rglob("*.ts")):
        found.update(f"{path.relative_to(PAGE).as_posix()}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def built(tools: Path = TOOLS) -> str:
    """Return the script as it should be: checked, bundled, made small.

    Raises:
        CalledProcessError: the sources are not valid; the reason is on stderr.
        FileNotFoundError: the tools are not there.
    """
    subprocess.run([tools / "tsc", "-p", PAGE / "src"], check=True)
    entry = PAGE / "src" / "main.ts"
    options = ("--bundle", "--minify", "--format=iife", "--target=es2022")
    command = [tools / "esbuild", entry, *options, "--charset=utf8"]
    script = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return f"/* sources {digest()} */\n{script}"


def main() -> int:
    """Write the script; 1 if the tools are not there."""
    if not (TOOLS / "esbuild").exists():
        print("esbuild and TypeScript are not in build/node: run .ci/tools first")
        return 1
    script = built()
    (PAGE / "page.js").write_text(script, encoding="utf-8")
    print(f"templates/page/page.js: {len(script.encode()):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
