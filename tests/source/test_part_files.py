"""The one file access that a design can cause, and all that it refuses."""

import os
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest
from inline_snapshot import snapshot

import designkit as dk
from designkit.source import part_files
from designkit.source.part_files import MOST_PART_BYTES, MOST_PARTS, is_headed

HEAD = "designkit-part: 1\n"
PART = f"{HEAD}components:\n  desk: {{kind: client}}\n"

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the directory of a project, beside which something secret lies."""
    (tmp_path / "secret.yaml").write_text(f"{HEAD}password: hunter2\n")
    project = tmp_path / "project"
    (project / "designs").mkdir(parents=True)
    (project / "designkit.toml").touch()
    (project / "part.yaml").write_text(PART)
    return project


def refused(root: Path, *paths: str) -> list[str]:
    """Load a design that includes `paths`; return what is wrong with these."""
    listed = ", ".join(f"'{path}'" for path in paths)
    design = root / "designs" / "pay.yaml"
    design.write_text(
        "designkit: 1\nname: Pay\nsystem: generic\n"
        f"include: [{listed}]\ncomponents:\n  app: {{kind: client}}\n"
    )
    loaded = dk.load(design)
    assert "hunter2" not in str(loaded.texts)
    return [
        f"{it.file} {it.code} {it.message}" for it in loaded.diagnostics if it.stops
    ]


@pytest.fixture
def nothing_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail as soon as a part is opened."""

    def refuse(*_: object) -> NoReturn:
        raise AssertionError

    monkeypatch.setattr(part_files, "_opened", refuse)


OUTSIDE = (
    "/etc/passwd",
    "../../secret.yaml",
    "../../../../../../etc/passwd",
    "https://example.org/part.yaml",
    "file:///etc/passwd",
    "~/part.yaml",
    "C:/part.yaml",
    "..\\part.yaml",
    "//host/share/part.yaml",
    "",
    " ",
)


@pytest.mark.usefixtures("nothing_opens")
@pytest.mark.parametrize("path", OUTSIDE)
def test_what_leads_out_of_the_project_is_not_opened(root: Path, path: str):
    (found,) = refused(root, path)
    assert found.startswith("designs/pay.yaml DK015")


@pytest.mark.usefixtures("nothing_opens")
@pytest.mark.parametrize("path", ["../../secret.yaml", "../../nothing.yaml"])
def test_nobody_learns_what_lies_outside(root: Path, path: str):
    assert refused(root, path) == [
        f"designs/pay.yaml DK015 {path} leads out of the project"
    ]


@needs_posix
@pytest.mark.usefixtures("nothing_opens")
@pytest.mark.parametrize("target", ["secret.yaml", "nothing.yaml"])
def test_a_link_that_leads_out_is_not_opened(root: Path, target: str):
    (root / "link.yaml").symlink_to(root.parent / target)
    assert refused(root, "../link.yaml") == snapshot(
        ["designs/pay.yaml DK015 ../link.yaml leads out of the project"]
    )


@needs_posix
@pytest.mark.usefixtures("nothing_opens")
def test_a_directory_that_leads_out_is_not_entered(root: Path):
    (root / "out").symlink_to(root.parent)
    assert refused(root, "../out/secret.yaml") == snapshot(
        ["designs/pay.yaml DK015 ../out/secret.yaml leads out of the project"]
    )


@needs_posix
def test_a_link_inside_the_project_is_followed(root: Path):
    (root / "link.yaml").symlink_to(root / "part.yaml")
    assert refused(root, "../link.yaml") == []


@needs_posix
@pytest.mark.usefixtures("nothing_opens")
def test_links_in_a_circle_lead_nowhere(root: Path):
    (root / "link.yaml").symlink_to(root / "link.yaml")
    (found,) = refused(root, "../link.yaml")
    assert found.startswith("designs/pay.yaml DK015")


@needs_posix
@pytest.mark.usefixtures("nothing_opens")
def test_a_pipe_is_not_opened_and_nobody_waits(root: Path):
    os.mkfifo(root / "pipe.yaml")
    assert refused(root, "../pipe.yaml") == snapshot(
        ["designs/pay.yaml DK015 ../pipe.yaml is no regular file"]
    )


