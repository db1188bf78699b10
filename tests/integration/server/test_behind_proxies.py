"""A receiver behind nginx, and behind Caddy, as packaged: TLS, true addresses, large chunks."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from holdfast.clock import SystemClock
from holdfast.protocol import enrol_path
from holdfast.receiver_layout import ReceiverData
from server.auth.policy import Role
from server.receiver import open_receiver
from tests.support.caddy import caddy_with
from tests.support.certificates import Authority
from tests.support.nginx import nginx_with
from tests.support.ports import free_ports
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.support.serving import Serving, admin

PACKAGING = Path(__file__).parents[3] / "packaging"
NGINX = PACKAGING / "nginx" / "holdfast.conf"
CADDY = PACKAGING / "caddy" / "Caddyfile"
TIMEOUT_S = 60

# Beside the receiver it starts proxies and makes certificates; `-m slow` runs it.
pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Front:
    """What the world sees of the receiver."""

    url: str
    plain_url: str
    serving: Serving


@dataclass(frozen=True, slots=True)
class Place:
    """Where a proxy is to be put, and before whom."""

    folder: Path
    receiver: str
    certificate: Path
    secure: int
    plain: int


def behind_nginx(place: Place) -> AbstractContextManager[None]:
    """nginx as it is packaged, while it lasts."""
    changes = {
        "listen 443 ssl": f"listen 127.0.0.1:{place.secure} ssl",
        "listen 80": f"listen 127.0.0.1:{place.plain}",
        "http://127.0.0.1:8000": place.receiver,
        "/etc/letsencrypt/live/holdfast.example.org/fullchain.pem": str(place.certificate),
        "/etc/letsencrypt/live/holdfast.example.org/privkey.pem": str(place.certificate),
    }
    return nginx_with(NGINX.read_text(), place.folder, changes, place.secure)


def behind_caddy(place: Place) -> AbstractContextManager[None]:
    """Caddy as it is packaged, while it lasts; it is given its certificate here."""
    here = "\tbind 127.0.0.1\n"
    changes = {
        "http://holdfast.example.org {\n": f"http://127.0.0.1:{place.plain} {{\n{here}",
        "\nholdfast.example.org {\n": (
            f"\nhttps://127.0.0.1:{place.secure} {{\n{here}"
            f"\ttls {place.certificate} {place.certificate}\n"
        ),
        "reverse_proxy 127.0.0.1:8000": f"reverse_proxy {place.receiver.removeprefix('http://')}",
    }
    return caddy_with(CADDY.read_text(), place.folder, changes, place.secure)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(behind_nginx, marks=pytest.mark.nginx, id="nginx"),
        pytest.param(behind_caddy, marks=pytest.mark.caddy, id="caddy"),
    ],
)
def front(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Front]:
    folder = tmp_path_factory.mktemp("behind")
    authority = Authority.found(folder)
    authority.context("127.0.0.1")
    (certificate,) = folder.glob("127.0.0.1-*.pem")
    secure, plain = free_ports(2)
    url = f"https://127.0.0.1:{secure}"
    options = ("--behind-proxy", "127.0.0.1", "--public-url", url)
    with Serving(folder / "data", words=options) as serving:
        place = Place(folder / "proxy", serving.url, certificate, secure, plain)
        os.environ["REQUESTS_CA_BUNDLE"] = str(authority.file)
        try:
            with request.param(place):
                yield Front(url, f"http://127.0.0.1:{plain}", serving)
        finally:
            del os.environ["REQUESTS_CA_BUNDLE"]


def code(front: Front) -> str:
    opened = open_receiver(ReceiverData(front.serving.data), SystemClock())
    try:
        return opened.devices.add("kiosk").code
    finally:
        opened.close()


def test_a_device_sends_through_it_in_the_largest_chunks(front: Front) -> None:
    device = EnrolledDevice.enrol(front.url, code(front))
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    assert device.client.send(take)["recording"] == take.id
    large = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.announce(large)
    whole = os.urandom(20 << 20)

    first = device.client.put_chunk(large.id, 0, whole, 0, (8 << 20) - 1)
    second = device.client.put_chunk(large.id, 0, whole, 8 << 20, (16 << 20) - 1)
    last = device.client.put_chunk(large.id, 0, whole, 16 << 20)

    assert [each.status_code for each in (first, second, last)] == [200, 200, 201]


def test_people_sign_in_under_its_address_and_by_tls_alone(front: Front) -> None:
    link = admin(front.serving.data, "user", "add", "ann", "--role", "viewer")["link"]
    assert link.startswith(f"{front.url}/web/enter/")

    entered = requests.get(link, timeout=TIMEOUT_S, allow_redirects=False)

    assert entered.status_code == 303
    assert "Secure" in entered.headers["Set-Cookie"]
    in_the_open = requests.get(f"{front.plain_url}/api/v1/receiver", timeout=TIMEOUT_S)
    assert in_the_open.status_code == 403
    page = requests.get(f"{front.plain_url}/web/", timeout=TIMEOUT_S, allow_redirects=False)
    assert (page.status_code, page.headers["Location"][:8]) == (308, "https://")


def test_nobody_can_pretend_to_come_from_elsewhere(front: Front) -> None:
    answers = [
        requests.post(
            front.url + enrol_path(),
            json={"code": "AAAA-AAAA-AAAA", "name": "guesser"},
            headers={"X-Forwarded-For": f"10.0.0.{number}"},
            timeout=TIMEOUT_S,
        ).status_code
        for number in range(12)
    ]

    # Twelve addresses would be twelve first guesses.
    assert answers[0] == 403
    assert answers[-1] == 429


def test_metrics_and_health_answer(front: Front) -> None:
    user = front.serving.user(Role.VIEWER)
    read = requests.get(
        f"{front.url}/metrics",
        headers={"Authorization": f"Bearer {user.token}"},
        timeout=TIMEOUT_S,
    )
    health = requests.get(f"{front.url}/health", timeout=TIMEOUT_S)

    assert (read.status_code, health.status_code) == (200, 200)
    # The proxy's own, by which both logs can be read together; ours are shorter.
    assert len(health.headers["X-Request-Id"]) >= 32
