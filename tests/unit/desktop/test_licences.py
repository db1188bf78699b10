"""Licences: every part that is shipped is named, and nothing that only developers use."""

from desktop.licences import parts


def test_every_part_that_is_needed_is_named_with_its_licence() -> None:
    found = {each.name.lower().replace("_", "-"): each for each in parts()}

    for name in ("av", "click", "pyside6-essentials", "requests", "opencv-python-headless"):
        assert name in found, name
        assert found[name].version
        assert found[name].licence, name
    assert "LGPL-3.0" in found["pyside6-essentials"].licence
    assert found["inter"].text.startswith("Copyright")
    # Of requests, which another needs: not of Holdfast's own list.
    assert "urllib3" in found
    assert not {"pytest", "mypy", "ruff", "playwright", "holdfast"} & set(found)


def test_most_parts_bring_their_words() -> None:
    with_words = [each for each in parts() if each.text]

    assert len(with_words) > len(parts()) * 0.8
