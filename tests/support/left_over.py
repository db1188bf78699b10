"""Where anything of somebody is left: every file's name and bytes under a folder."""

from pathlib import Path


def with_words(folder: Path, *words: str) -> list[str]:
    """The files whose path or content has one of these words."""
    found = []
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        name = str(path.relative_to(folder))
        if any(word in name or word.encode() in content for word in words):
            found.append(name)
    return found
