"""What the pages on which one watches say: time lines, rows of tracking, arrivals, live views."""

import math
import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.jsonform import Json
from server.auth.policy import Role
from server.tracking.payload import LARGEST, about
from server.web.arriving import holes
from server.web.player_facts import Stretch, time_line
from server.web.tracking_rows import ROWS_MOST, row_length_s, rows_of
from server.web.watch_texts import clock_place, length_words
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.web_browser import WebBrowser
from tests.unit.server.conftest import Running
from tests.unit.server.test_consent import of_study, study


def browser_of(running: Running, role: Role) -> WebBrowser:
    browser = WebBrowser(running.url)
    browser.open(f"/web/enter/{running.receiver.users.add_link(f'the {role.value}', role)}")
    return browser


@pytest.fixture
def operator(running: Running) -> Iterator[WebBrowser]:
    with browser_of(running, Role.OPERATOR) as browser:
        yield browser


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0:00.0"), (7.46, "0:07.5"), (59.96, "1:00.0"), (3723.4, "1:02:03.4")],
)
def test_places_in_a_film(seconds: float, said: str) -> None:
    assert clock_place(seconds) == said


def test_lengths_in_words() -> None:
    assert [length_words(each) for each in (1.0, 5.0, 60.0, 120.0)] == [
        "second",
        "5 seconds",
        "minute",
        "2 minutes",
    ]


def test_the_time_line_shows_gaps_markers_and_what_is_missing() -> None:
    manifest = {
        "gaps": [{"from_s": 5.0, "to_s": 6.0, "reason": "camera lost"}],
        "markers": [{"t_s": 2.5, "name": "smiles"}],
        "segments": [
            {"segment": 0, "start_s": 0.0, "duration_s": 2.0},
            {"segment": 1, "start_s": 2.0, "duration_s": 2.0},
        ],
    }
    line = time_line(10.0, manifest, [[8.0, 10.0]], missing=[1])

    assert line.stretches == (
        Stretch("gap", 500.0, 100.0, "gap (camera lost) from 0:05.0 to 0:06.0"),
        Stretch("missing", 200.0, 200.0, "segment 1 is not here from 0:02.0 to 0:04.0"),
        Stretch("nobody", 800.0, 200.0, "nobody found from 0:08.0 to 0:10.0"),
    )
    assert [(each.at, each.name) for each in line.moments] == [(250.0, "smiles")]
    assert "marker smiles at 0:02.5" in line.says
    assert time_line(3.0, None).says == "0:03.0 long, without a gap or a marker."


def payload(seen: dict[float, tuple[float, float]], seconds: float) -> Json:
    """Looked at twice a second, 400 x 300."""
    times = [each / 2 for each in range(round(seconds * 2))]
    points = [{"t": t, "x": x, "y": y, "predicted": False} for t, (x, y) in seen.items()]
    guess = [{"t": 99.0, "x": 0.5, "y": 0.5, "predicted": True}]
    return {
        "sampleFps": 2.0,
        "frameSize": [400, 300],
        "frameSizes": [{"fromSec": 0.0, "size": [400, 300]}],
        "minGapSec": 0.5,
        "samples": [[t, 0.5] for t in times],
        "trackPoints": [*points, *guess],
    }


def test_rows_say_how_much_was_seen_where_and_how_far_it_moved() -> None:
    seen = {0.0: (0.2, 0.4), 0.5: (0.4, 0.4), 1.0: (0.4, 0.8), 3.0: (0.9, 0.8)}

    rows = rows_of(payload(seen, 4.0), 4.0)

    told = [(each.from_s, each.found, each.x, each.y, each.moved, each.way) for each in rows]
    # A step down is shorter in widths of a wide picture; across the gap nothing is counted.
    assert told == [
        (0.0, 1.0, 0.3, 0.4, 0.2, 0.2),
        (1.0, 0.5, 0.4, 0.8, 0.3, 0.5),
        (2.0, 0.0, None, None, None, None),
        (3.0, 0.5, 0.9, 0.8, 0.0, 0.5),
    ]
    assert [each.jitter for each in rows] == [None] * 4


