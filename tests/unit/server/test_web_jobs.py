"""Jobs on the pages: queues paused and bounded, jobs cancelled, tried again, and all of a kind."""

from collections.abc import Iterator

import pytest

from server.auth.policy import Role
from server.db.models import JobRow
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.support.web_browser import WebBrowser
from tests.unit.server.conftest import Running


def browser_of(running: Running, role: Role) -> WebBrowser:
    browser = WebBrowser(running.url)
    browser.open(f"/web/enter/{running.receiver.users.add_link(f'the {role.value}', role)}")
    return browser


@pytest.fixture
def admin(running: Running) -> Iterator[WebBrowser]:
    with browser_of(running, Role.ADMIN) as browser:
        yield browser


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(made)
    return made


@pytest.fixture
def job(running: Running, take: Take) -> str:
    """The job that waits for nothing else."""
    rows = running.receiver.job_control.page({"kind": "assemble"}, None, 10).rows
    return rows[0].id


def fail(running: Running, job: str) -> None:
    with running.receiver.database.writing() as session:
        row = session.get_one(JobRow, job)
        row.state, row.attempts, row.error = "failed", 3, "The film is <broken>."
        row.said = [{"at": "2026-11-20T14:00:00.000Z", "attempt": 3, "text": "moov <atom> lost"}]


def control_of(running: Running, kind: str) -> tuple[bool, int | None]:
    queue = next(each for each in running.receiver.queues.all() if each.kind == kind)
    return queue.is_paused, queue.at_once


def test_a_queue_is_paused_bounded_and_goes_on(
    running: Running, admin: WebBrowser, job: str
) -> None:
    path = "/web/jobs/queues/assemble/control"
    bound = control_of(running, "assemble")[1]

    assert "assemble is paused" in admin.submit(path, what="pause").text
    assert control_of(running, "assemble") == (True, bound)
    assert running.receiver.jobs.claim("01a1f941-c700-7d26-814d-5fa5c4e3cb58") is None
    assert "3 may run at a time" in admin.submit(path, what="at_once", at_once="3").text
    # A bound is not a start.
    assert control_of(running, "assemble") == (True, 3)
    admin.submit(path, what="resume")
    assert control_of(running, "assemble") == (False, 3)
    admin.submit(path, what="at_once", at_once="")
    assert control_of(running, "assemble") == (False, bound)
    for wrong in ("0", "many"):
        assert admin.submit(path, what="at_once", at_once=wrong).status_code == 400
    assert admin.submit("/web/jobs/queues/nothing/control", what="pause").status_code == 404


def test_a_job_is_cancelled_and_tried_again(running: Running, admin: WebBrowser, job: str) -> None:
    back = f"/web/jobs/{job}"

    cancelled = admin.submit(f"/web/jobs/{job}/cancel", back=back)

    assert cancelled.url == running.url + back
    assert "cancelled by admin the admin" in cancelled.text
    again = admin.submit(f"/web/jobs/{job}/retry", back="https://elsewhere.example/")
    assert again.url == f"{running.url}/web/jobs"
    row, _ = running.receiver.job_control.get(job)
    assert (row.state, row.cancelled_at) == ("queued", None)


def test_a_failed_job_says_why_and_all_of_a_kind_are_tried_again(
    running: Running, admin: WebBrowser, job: str
) -> None:
    fail(running, job)

    listed = admin.open("/web/jobs?state=failed").text
    assert "The film is &lt;broken&gt;." in listed
    assert "moov &lt;atom&gt; lost" in listed
    assert "3 of 3" in listed
    assert "P-017, smile, take 1" in listed
    assert "No job is like that" in admin.open("/web/jobs?state=running").text
    assert "moov &lt;atom&gt; lost" in admin.open(f"/web/jobs/{job}").text
    said = admin.submit("/web/jobs/queues/assemble/retry").text

    assert "1 failed job of assemble tried again" in said
    assert running.receiver.job_control.get(job)[0].state == "queued"


def test_what_is_missing_is_queued_once(running: Running, admin: WebBrowser, take: Take) -> None:
    with running.receiver.database.writing() as session:
        session.query(JobRow).delete()
    path = "/web/jobs/queues/assemble/missing"

    assert "1 recording queued for assemble" in admin.submit(path).text
    assert "0 recordings queued for assemble" in admin.submit(path).text


def test_an_unchanged_list_is_not_sent_again(running: Running, admin: WebBrowser, job: str) -> None:
    first = admin.ask("GET", "/web/jobs/list")
    known = {"If-None-Match": first.headers["ETag"]}

    assert admin.ask("GET", "/web/jobs/list", known).status_code == 304
    fail(running, job)
    changed = admin.ask("GET", "/web/jobs/list", known)
    assert (changed.status_code, "broken" in changed.text) == (200, True)


def test_a_viewer_looks_and_an_operator_acts(running: Running, job: str) -> None:
    fail(running, job)
    with browser_of(running, Role.VIEWER) as viewer, browser_of(running, Role.OPERATOR) as operator:
        assert "Retry" not in viewer.open("/web/jobs").text
        page = operator.open("/web/jobs").text
        assert "Retry all failed jobs of assemble" in page
        assert "Pause assemble" not in page


@pytest.mark.parametrize("query", ["state=lost", "kind=none", "before=x"])
def test_a_search_that_is_none_is_refused(admin: WebBrowser, query: str) -> None:
    assert admin.open(f"/web/jobs?{query}").status_code == 400
