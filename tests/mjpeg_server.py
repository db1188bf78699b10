"""A camera on the network: the scene as an MJPEG stream over HTTP on loopback.

Every frame that leaves is logged with its number and the monotonic time, so that a test can compare
what was recorded with what was sent. It can stall, hang up, refuse, repeat one picture, have its
lens covered, and come back.
"""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol

import cv2
import numpy as np

from desktop.recording.scene_picture import ScenePainter
from desktop.recording.sources import Pixels

BOUNDARY = "frame"
FPS = 30


class Painter(Protocol):
    """What the camera sees."""

    def paint(self, number: int, /) -> Pixels: ...


class MjpegServer:
    """Serves `url` until `stop`. One scene for all connections: numbers go on after a reconnect."""

    def __init__(
        self,
        width: int = 640,
        height: int = 360,
        fps: int = FPS,
        pictures: Sequence[bytes] = (),
        painter: Painter | None = None,
    ) -> None:
        """`pictures` are sent in turn; without any, the scene or what `painter` paints."""
        self._fps = fps
        self._pictures = pictures
        self._painter = painter or ScenePainter(width, height, fps)
        self._origin_ns = time.monotonic_ns()
        self._stalled = threading.Event()
        self._hang_up = threading.Event()
        self._refusing = threading.Event()
        self._frozen = threading.Event()
        self._covered = threading.Event()
        self._newest = b""
        self._thaws = False
        self._lock = threading.Lock()
        self.sent: list[tuple[int, int]] = []
        """(frame number, monotonic time in ns at which it was handed to the socket)."""
        self.connections = 0
        self._every = 1
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server._serve(self)

            def log_message(self, *_: object) -> None:
                """Silence: the log that counts is `sent`."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/video.mjpg"

    def stall(self) -> None:
        """Send nothing more, and keep connections open: a camera that hangs."""
        self._stalled.set()

    def freeze(self, *, until_reconnected: bool = False) -> None:
        """Send the newest picture again and again: a driver that is stuck."""
        self._thaws = until_reconnected
        self._frozen.set()

    def cover(self) -> None:
        """Send black: the lens cap is on."""
        self._covered.set()

    def change_size(self, width: int, height: int) -> None:
        """From now on it is another camera: a picture of another size."""
        self._painter = ScenePainter(width, height, FPS)

    def slow_down(self, every: int) -> None:
        """Send only every so-manieth picture, as a camera does in the dark."""
        self._every = every

    def close_connections(self, *, refuse: bool = False) -> None:
        """Hang up; with `refuse`, on whoever comes next as well."""
        if refuse:
            self._refusing.set()
        self._hang_up.set()

    def resume(self) -> None:
        """Work again, at the number that the scene has reached meanwhile."""
        self._stalled.clear()
        self._refusing.clear()
        self._hang_up.clear()
        self._frozen.clear()
        self._covered.clear()

    def stop(self) -> None:
        self._refusing.set()
        self._hang_up.set()
        self._http.shutdown()
        self._http.server_close()

    def _serve(self, handler: BaseHTTPRequestHandler) -> None:
        if self._refusing.is_set():
            handler.send_error(503)
            return
        with self._lock:
            self.connections += 1
            if self._thaws:
                self._frozen.clear()
        handler.send_response(200)
        handler.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY}")
        handler.end_headers()
        try:
            self._send_frames(handler)
        except (BrokenPipeError, ConnectionResetError):
            return

    def _send_frames(self, handler: BaseHTTPRequestHandler) -> None:
        number = self._now()
        while not self._hang_up.is_set():
            due_ns = self._origin_ns + number * 1_000_000_000 // self._fps
            time.sleep(max(0.0, (due_ns - time.monotonic_ns()) / 1e9))
            if not self._stalled.is_set():
                self._send(handler, number)
            number = max(number + self._every, self._now())

    def _now(self) -> int:
        return (time.monotonic_ns() - self._origin_ns) * self._fps // 1_000_000_000

    def _send(self, handler: BaseHTTPRequestHandler, number: int) -> None:
        jpeg = self._jpeg(number)
        head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
        now_ns = time.monotonic_ns()
        handler.wfile.write(head.encode() + jpeg + b"\r\n")
        self.sent.append((number, now_ns))

    def _jpeg(self, number: int) -> bytes:
        if self._pictures:
            return self._pictures[number % len(self._pictures)]
        if not self._frozen.is_set():
            pixels = self._painter.paint(number)
            shown = np.zeros_like(pixels) if self._covered.is_set() else pixels
            self._newest = cv2.imencode(".jpg", shown)[1].tobytes()
        return self._newest


@contextmanager
def mjpeg_server(
    width: int = 640, height: int = 360, fps: int = FPS, pictures: Sequence[bytes] = ()
) -> Iterator[MjpegServer]:
    """A server for the length of the block."""
    server = MjpegServer(width, height, fps, pictures)
    try:
        yield server
    finally:
        server.stop()
