"""Reading the log: its newest lines, over rotated files, whatever stands in them."""

import json
from pathlib import Path

from desktop.log_reader import LogLine, newest, parsed


def line(number: int) -> str:
    value = {
        "t": "2026-11-21T09:00:00Z",
        "level": "info",
        "logger": "x",
        "message": f"line {number}",
    }
    return json.dumps(value) + "\n"


def test_the_newest_lines_come_from_as_many_files_as_it_takes(tmp_path: Path) -> None:
    log = tmp_path / "app.log"
    log.write_text("".join(map(line, range(20, 23))))
    (tmp_path / "app.log.1").write_text("".join(map(line, range(10, 20))))
    (tmp_path / "app.log.2").write_text("".join(map(line, range(10))))

    assert [each.message for each in newest(log, 6)] == [f"line {n}" for n in range(17, 23)]
    assert len(newest(log, 1000)) == 23
    assert newest(log, 2)[0].message == "line 21"
    assert newest(tmp_path / "none.log", 5) == ()


def test_lines_longer_than_a_block_are_read_whole(tmp_path: Path) -> None:
    log = tmp_path / "app.log"
    long = json.dumps({"message": "é" * 200_000})
    log.write_text(f"{line(1)}{long}\n{line(2)}", "utf-8")

    assert [len(each.message) for each in newest(log, 3)] == [6, 200_000, 6]


def test_what_is_no_json_is_its_own_message() -> None:
    assert parsed("Fatal Python error") == LogLine("", "info", "", "Fatal Python error")
    assert parsed("[1]").message == "[1]"
    copied = LogLine("t", "error", "x", "it failed", "Traceback\n  in y\n").text
    assert copied == "t ERROR x: it failed\nTraceback\n  in y"
