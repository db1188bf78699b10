"""The drill's camera: the built-in scene as a stream on loopback, which can be unplugged.

It is a camera like any on the network: the recorder reads it, loses it, and waits for it.
"""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

import cv2

from desktop.recording.scene_picture import ScenePainter
from holdfast.clock import Clock

SIZE: Final = (640, 360)
FPS: Final = 15
_BOUNDARY: Final = "frame"


class DrillCamera:
    """Serves `url` until `close`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._painter = ScenePainter(*SIZE, FPS)
        self._began_ns = clock.monotonic_ns()
        self._is_plugged = threading.Event()
        self._is_plugged.set()
        self._is_closed = threading.Event()
        camera = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                camera._serve(self)

            def log_message(self, *_: object) -> None:
                """Nobody reads who looked at the scene."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, name="camera", daemon=True).start()

    @property
    def url(self) -> str:
        """The source that is recorded."""
        return f"http://127.0.0.1:{self._http.server_port}/video.mjpg"

    def unplug(self) -> None:
        """Hang up, and answer nobody."""
        self._is_plugged.clear()

    def plug_in(self) -> None:
        """Work again."""
        self._is_plugged.set()

    def close(self) -> None:
        """Go for good."""
        self._is_closed.set()
        self.unplug()
        self._http.shutdown()
        self._http.server_close()

    def _serve(self, viewer: BaseHTTPRequestHandler) -> None:
        if not self._is_plugged.is_set():
            viewer.send_error(503)
            return
        viewer.send_response(200)
        viewer.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={_BOUNDARY}")
        viewer.end_headers()
        number = self._number()
        try:
            while self._is_plugged.is_set():
                self._send(viewer, number)
                number = max(number + 1, self._number())
                self._is_closed.wait(max(0.0, number / FPS - self._elapsed_s()))
        except OSError:
            # Whoever looked went away.
            return

    def _send(self, viewer: BaseHTTPRequestHandler, number: int) -> None:
        jpeg = cv2.imencode(".jpg", self._painter.paint(number))[1].tobytes()
        head = f"--{_BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
        viewer.wfile.write(head.encode() + jpeg + b"\r\n")

    def _elapsed_s(self) -> float:
        return (self._clock.monotonic_ns() - self._began_ns) / 1e9

    def _number(self) -> int:
        return int(self._elapsed_s() * FPS)
