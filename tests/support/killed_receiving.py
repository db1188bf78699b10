"""A device that sends to a receiver which is killed, and holds it to every answer that it gave.

Nothing of the uploader: what was answered is kept here, and compared with what is there afterwards.
"""

import hashlib
from dataclasses import dataclass, field

import requests

from holdfast.jsonform import Json
from holdfast.protocol import (
    manifest_path,
    receipt_path,
    recording_path,
    segment_path,
    session_path,
)
from holdfast.receiver_layout import ReceiverData
from tests.support.received import Take
from tests.support.receiver_client import Client

Range = tuple[int, int]


@dataclass
class Witness:
    """Sends one recording, in chunks and in whole segments, and remembers what was promised."""

    take: Take
    token: str
    chunk_bytes: int
    sent: set[tuple[int, Range]] = field(default_factory=set)
    """Chunks that a 2xx was given for: segment, first and last byte."""
    whole: set[int] = field(default_factory=set)
    """Segments that a 201 was given for, or that were said to be complete."""
    announced: bool = False
    receipt: Json | None = None

    def send(self, url: str) -> bool:
        """Send what is not promised yet, in order; false where the receiver went away."""
        try:
            self._send(Client(url, self.token))
        except requests.RequestException:
            return False
        return True

    def _send(self, client: Client) -> None:
        for path, content in (
            (session_path(self.take.session_id), self.take.session),
            (recording_path(self.take.id), self.take.announcement),
        ):
            answer = client.call("PUT", path, json=content)
            assert answer.status_code in (200, 201), answer.text
        self.announced = True
        for number in range(len(self.take.pieces)):
            for first, last in self._chunks(number):
                if (number, (first, last)) not in self.sent:
                    self._put(client, number, (first, last))
        answer = client.call("PUT", manifest_path(self.take.id), json=self.take.manifest)
        assert answer.status_code == 200, answer.text
        assert self.receipt in (None, answer.json()), "another receipt than before"
        self.receipt = answer.json()

    def _chunks(self, number: int) -> list[Range]:
        size_bytes = len(self.take.pieces[number].data)
        # The second segment travels as one chunk, the others out of order.
        step = size_bytes if number == 1 else self.chunk_bytes
        return [(first, min(first + step, size_bytes) - 1) for first in range(0, size_bytes, step)][
            ::-1
        ]

    def _put(self, client: Client, number: int, chunk: Range) -> None:
        data = self.take.pieces[number].data
        answer = client.put_chunk(self.take.id, number, data, *chunk)
        assert answer.status_code in (200, 201), answer.text
        self.sent.add((number, chunk))
        if answer.status_code == 201 or answer.json()["complete"]:
            self.whole.add(number)

    def check(self, url: str) -> None:
        """Every answer that was given is true of the receiver at this address."""
        client = Client(url, self.token)
        if self.announced:
            assert client.call("GET", recording_path(self.take.id)).status_code == 200
        for number, (first, last) in self.sent:
            status = client.get(segment_path(self.take.id, number))
            owed = [each for each in status["missing"] if each[0] <= last and each[1] >= first]
            assert not owed, (number, (first, last), status)
        for number in self.whole:
            assert client.get(segment_path(self.take.id, number))["complete"] is True
        if self.receipt is not None:
            assert client.get(receipt_path(self.take.id)) == self.receipt

    def check_files(self, data: ReceiverData) -> None:
        """What is stored is what was sent, byte for byte, once."""
        folder = data.recording(self.take.session_id, self.take.id)
        here = {
            int(path.stem): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.segments.iterdir()
        }
        assert here == {number: piece.sha256 for number, piece in enumerate(self.take.pieces)}
        assert list(data.incoming.glob(f"{self.take.id}.*")) == []