def test_all_rows_together_say_what_the_numbers_say() -> None:
    noise = random.Random(7)
    seen = {
        number / 2: (0.5 + noise.gauss(0, 0.05), 0.5 + noise.gauss(0, 0.05))
        for number in range(40)
        if number not in range(12, 16)
    }
    told = {**payload(seen, 20.0), "tracks": [{"points": payload(seen, 20.0)["trackPoints"]}]}

    numbers = about(told, 0, LARGEST)["derivedMetrics"]
    rows = rows_of(told, 20.0)

    assert rows[-1].way == pytest.approx(numbers["totalDistance"], abs=1e-4)
    covered = sum(each.found * each.length_s for each in rows) / 20
    assert 100 * covered == pytest.approx(numbers["coveragePercent"], abs=0.01)
    squares = [each.jitter**2 for each in rows if each.jitter is not None]
    assert math.sqrt(sum(squares) / len(squares)) == pytest.approx(numbers["jitter"], abs=1e-4)


@given(st.floats(min_value=0.01, max_value=400_000))
def test_there_are_never_too_many_rows(duration_s: float) -> None:
    assert duration_s / row_length_s(duration_s) <= ROWS_MOST


def test_holes_are_what_later_segments_came_after() -> None:
    assert holes((0, 1, 4), None) == (2, 3)
    assert holes((), None) == ()
    assert holes((0, 1, 4), (7,)) == (7,)


@pytest.fixture
def arriving(running: Running, device: EnrolledDevice) -> Take:
    """A recording of which two segments are here and one is begun."""
    made = make_take(device.id, [scene_part(200)])
    device.client.announce(made)
    for number in (0, 2):
        assert put(device.client, made, number) == 201
    half = len(made.pieces[3].data) // 2 - 1
    answer = device.client.put_chunk(made.id, 3, made.pieces[3].data, 0, half)
    assert answer.status_code == 200
    return made


def put(client: Client, take: Take, number: int) -> int:
    return client.put_chunk(take.id, number, take.pieces[number].data).status_code


def told(browser: WebBrowser, take: Take) -> Json:
    answer = browser.open(f"/web/recordings/{take.id}/arriving.json")
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def test_an_arrival_is_told_with_what_is_missing(operator: WebBrowser, arriving: Take) -> None:
    state = told(operator, arriving)

    assert (state["stage"], state["segments"], state["missing"]) == ("arriving", [0, 2], [1])
    assert state["tells"]["now"] == "segment 3: 50.0 %"
    again = operator.open(
        f"/web/recordings/{arriving.id}/arriving.json",
        {
            "If-None-Match": operator.open(f"/web/recordings/{arriving.id}/arriving.json").headers[
                "ETag"
            ]
        },
    )
    assert again.status_code == 304


def test_nobody_plays_what_nobody_kept(operator: WebBrowser, arriving: Take) -> None:
    page = operator.open(f"/web/recordings/{arriving.id}").text

    assert told(operator, arriving)["may_play"] is False
    assert "It can be played once it is kept." in page
    assert "data-live" not in page
    segment = operator.open(f"/web/recordings/{arriving.id}/segments/0/video")
    assert segment.status_code == 403


@pytest.mark.parametrize(
    ("role", "status"), [(Role.VIEWER, 403), (Role.OPERATOR, 200), (Role.ADMIN, 200)]
)
def test_staff_watch_live_where_the_study_says_so(
    running: Running, device: EnrolledDevice, role: Role, status: int
) -> None:
    study(running, live_view=True)
    take = of_study(device)
    device.client.announce(take)
    put(device.client, take, 0)

    with browser_of(running, role) as browser:
        page = browser.open(f"/web/recordings/{take.id}").text
        segment = browser.open(f"/web/recordings/{take.id}/segments/0/video")

    assert segment.status_code == status
    assert ("data-live" in page) is (status == 200)


def test_a_study_that_cannot_be_understood_lets_nobody_watch(
    running: Running, operator: WebBrowser, device: EnrolledDevice
) -> None:
    study(running, live_view=True)
    take = of_study(device)
    device.client.announce(take)
    put(device.client, take, 0)
    path = f"/web/recordings/{take.id}/segments/0/video"
    assert operator.open(path).status_code == 200

    study(running, live_view="perhaps")

    assert operator.open(path).status_code == 403


def test_papers_are_the_bytes_that_are_stored(
    running: Running, operator: WebBrowser, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    receipt = device.client.send(take)

    given = operator.open(f"/web/recordings/{take.id}/receipt.json")
    manifest = operator.open(f"/web/recordings/{take.id}/manifest.json")
    page = operator.open(f"/web/recordings/{take.id}").text

    assert given.json() == receipt
    assert manifest.json() == take.manifest
    assert "attachment" in manifest.headers["Content-Disposition"]
    assert receipt["signature"] in page
    assert "The receiver signed for it on" in page
