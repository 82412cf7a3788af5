"""A newcomer: a copy of the project to which somebody adds what CONTRIBUTING offers."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]


def newcomer(tmp_path: Path) -> "Newcomer":
    """Copy the project to a temporary directory, and begin there."""
    here = tmp_path / "project"
    for name in _committed():
        there = here / name
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, there)
    return Newcomer(here, _digests(here))


@dataclass(frozen=True)
class Newcomer:
    """Somebody at work in a copy of the project at `root`.

    `start` are the digests of the files when it was made; `own` are the files that were
    written by hand since.
    """

    root: Path
    start: dict[str, str]
    own: set[str] = field(default_factory=set)

    def add(self, path: str, text: str) -> None:
        """Write a new file by hand."""
        there = self.root / path
        assert not there.exists(), f"{path} is there already"
        there.write_text(text, encoding="utf-8")
        self.own.add(path)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace by hand what stands once in a file."""
        there = self.root / path
        text = there.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path} has {text.count(old)} times {old!r}"
        there.write_text(text.replace(old, new), encoding="utf-8")
        self.own.add(path)

    def make_docs(self) -> None:
        """Write the generated files, as ``make docs`` does; they are fresh then."""
        assert self.run("docs/generate.py").returncode == 0
        checked = self.run("docs/generate.py", "--check")
        assert (checked.stdout, checked.returncode) == ("", 0)

    def test(self, *paths: str) -> str:
        """Run tests, and return what fails, with the end of what pytest says."""
        options = ("-q", "-p", "no:cacheprovider", "--tb=short")
        snapshots = "--inline-snapshot=disable"
        ran = self.run("-m", "pytest", *options, snapshots, *paths)
        return "" if ran.returncode == 0 else ran.stdout[-4000:] + ran.stderr[-1000:]

    def designkit(self, *arguments: str) -> str:
        """Run a command and return what it prints, errors behind."""
        ran = self.run("-m", "designkit", *arguments)
        return ran.stdout + ran.stderr

    def changed(self) -> list[str]:
        """Return the files that differ from the start, but for those made by hand."""
        now = _digests(self.root)
        names = sorted(set(now) | set(self.start))
        differ = (name for name in names if now.get(name) != self.start.get(name))
        return [name for name in differ if name not in self.own]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the copy, which finds this copy and no other."""
        unset = ("TEST_ALL", "UPDATE_GOLDEN")
        here = {k: v for k, v in os.environ.items() if k not in unset}
        here |= {"PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=self.root, env=here, capture_output=True, text=True
        )


MADE = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}
"""Folders that no project is made of; caches of tools begin with a dot as well."""


def _committed() -> list[str]:
    """Return the files of the project, be it a clone or an archive without git."""
    names = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return [name.as_posix() for name in names if not _is_made(name)]


def _is_made(name: Path) -> bool:
    folders = name.parts[:-1]
    return any(part in MADE or part.endswith("_cache") for part in folders)


def _digests(root: Path) -> dict[str, str]:
    """Return the digest of each file below `root`, by its path."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in files
        if not {".hypothesis", "__pycache__", "build"} & set(path.parts)
    }
