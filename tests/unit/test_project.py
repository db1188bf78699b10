"""Rules of the house that no linter knows: docstrings, imports, who deletes, who reads the time.

An exception to a rule is a line in the rule's table, with its reason.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("holdfast", "desktop", "uploader", "server", "resources")

# Path pattern -> why this file may rename or delete by itself.
MAY_RENAME_OR_DELETE = {
    "holdfast/durable.py": "the one place for what matters: media, sidecars, manifests, receipts",
}
# Path pattern -> why this file may ask the system for the time.
MAY_READ_TIME = {
    "holdfast/clock.py": "the one time source",
}
# Package -> what it may import beside the standard library and itself.
MAY_IMPORT = {
    "holdfast": {"click", "platformdirs"},
    "resources": set[str](),
}

# What the window may know of the queue: its values, and what it and the commands say alike of them.
QUEUE_VALUES = ("uploader.items.", "uploader.pace_texts.", "uploader.standing.")

RENAME_OR_DELETE = {
    "os": {"remove", "unlink", "rename", "renames", "replace", "rmdir", "removedirs", "truncate"},
    "shutil": {"rmtree", "move"},
}
RENAME_OR_DELETE_METHODS = {"unlink", "rename", "rmdir"}
READ_TIME = {
    "time": {"time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns"},
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
}

MACHINE_PATH = re.compile(r"(?<![\w./~-])/(?:work|root)/\w")
REGISTRY_HOST = re.compile(
    r"\b(?:files\.pythonhosted\.org|pypi\.org|registry\.npmjs\.org|registry\.yarnpkg\.com"
    r"|crates\.io|proxy\.golang\.org|deb\.debian\.org|conda\.anaconda\.org)\b"
)


class Source(NamedTuple):
    """One Python file of the product, as its path from the root and its syntax tree."""

    path: str
    tree: ast.Module


def tracked_files() -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


@cache
def sources() -> list[Source]:
    return [
        Source(path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8")))
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
    ]


def is_excepted(path: str, table: dict[str, str]) -> bool:
    return any(fnmatch(path, pattern) for pattern in table)


def uses(tree: ast.Module, names: dict[str, set[str]]) -> Iterator[str]:
    """Where `module.name` is used or `from module import name` is written, as "line: name"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in names.get(_last_name(node.value), ()):
            yield f"{node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name in names.get(node.module or "", ()):
                    yield f"{node.lineno}: from {node.module} import {alias.name}"


def renames_or_deletes(tree: ast.Module) -> Iterator[str]:
    yield from uses(tree, RENAME_OR_DELETE)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            # str.replace() has two arguments, datetime.replace() names them: Path's has one.
            is_path_replace = (
                node.func.attr == "replace" and len(node.args) == 1 and not node.keywords
            )
            if is_path_replace or node.func.attr in RENAME_OR_DELETE_METHODS:
                yield f"{node.lineno}: {ast.unparse(node.func)}()"