@needs_posix
@pytest.mark.usefixtures("nothing_opens")
def test_a_device_is_not_opened(tmp_path: Path):
    (tmp_path / "designs").mkdir()
    (tmp_path / "designkit.toml").touch()
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    (found,) = refused(tmp_path, "../zero.yaml")
    assert "leads out of the project" in found


@needs_posix
def test_what_becomes_a_pipe_meanwhile_is_not_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    os.mkfifo(root / "pipe.yaml")
    monkeypatch.setattr(part_files, "_refuse_sort", lambda *_: None)
    assert refused(root, "../pipe.yaml") == snapshot(
        ["designs/pay.yaml DK015 ../pipe.yaml is no regular file"]
    )


@needs_posix
def test_what_becomes_a_link_meanwhile_is_not_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    secret, part = root.parent / "secret.yaml", root / "part.yaml"

    def swap(written: str, found: Path) -> None:
        found.unlink()
        found.symlink_to(secret)

    monkeypatch.setattr(part_files, "_refuse_sort", swap)
    (found,) = refused(root, "../part.yaml")
    assert found.startswith("designs/pay.yaml DK015 cannot read ../part.yaml")
    assert part.is_symlink()


@needs_posix
def test_a_directory_that_becomes_a_link_meanwhile_is_not_entered(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    inner = root / "inner"
    inner.mkdir()
    (inner / "secret.yaml").write_text(PART)

    def swap(written: str, found: Path) -> None:
        inner.rename(root / "moved")
        inner.symlink_to(root.parent)

    monkeypatch.setattr(part_files, "_refuse_sort", swap)
    (found,) = refused(root, "../inner/secret.yaml")
    assert found.startswith("designs/pay.yaml DK015 cannot read ../inner/secret.yaml")


@pytest.mark.usefixtures("nothing_opens")
def test_a_directory_and_nothing_are_no_parts(root: Path):
    found = [refused(root, path)[0] for path in ("..", ".", "../designs", "none.yaml")]
    assert found == snapshot(
        [
            "designs/pay.yaml DK015 .. is no regular file",
            "designs/pay.yaml DK015 . is no regular file",
            "designs/pay.yaml DK015 ../designs is no regular file",
            "designs/pay.yaml DK015 cannot read none.yaml: no such file or directory",
        ]
    )


@pytest.mark.parametrize(
    "text",
    [
        "password: hunter2\n",
        f"password: hunter2\n{HEAD}",
        f"---\npassword: hunter2\n---\n{HEAD}",
        "designkit-part: 2\npassword: hunter2\n",
        "designkit-part: 12\npassword: hunter2\n",
        "designkit: 1\npassword: hunter2\n",
        "",
    ],
)
def test_nothing_is_told_of_a_file_that_is_no_part(root: Path, text: str):
    (root / ".env").write_text(text)
    assert refused(root, "../.env") == [
        "designs/pay.yaml DK015 ../.env is no part of a design"
    ]


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        f"# ours\n\n---\n# more\n{HEAD}",
        '"designkit-part" : 1 # one\r\n',
        "\ufeffdesignkit-part: 1",
    ],
)
def test_a_head_may_stand_below_comments(text: str):
    assert is_headed(text.encode())


def test_a_design_that_includes_itself_is_no_part(root: Path):
    assert refused(root, "pay.yaml") == snapshot(
        ["designs/pay.yaml DK015 pay.yaml is no part of a design"]
    )


def test_parts_include_nothing_so_there_are_no_circles(root: Path):
    (root / "part.yaml").write_text(f"{PART}include: [other.yaml]\n")
    (root / "other.yaml").write_text(f"{HEAD}include: [part.yaml]\n")
    assert refused(root, "../part.yaml", "../other.yaml") == snapshot(
        [
            "other.yaml DK015 a part includes nothing: only a design does",
            "part.yaml DK015 a part includes nothing: only a design does",
        ]
    )


