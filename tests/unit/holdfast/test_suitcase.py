"""A suitcase's forms."""

import os
from pathlib import Path

import pytest

from holdfast.jsonform import FormatError
from holdfast.suitcase import PIECE_BYTES, pieces, read_untrusted


@pytest.mark.parametrize(
    ("size_bytes", "expected"),
    [
        (0, []),
        (1, [(0, 0)]),
        (PIECE_BYTES, [(0, PIECE_BYTES - 1)]),
        (PIECE_BYTES + 1, [(0, PIECE_BYTES - 1), (PIECE_BYTES, PIECE_BYTES)]),
    ],
)
def test_pieces_cover_a_segment_without_a_gap(
    size_bytes: int, expected: list[tuple[int, int]]
) -> None:
    assert pieces(size_bytes) == expected


def test_only_regular_files_of_a_bounded_size_are_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"12345")
    (tmp_path / "link").symlink_to(file)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()

    assert read_untrusted(file, 5) == b"12345"
    with pytest.raises(FormatError, match="larger than it can be"):
        read_untrusted(file, 4)
    for name in ("link", "pipe", "folder"):
        with pytest.raises(FormatError, match=f"{name} is not a file"):
            read_untrusted(tmp_path / name, 5)
    with pytest.raises(FileNotFoundError):
        read_untrusted(tmp_path / "nothing", 5)