def imports(tree: ast.Module, package: str) -> Iterator[str]:
    """Full dotted names of everything imported, also inside functions and by relative imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parents, base] if base else parents)
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


@cache
def imports_of(source: Source) -> frozenset[str]:
    return frozenset(imports(source.tree, source.path.rpartition("/")[0].replace("/", ".")))


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def test_every_module_begins_with_a_docstring() -> None:
    assert [path for path, tree in sources() if not ast.get_docstring(tree)] == []


def test_importing_a_package_does_nothing() -> None:
    packages = [source for source in sources() if source.path.endswith("__init__.py")]

    assert [path for path, tree in packages if len(tree.body) != 1] == []


def test_only_durable_files_rename_and_delete() -> None:
    found = [
        f"{path}:{use}"
        for path, tree in sources()
        if not is_excepted(path, MAY_RENAME_OR_DELETE)
        for use in renames_or_deletes(tree)
    ]

    assert found == []


def test_only_the_clock_reads_the_time() -> None:
    found = [
        f"{path}:{use}"
        for path, tree in sources()
        if not is_excepted(path, MAY_READ_TIME)
        for use in uses(tree, READ_TIME)
    ]

    assert found == []


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_the_common_ground_needs_nearly_nothing(package: str) -> None:
    allowed = {package, *sys.stdlib_module_names, *MAY_IMPORT[package]}
    foreign = {
        f"{source.path}: {name}"
        for source in sources()
        if source.path.startswith(f"{package}/")
        for name in imports_of(source)
        if name.partition(".")[0] not in allowed
    }

    assert foreign == set()


def test_qt_stays_in_the_window() -> None:
    importers = {
        source.path
        for source in sources()
        if any(name.partition(".")[0] == "PySide6" for name in imports_of(source))
    }

    assert [
        path
        for path in importers
        if not path.startswith("desktop/ui/") and path != "desktop/app.py"
    ] == []


def test_only_the_command_starts_the_app() -> None:
    importers = {
        source.path
        for source in sources()
        if any(f"{name}.".startswith("desktop.app.") for name in imports_of(source))
    }

    assert importers <= {"desktop/app.py", "desktop/cli.py"}


def test_the_window_knows_the_queue_by_its_values_only() -> None:
    found = {
        f"{source.path}: {name}"
        for source in sources()
        if source.path.startswith("desktop/ui/")
        for name in imports_of(source)
        if f"{name}.".startswith("uploader.") and name != "uploader"
        if not f"{name}.".startswith(QUEUE_VALUES)
    }

    assert found == set()


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY_HOST], ids=["path", "registry"])
def test_no_file_knows_where_it_was_written(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked_files()
        for match in pattern.finditer(path.read_text("utf-8", errors="replace"))
    ]

    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos.unlink(x)",
        "import os\nos.replace(x, y)",
        "from os import rename",
        "from shutil import rmtree",
        "import shutil\nshutil.move(x, y)",
        "path.unlink()",
        "path.replace(other)",
        "(folder / 'x').rename(other)",
    ],
)
def test_renaming_and_deleting_is_recognised(code: str) -> None:
    assert list(renames_or_deletes(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "text.replace('a', 'b')",
        "moment.replace(tzinfo=UTC)",
        "dataclasses.replace(value, x=1)",
        "from dataclasses import replace",
    ],
)
def test_replacing_text_and_fields_is_not_renaming(code: str) -> None:
    assert list(renames_or_deletes(ast.parse(code))) == []


@pytest.mark.parametrize(
    "code",
    [
        "import time\ntime.time()",
        "from time import monotonic",
        "field(default=time.monotonic_ns)",
        "import datetime\ndatetime.datetime.now(datetime.UTC)",
        "datetime.now(UTC)",
        "date.today()",
    ],
)
def test_reading_the_time_is_recognised(code: str) -> None:
    assert list(uses(ast.parse(code), READ_TIME))


@pytest.mark.parametrize("code", ["time.sleep(1)", "clock.monotonic()", "clock.now()"])
def test_asking_a_clock_is_fine(code: str) -> None:
    assert list(uses(ast.parse(code), READ_TIME)) == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import desktop.app", "desktop.app"),
        ("from desktop import app", "desktop.app"),
        ("from . import app", "desktop.app"),
        ("from .app import main", "desktop.app.main"),
        ("def f():\n    from desktop.app import main", "desktop.app.main"),
    ],
)
def test_imports_are_found_however_they_are_written(code: str, expected: str) -> None:
    assert expected in set(imports(ast.parse(code), "desktop"))


def test_paths_and_hosts_are_recognised() -> None:
    assert MACHINE_PATH.search("cd /" + "work/main")
    assert MACHINE_PATH.search('"/' + 'root/x"')
    assert not MACHINE_PATH.search("https://example.org/work/list and docs/work/x")
    assert REGISTRY_HOST.search("https://" + "pypi" + ".org/simple")


def test_the_pages_show_the_same_mark_as_the_window() -> None:
    # The receiver may not import the window's resources, so it has a copy.
    mark = ROOT / "resources" / "icons" / "holdfast.svg"

    assert (ROOT / "server" / "web" / "static" / "icon.svg").read_bytes() == mark.read_bytes()