@needs_posix
def test_a_part_is_included_once_by_whatever_name(root: Path):
    (root / "link.yaml").symlink_to(root / "part.yaml")
    paths = ("../part.yaml", "../designs/../part.yaml", "../link.yaml")
    assert refused(root, *paths) == snapshot(
        [
            "designs/pay.yaml DK015 ../designs/../part.yaml is included already",
            "designs/pay.yaml DK015 ../link.yaml is included already",
        ]
    )


def test_a_design_has_no_more_parts_than_that(root: Path):
    names = [f"p{number}" for number in range(MOST_PARTS + 3)]
    for name in names:
        text = f"{HEAD}components:\n  {name}: {{kind: client}}\n"
        (root / f"{name}.yaml").write_text(text)
    paths = [f"../{name}.yaml" for name in names]
    assert refused(root, *paths[:MOST_PARTS]) == []
    assert refused(root, *paths) == snapshot(
        ["designs/pay.yaml DK015 a design includes at most 20 files"]
    )


def test_all_parts_together_have_a_size(root: Path):
    half = f"{PART}# {'x' * (MOST_PART_BYTES // 2)}\n"
    (root / "part.yaml").write_text(half)
    (root / "other.yaml").write_text(half.replace("desk", "till"))
    assert refused(root, "../part.yaml") == []
    assert refused(root, "../part.yaml", "../other.yaml") == snapshot(
        ["designs/pay.yaml DK015 the parts up to here hold more than 1,000,000 bytes"]
    )


def test_all_parts_together_have_so_many_values(root: Path):
    many = ", ".join("x" * 30_000)
    for name in ("part", "other"):
        (root / f"{name}.yaml").write_text(f"{HEAD}x-{name}: [{many}]\n")
    assert refused(root, "../part.yaml", "../other.yaml") == snapshot(
        ["designs/pay.yaml DK015 the parts hold more than 50,000 values"]
    )


def test_a_part_that_is_no_utf_8_is_told_at_its_name(root: Path):
    (root / "part.yaml").write_bytes(PART.encode() + b"# \xff\n")
    assert refused(root, "../part.yaml") == snapshot(
        ["designs/pay.yaml DK015 ../part.yaml is not UTF-8 text: byte 55"]
    )


def test_a_part_is_no_deeper_than_a_design(root: Path):
    (root / "part.yaml").write_text(f"{HEAD}x-deep: {'[' * 5_000}{']' * 5_000}\n")
    assert refused(root, "../part.yaml") == snapshot(
        ["part.yaml DK005 values are nested more than 64 levels deep"]
    )


def test_aliases_of_a_part_are_counted(root: Path):
    lines = ["x-0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for number in range(1, 9):
        uses = ", ".join([f"*a{number - 1}"] * 10)
        lines.append(f"x-{number}: &a{number} [{uses}]")
    (root / "part.yaml").write_text(HEAD + "\n".join(lines))
    (found,) = refused(root, "../part.yaml")
    assert found.startswith("part.yaml DK005")


def test_a_head_of_a_megabyte_of_lines_takes_no_time(root: Path):
    (root / "part.yaml").write_text("\n" * (MOST_PART_BYTES - 1))
    started = time.perf_counter()
    assert refused(root, "../part.yaml") == snapshot(
        ["designs/pay.yaml DK015 ../part.yaml is no part of a design"]
    )
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("item", ["{a: b}", "[a]", "null", "1", "true"])
def test_only_texts_are_paths(root: Path, item: str):
    design = root / "designs" / "pay.yaml"
    design.write_text(
        f"designkit: 1\nname: Pay\nsystem: generic\ninclude: [{item}]\n"
        "components:\n  app: {kind: client}\n"
    )
    loaded = dk.load(design)
    assert [it.message for it in loaded.diagnostics] == ["this is no path"]


def test_without_settings_the_project_is_the_place_of_the_design(root: Path):
    (root / "designkit.toml").unlink()
    (root / "designs" / "part.yaml").write_text(PART)
    assert refused(root, "part.yaml") == []
    (found,) = refused(root, "../part.yaml")
    assert found.endswith("pay.yaml DK015 ../part.yaml leads out of the project")


def test_without_descriptors_of_directories_a_part_is_opened_by_its_path(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "supports_dir_fd", set())
    assert refused(root, "../part.yaml") == []
