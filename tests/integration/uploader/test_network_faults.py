"""What networks do, one fault after the other, with real bytes and a real receiver on loopback.

Of each: nothing is lost, nothing is acknowledged twice, what is shown is true all the while, and
no recording is called failed for it. N17 (days offline) and N18 (a fleet that returns at once) need
a clock that a test moves, and are in `test_thirty_days_offline.py` and `test_herd.py`.
"""

import socket
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.integration.uploader.conftest import Device
from tests.integration.uploader.watched_sender import Names, Sender, named
from tests.support import troubled_proxy as trouble
from tests.support.certificates import Authority
from tests.support.chain import wait_for
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import Fault, Fetched, TroubledProxy
from tests.support.troubled_wire import End, Trouble, TroubledWire, always, at_first
from uploader import lines
from uploader.items import Network
from uploader.settings import UploadSettings
from uploader.transport import Transport

KIB = 1024
QUICK_S = (0.5, 1.0)
"""Time-outs of a network that is as near as loopback, so that silence costs a test little."""


@pytest.fixture
def sender(new_device: Callable[[str], Device], receiver: LiveReceiver) -> Sender:
    return Sender(new_device(receiver.url), receiver, {}, {}, receiver.url, UploadSettings())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence is noticed after a second; in earnest it takes a minute."""
    monkeypatch.setattr(lines, "Transport", partial(Transport, timeout_s=QUICK_S))


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    found = Names()
    monkeypatch.setattr(socket, "getaddrinfo", found.look_up)
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("no_proxy", "*")
    return found


# N1 to N3: nobody answers ----------------------------------------------------------------------


def test_n1_a_name_that_cannot_be_looked_up(sender: Sender, names: Names) -> None:
    sender.record(50_000)
    sender.url = named(sender.receiver.url)

    with sender.sending() as worker:
        wait_for(lambda: sender.network() is Network.OFFLINE, "it is noticed")
        assert sender.why().startswith("Offline since ")
        names.addresses = [(socket.AF_INET, "127.0.0.1")]
        sender.wait_until_home(worker)

    sender.assert_home()
    assert sender.tries() == 0


def test_n2_a_refused_connection(sender: Sender) -> None:
    sender.record(50_000)
    with TroubledWire(sender.receiver.url) as wire:
        sender.url = wire.url
        wire.unplug()
        with sender.sending() as worker:
            wait_for(lambda: sender.network() is Network.RECEIVER_UNREACHABLE, "it is noticed")
            assert sender.why().startswith("The receiver does not answer (tried ")
            wire.plug()
            sender.wait_until_home(worker)
    sender.assert_home()
    assert sender.tries() == 0


@pytest.mark.usefixtures("quick")
def test_n3_a_hole_that_swallows_every_packet(sender: Sender) -> None:
    sender.record(50_000)
    # Nobody accepts, and the backlog is full: the kernel drops whoever else knocks.
    with socket.create_server(("127.0.0.1", 0), backlog=0) as hole:
        port = hole.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
        sender.url = f"http://127.0.0.1:{port}"
        with sender.sending() as worker:
            wait_for(lambda: sender.network() is Network.RECEIVER_UNREACHABLE, "it is noticed")
            assert sender.why().startswith("The receiver does not answer (tried ")
            for each in waiting:
                each.close()
            hole.close()
            with TroubledWire(sender.receiver.url, port=port):
                sender.wait_until_home(worker)
    sender.assert_home()


# N4 to N8: bytes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("passed_bytes", "end"),
    [
        (1, End.RESET),
        (700, End.CLOSE),
        (299 * KIB, End.RESET),
        (1200 * KIB, End.CLOSE),
    ],
)
def test_n4_a_connection_that_breaks_at_byte(sender: Sender, passed_bytes: int, end: End) -> None:
    sender.record(300 * KIB, 1500 * KIB)
    broken = Trouble(pass_bytes=passed_bytes, end=end)
    # As many connections as there are senders, so that each meets it.
    with TroubledWire(sender.receiver.url, up=at_first(broken, 3)) as wire:
        sender.url = wire.url
        sender.send_home()
        resent_bytes = wire.passed_up - 1800 * KIB

    # A chunk at most for each break, and the requests themselves.
    assert resent_bytes <= 3 * 960 * KIB + 64 * KIB


def test_n5_answers_that_break_off(sender: Sender) -> None:
    sender.record(200 * KIB, 100 * KIB)
    bytes_of = (1, 17, 150, 150, 17, 1)
    with TroubledWire(sender.receiver.url) as wire:
        wire.down = lambda number: (
            Trouble(pass_bytes=bytes_of[number]) if number < len(bytes_of) else Trouble()
        )
        sender.url = wire.url
        sender.send_home()


def test_n5_answers_that_are_lost(sender: Sender, proxy: TroubledProxy) -> None:
    sender.record(200 * KIB, 100 * KIB)
    sender.url = proxy.url
    for path in ("/sessions/", "/recordings/", "/segments/", "/manifest"):
        proxy.faults.append(trouble.lose_answer("PUT", path))

    sender.send_home()

    assert not proxy.faults


@pytest.mark.usefixtures("quick")
def test_n6_silence_in_the_middle_of_a_body(sender: Sender) -> None:
    sender.record(1500 * KIB)
    silent = Trouble(pass_bytes=100 * KIB, end=End.SILENCE)
    with TroubledWire(sender.receiver.url, up=at_first(silent, 3)) as wire:
        sender.url = wire.url
        sender.send_home()


@pytest.mark.usefixtures("quick")
def test_n6_silence_instead_of_an_answer(sender: Sender) -> None:
    sender.record(100 * KIB)
    silent = Trouble(pass_bytes=1, end=End.SILENCE)
    with TroubledWire(sender.receiver.url, down=at_first(silent, 2)) as wire:
        sender.url = wire.url
        sender.send_home()


def test_n7_a_link_of_a_trickle_is_waited_for(sender: Sender) -> None:
    # More than the time-out of an idle connection would allow, were it one of the whole.
    sender.record(60 * KIB)
    with TroubledWire(sender.receiver.url, up=always(Trouble(rate_bytes_s=64 * KIB))) as wire:
        sender.url = wire.url
        sender.send_home()

    assert sender.tries() == 0


def test_n8_late_answers_in_pieces_of_one_byte(sender: Sender) -> None:
    sender.record(3 * KIB)
    late = Trouble(delay_s=0.05, slice_bytes=1)
    with TroubledWire(sender.receiver.url, up=always(late), down=always(late)) as wire:
        sender.url = wire.url
        sender.send_home()

    assert sender.tries() == 0


# N9 to N13: lies -------------------------------------------------------------------------------


def test_n9_bytes_that_are_changed_on_the_way(sender: Sender, proxy: TroubledProxy) -> None:
    sender.record(100 * KIB, 50 * KIB)
    sender.url = proxy.url
    for path in ("/sessions/", "/recordings/", "/segments/", "/manifest"):
        proxy.faults.append(trouble.corrupt("PUT", path))

    sender.send_home()

    assert not proxy.faults


def test_n9_answers_that_are_changed_on_the_way(sender: Sender, proxy: TroubledProxy) -> None:
    sender.record(100 * KIB, 50 * KIB)
    sender.url = proxy.url
    for path in ("/sessions/", "/recordings/", "/segments/", "/manifest"):
        proxy.faults.append(trouble.corrupt_answer("PUT", path))

    sender.send_home()

    assert not proxy.faults


def test_n10_halves_of_answers_that_are_called_whole(sender: Sender, proxy: TroubledProxy) -> None:
    sender.record(100 * KIB, 50 * KIB)
    sender.url = proxy.url
    for path in ("/sessions/", "/segments/", "/manifest"):
        proxy.faults.append(trouble.shorten_answer("PUT", path))

    sender.send_home()

    assert not proxy.faults


def test_n10_bodies_that_nobody_passed_on_but_somebody_accepted(
    sender: Sender, proxy: TroubledProxy
) -> None:
    sender.record(100 * KIB, 50 * KIB)
    sender.url = proxy.url
    for path in ("/sessions/", "/segments/", "/manifest"):
        proxy.faults.append(trouble.answer(201, b"", {}, path=path))

    sender.send_home()

    assert not proxy.faults


@pytest.mark.parametrize("status", [200, 302])
def test_n11_a_login_page(sender: Sender, proxy: TroubledProxy, status: int) -> None:
    sender.record(100 * KIB, 50 * KIB)
    sender.url = proxy.url
    elsewhere: list[str] = []

    def page(handler: trouble._Handler) -> int:
        handler.body()
        elsewhere.extend([handler.path] if "/login" in handler.path else [])
        return handler.answer(
            status,
            trouble.LOGIN_PAGE,
            {"Content-Type": "text/html", "Location": f"{proxy.url}/login"},
        )

    proxy.always = Fault(page, "*", "/")
    with sender.sending() as worker:
        wait_for(lambda: sender.network() is Network.RECEIVER_UNREACHABLE, "it is noticed")
        assert "perhaps the login page" in sender.why()
        proxy.always = None
        sender.wait_until_home(worker)

    sender.assert_home()
    assert elsewhere == [], "what is meant for the receiver went elsewhere"
    assert sender.tries() == 0


def test_n12_requests_that_arrive_three_times(sender: Sender, proxy: TroubledProxy) -> None:
    sender.record(1500 * KIB, 50 * KIB)
    sender.url = proxy.url
    for path in ("/sessions/", "/recordings/", "/segments/", "/segments/", "/manifest"):
        proxy.faults.append(trouble.repeat(3, "PUT", path))

    sender.send_home()

    assert not proxy.faults


def test_n12_requests_that_arrive_again_after_everything(
    sender: Sender, proxy: TroubledProxy
) -> None:
    sender.record(1500 * KIB, 50 * KIB)
    sender.url = proxy.url
    kept: list[Callable[[], Fetched]] = []

    def keep(handler: trouble._Handler) -> int:
        body = handler.body()
        if handler.command == "PUT":
            kept.append(handler.copy(body))
        return handler.forward(body)

    proxy.always = Fault(keep, "*", "/")
    sender.send_home()
    answers = [again()[0] for again in kept]

    assert set(answers) == {200}, "what is stored stays as it is"
    sender.assert_home()


def test_n13_answers_that_are_mixed_up(sender: Sender, proxy: TroubledProxy) -> None:
    # The first piece of one segment and the whole of another: 200 "not yet", and 201 "complete".
    sender.record(1500 * KIB, 50 * KIB)
    sender.url = proxy.url
    proxy.faults.extend(trouble.swap_answers())

    sender.send_home()

    assert not proxy.faults


def test_n13_the_receipt_of_another_recording(sender: Sender, proxy: TroubledProxy) -> None:
    sender.url = proxy.url
    other = sender.record(10 * KIB)
    sender.send_home()
    receipt = other.folder.receipt.read_bytes()
    sender.record(20 * KIB)
    ours = {"Holdfast-Protocol": "1"}
    proxy.faults.append(trouble.answer(200, receipt, ours, path="/manifest"))

    sender.send_home()

    assert not proxy.faults


# N14 and N15: a receiver that takes nothing ----------------------------------------------------


@pytest.mark.parametrize(
    ("status", "retry_after"),
    [
        (503, "Fri, 31 Dec 9999 23:59:59 GMT"),
        (429, "9" * 400),
    ],
)
def test_n14_retry_after(
    sender: Sender, proxy: TroubledProxy, status: int, retry_after: str
) -> None:
    sender.record(20 * KIB)
    sender.url = proxy.url
    proxy.faults.append(trouble.answer(status, b"{}", _ours(retry_after)))

    with sender.sending() as worker:
        wait_for(lambda: not proxy.faults, "it is answered")
        sender.wait_until_home(worker)

    sender.assert_home()


def _ours(retry_after: str) -> dict[str, str]:
    return {"Holdfast-Protocol": "1", "Retry-After": retry_after}


@pytest.mark.parametrize("who", ["receiver", "proxy"])
def test_n15_a_storm_of_errors(sender: Sender, proxy: TroubledProxy, who: str) -> None:
    sender.record(20 * KIB, 10 * KIB)
    sender.url = proxy.url
    headers = {"Holdfast-Protocol": "1"} if who == "receiver" else {}
    for status in (500, 503, 507):
        for path in ("/sessions/", "/segments/", "/manifest"):
            proxy.faults.append(trouble.answer(status, b"", headers, path=path))

    sender.send_home()

    assert not proxy.faults


# N16: a network that comes and goes ------------------------------------------------------------


def test_n16_a_link_that_comes_and_goes(sender: Sender) -> None:
    sender.record(*[700 * KIB] * 4)
    with TroubledWire(sender.receiver.url) as wire:
        sender.url = wire.url
        wire.up = always(Trouble(rate_bytes_s=2000 * KIB))
        with sender.sending() as worker:
            for share in (1, 2, 3):
                wait_for(lambda share=share: wire.passed_up > share * 500 * KIB, "bytes pass")  # type: ignore[misc]  # mypy wants no defaults here
                wire.unplug()
                wait_for(lambda: sender.network() is not Network.ONLINE, "it is noticed")
                wire.plug()
                worker.try_now()
            wire.up = always(Trouble())
            sender.wait_until_home(worker)
    sender.assert_home()


# N19: TLS --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority.found(tmp_path_factory.mktemp("authority"))


@pytest.mark.parametrize("fault", ["expired", "of another host", "of another authority"])
def test_n19_a_certificate_that_is(
    sender: Sender, authority: Authority, tmp_path: Path, fault: str
) -> None:
    issuer = Authority.found(tmp_path) if fault == "of another authority" else authority
    host = "elsewhere.test" if fault == "of another host" else "127.0.0.1"
    wrong = issuer.context(host, expired=fault == "expired")
    sender.settings = replace(sender.settings, ca_file=str(authority.file))
    sender.record(20 * KIB)
    impostor = TroubledProxy(sender.receiver.url, tls=wrong).start()
    sender.url = impostor.url
    with sender.sending() as worker:
        wait_for(lambda: sender.network() is Network.RECEIVER_UNREACHABLE, "it is noticed")
        assert "certificate" in sender.why()
        assert impostor.seen == [], "something was said to who is not the receiver"
        impostor.stop()
        real = TroubledProxy(
            sender.receiver.url, impostor.port, tls=authority.context("127.0.0.1")
        ).start()
        try:
            sender.wait_until_home(worker)
        finally:
            real.stop()
    sender.assert_home()
    assert sender.tries() == 0


# N20 and N21: ways that are broken in part -----------------------------------------------------


def test_n20_one_of_two_addresses_is_dead(sender: Sender, names: Names) -> None:
    sender.record(100 * KIB)
    sender.url = named(sender.receiver.url)
    names.addresses = [(socket.AF_INET6, "::1"), (socket.AF_INET, "127.0.0.1")]

    sender.send_home()

    assert sender.tries() == 0


def test_n20_the_receiver_moves_to_another_address(sender: Sender, names: Names) -> None:
    sender.record(*[300 * KIB] * 3)
    with TroubledWire(sender.receiver.url) as old:
        sender.url = named(old.url)
        names.addresses = [(socket.AF_INET, "127.0.0.1")]
        with sender.sending() as worker:
            wait_for(lambda: old.passed_up > 100 * KIB, "bytes pass")
            with TroubledWire(sender.receiver.url, host="127.0.0.2", port=old.port):
                names.addresses = [(socket.AF_INET, "127.0.0.2")]
                old.unplug()
                sender.wait_until_home(worker)
    sender.assert_home()


@pytest.mark.usefixtures("quick")
def test_n21_large_packets_vanish(sender: Sender) -> None:
    sender.record(100 * KIB)
    hole = Trouble(most_packet_bytes=4 * KIB)
    with TroubledWire(sender.receiver.url, up=always(hole)) as wire:
        sender.url = wire.url
        with sender.sending() as worker:
            wait_for(
                lambda: "does not answer" in sender.why() or sender.tries() > 0, "it is noticed"
            )
            assert not sender.is_home()
            # Whoever looks is told, and does not read that all is well.
            assert sender.why() not in ("", "Being sent.")
            wire.up = always(Trouble())
            sender.wait_until_home(worker)
    sender.assert_home()
