"""Every page for everybody: by axe, on a phone and a wide screen, light and dark, without scripts.

The pages are those of a lab with something on each of them.
"""

from collections.abc import Iterator
from typing import Final, Literal

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize

from tests.support.axe import violations
from tests.support.chromium import LIMIT_MS, Visit, browser, visit
from tests.support.example_lab import PASSWORD, Site, site

__all__ = ["browser"]

pytestmark = pytest.mark.browser
PHONE: ViewportSize = {"width": 390, "height": 844}
WIDE: ViewportSize = {"width": 1440, "height": 900}
SCHEMES: Final = ("light", "dark")
BROKEN = "404"
"""In what the browser says of a page that is not there."""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site(tmp_path_factory.mktemp("lab")) as running:
        yield running


def sign_in(page: Page, here: Site) -> None:
    page.goto(f"{here.url}/web/sign-in")
    page.fill("#name", here.lab.admin)
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{here.url}/web/")


@pytest.fixture(scope="module")
def person(browser: Browser, here: Site) -> Iterator[Visit]:
    with visit(browser) as signed_in:
        sign_in(signed_in.page, here)
        yield signed_in


# Each page in one scheme, and each scheme on half of them: the colours are the same ones.
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_and_no_page_is_wider_than_a_phone(
    person: Visit, here: Site, scheme: Literal["light", "dark"]
) -> None:
    page, found = person.page, {}
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme)
    pages = list({"sign-in": "/web/sign-in", **here.pages}.items())
    for name, path in pages[SCHEMES.index(scheme) :: len(SCHEMES)]:
        person.open(f"{here.url}{path}")
        person.run("document.querySelectorAll('details').forEach(each => each.open = true)")
        broken = violations(page)
        width = person.run("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            broken.append(f"{width} pixels wide")
        if broken:
            found[name] = broken

    assert found == {}
    assert [each for each in person.complaints if BROKEN not in each] == []
    assert person.hosts == {here.url.removeprefix("http://")}


def test_times_are_the_readers_own_and_the_title_keeps_utc(browser: Browser, here: Site) -> None:
    context = browser.new_context(timezone_id="Asia/Tokyo", locale="en-GB")
    context.set_default_timeout(LIMIT_MS)
    page = context.new_page()
    sign_in(page, here)
    page.goto(f"{here.url}/web/recordings")

    time = page.locator("tr", has_text="P-017").locator("time")

    assert time.get_attribute("title") == "2026-11-20 14:00:00 UTC"
    assert time.inner_text() == "20 Nov 2026, 23:00:00"
    context.close()


def test_everything_can_be_read_and_done_without_scripts(browser: Browser, here: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(LIMIT_MS)
    page = context.new_page()
    sign_in(page, here)
    for name in ("sessions", "session", "devices", "users", "audit"):
        page.goto(f"{here.url}{here.pages[name]}")
        assert page.locator("h1").count() == 1
        assert page.locator("main table, main form").count() > 0
    page.goto(f"{here.url}/web/jobs")
    page.get_by_role("button", name="Pause probe").click()

    assert "probe is paused" in page.inner_text(".note")
    assert page.locator("#queue-probe").get_by_role("button", name="Resume probe").is_visible()
    page.get_by_role("button", name="Resume probe").click()
    context.close()


def test_a_polled_page_shows_what_changed_and_says_it_once(person: Visit, here: Site) -> None:
    page = person.page
    page.set_viewport_size(WIDE)
    person.open(f"{here.url}/web/jobs")
    row = page.locator(f"#job-{here.lab.jobs['failed']}")
    row.get_by_text("Last lines").click()
    before = page.locator("#queue-partial").element_handle()

    here.receiver.queues.control("partial", "ann", paused=True, at_once=None, bounds=False)
    page.locator("#queue-partial .light", has_text="paused").wait_for()

    # The same elements, changed where something changed: what was open stays open.
    assert page.evaluate("each => each.isConnected", before)
    assert row.locator("details[open]").count() == 1
    here.receiver.queues.control("partial", "ann", paused=False, at_once=None, bounds=False)


@pytest.mark.parametrize("answer", [None, 500])
def test_a_page_says_when_the_receiver_does_not_answer(
    person: Visit, here: Site, answer: int | None
) -> None:
    page = person.page
    person.open(f"{here.url}/web/")

    def away(route: Route) -> None:
        if answer is None:
            route.abort()
        else:
            route.fulfill(status=answer, body="<h1>Broken</h1>")

    page.route("**/web/overview/**", away)
    page.dispatch_event("#now", "wake")
    page.get_by_text("The receiver has not answered since").wait_for()
    assert page.locator("#now").get_by_role("heading", name="Devices").count() > 0
    page.unroute("**/web/overview/**")
    page.dispatch_event("#now", "wake")
    page.locator("#stale").wait_for(state="hidden")
    # The browser tells of such requests by itself.
    person.complaints.clear()


def test_a_hidden_page_asks_nothing(person: Visit, here: Site) -> None:
    page = person.page
    person.open(f"{here.url}/web/")
    with page.expect_request("**/web/overview/now"):
        page.evaluate("document.querySelector('#now').dispatchEvent(new Event('wake'))")
    page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
    asked = len(person.requested)
    page.evaluate("document.querySelector('#now').dispatchEvent(new Event('wake'))")
    # A request of our own comes after any that the page would have made.
    page.evaluate("fetch('/web/static/icon.svg')")

    assert [each for each in person.requested[asked:] if "overview" in each] == []
    page.evaluate("delete document.hidden")
    with page.expect_request("**/web/overview/now"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
