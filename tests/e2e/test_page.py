"""What a person sees and hears in a browser, of the demo's recording on the receiver's page."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.support.chromium import Visit, visit
from tests.support.demo_run import Demo
from tests.support.live_receiver import LiveReceiver

pytestmark = [pytest.mark.browser, pytest.mark.trace]


@pytest.fixture(scope="module")
def receiver(demo: Demo) -> Iterator[LiveReceiver]:
    """The demo's receiver, started again at the address that its link names."""
    port = urlsplit(demo.printed["dashboard"]).port
    assert port is not None
    live = LiveReceiver.start(demo.receiver, port)
    yield live
    live.stop()


@pytest.fixture(scope="module")
def signed_in(demo: Demo, browser: Browser, receiver: LiveReceiver) -> Iterator[Visit]:
    """Somebody who came in through the demo's link."""
    with visit(browser) as person:
        person.open(demo.printed["dashboard"])
        yield person
        assert person.hosts == {urlsplit(receiver.url).netloc}
        assert person.complaints == []


def test_the_link_lets_in_once(
    demo: Demo, browser: Browser, receiver: LiveReceiver, signed_in: Visit
) -> None:
    signed_in.open(f"{receiver.url}/web/")
    assert signed_in.page.url == f"{receiver.url}/web/"
    with visit(browser) as somebody_else:
        assert somebody_else.open(demo.printed["dashboard"]) == 403
        assert "This link was used already" in somebody_else.page.inner_text("main")
        somebody_else.open(f"{receiver.url}/web/")
        assert demo.recording["participant"] not in somebody_else.page.inner_text("main")


def test_the_list_shows_the_recording_with_four_lights(
    demo: Demo, receiver: LiveReceiver, signed_in: Visit
) -> None:
    signed_in.open(f"{receiver.url}/web/")

    row = signed_in.page.locator("tr[id^=recording-]")
    assert row.count() == 1
    assert demo.recording["participant"] in row.inner_text()
    assert row.locator(".light.on").all_text_contents() == [
        "● Saved: yes",
        "● Received: yes",
        "● Verified: yes",
        "● Playable: yes",
    ]


def test_the_recording_plays_to_its_end(
    demo: Demo, receiver: LiveReceiver, signed_in: Visit
) -> None:
    page = signed_in.page
    signed_in.open(f"{receiver.url}/web/")
    page.get_by_role("link", name=demo.recording["participant"]).click()
    page.wait_for_url(f"**/{demo.recording['id']}")

    played = signed_in.play(rate=4.0)

    assert played["error"] is None
    assert played["ended"]
    assert played["to"] == pytest.approx(10.0, abs=0.1)
    assert (played["width"], played["height"]) == (1280, 720)
    assert played["frames"] > 200
    assert played["sound_bytes"] > 0


def test_a_late_segment_plays_alone(demo: Demo, receiver: LiveReceiver, signed_in: Visit) -> None:
    last = demo.recording["segments"] - 1
    assert last > 0
    page = signed_in.page
    signed_in.open(f"{receiver.url}/web/recordings/{demo.recording['id']}")
    page.get_by_role("link", name=f"Play segment {last}").click()
    page.wait_for_url(f"**/segments/{last}")

    played = signed_in.play(rate=1.0)

    assert played["error"] is None
    assert played["ended"]
    assert played["to"] == pytest.approx(10.0, abs=0.1)
    assert played["width"] == 1280
    assert played["frames"] > 0
    assert played["sound_bytes"] > 0
