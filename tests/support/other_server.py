"""Something else that answers at the receiver's address: another version, or no receiver at all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from holdfast.jsonform import canonical
from holdfast.protocol import HEADER_PROTOCOL, PROBLEM_TYPE, problem


@contextmanager
def receiver_of_version(version: int) -> Iterator[str]:
    """The URL of a server that speaks another version of the protocol, and says so."""
    body = canonical(problem("protocol_mismatch", f"This receiver speaks version {version}."))
    with _serving(400, {HEADER_PROTOCOL: str(version), "Content-Type": PROBLEM_TYPE}, body) as url:
        yield url


@contextmanager
def login_page() -> Iterator[str]:
    """The URL of a hotel's network: everything is answered with one and the same page."""
    with _serving(
        200, {"Content-Type": "text/html"}, b"<h1>Welcome! Accept our terms.</h1>"
    ) as url:
        yield url


@contextmanager
def empty_page() -> Iterator[str]:
    """The URL of a page of another origin, which asks for nothing by itself."""
    page = b"<!doctype html><link rel=icon href=data:,><p>a page"
    with _serving(200, {"Content-Type": "text/html"}, page) as url:
        yield url


@contextmanager
def _serving(status: int, headers: dict[str, str], body: bytes) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_POST = answer

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
            return None

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
