"""The system's Chromium without a window, driven by Playwright; it notes what it asks and says."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    sync_playwright,
)

LIMIT_MS = 30_000
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
    "--mute-audio",
)


@dataclass
class Visit:
    """One person's browser, with cookies of its own."""

    context: BrowserContext
    page: Page
    requested: list[str] = field(default_factory=list)
    """Addresses of everything that the pages asked for."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings, also those of the content security policy."""

    @property
    def hosts(self) -> set[str]:
        """Who was asked for something; the browser's own buttons are `data:` and nobody's."""
        return {urlsplit(url).netloc for url in self.requested if not url.startswith("data:")}

    def open(self, url: str) -> int:
        """Go to a page and wait until it has loaded; returns the status."""
        try:
            answer = self.page.goto(url)
        except Error as error:
            # The page that is left reloaded itself at this very moment, and was quicker.
            if "net::ERR_ABORTED" not in error.message:
                raise
            answer = self.page.goto(url)
        assert answer is not None
        return answer.status

    def run(self, script: str) -> Any:
        """The value of a script in the page; promises are awaited."""
        return self.page.evaluate(script)

    def play(self, rate: float) -> dict[str, Any]:
        """Play the page's video to its end, `rate` times as fast; what the browser knows then."""
        self.page.wait_for_selector("video")
        state: dict[str, Any] = self.page.evaluate(_PLAY, rate)
        return state


_PLAY = """async rate => {
    const video = document.querySelector("video");
    video.playbackRate = rate;
    const over = new Promise(done => {
        video.addEventListener("ended", done);
        video.addEventListener("error", done);
    });
    await video.play();
    const from = video.currentTime;
    await over;
    return {
        ended: video.ended,
        error: video.error && video.error.message,
        from: from,
        to: video.currentTime,
        width: video.videoWidth,
        height: video.videoHeight,
        frames: video.getVideoPlaybackQuality().totalVideoFrames,
        sound_bytes: video.webkitAudioDecodedByteCount,
    };
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser with a profile of its own, gone afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(_ARGUMENTS)
        )
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(browser: Browser) -> Iterator[Visit]:
    """A person with no cookies yet."""
    context = browser.new_context()
    context.set_default_timeout(LIMIT_MS)
    page = context.new_page()
    visited = Visit(context, page)

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            visited.complaints.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: visited.complaints.append(str(error)))
    context.on("request", lambda request: visited.requested.append(request.url))
    try:
        yield visited
    finally:
        context.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for all tests of a module; each person in it has cookies of their own."""
    with chromium() as running:
        yield running
