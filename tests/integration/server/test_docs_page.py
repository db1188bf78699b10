"""The page of the API in Chromium: it shows every call, and asks nobody but the receiver."""

from pathlib import Path

import pytest

from tests.support.chromium import chromium, visit
from tests.support.serving import Serving


@pytest.mark.browser
def test_the_page_shows_every_call_without_a_network(tmp_path: Path) -> None:
    with Serving(tmp_path / "data") as serving, chromium() as program, visit(program) as browser:
        assert browser.open(f"{serving.url}/docs") == 200
        browser.page.wait_for_selector(".opblock")
        shown = browser.run("document.querySelectorAll('.opblock').length")
        described = browser.run(
            "fetch('/api/v1/openapi.json').then(answer => answer.json()).then(document =>"
            " Object.values(document.paths).flatMap(Object.keys).length)"
        )
        browser.page.click("#operations-statistics-work_read_statistics")
        browser.page.wait_for_selector(".responses-wrapper")
        hosts, complaints = browser.hosts, browser.complaints
        place = serving.url.removeprefix("http://")

    assert shown == described > 30
    assert hosts == {place}
    assert complaints == []
