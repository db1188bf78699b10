"""A device's side of the wire for tests: real HTTP with `requests`, nothing of the uploader."""

import base64
import hashlib
from dataclasses import dataclass, field
from typing import Any

import requests
from nacl.signing import SigningKey

from holdfast.jsonform import Json
from holdfast.protocol import (
    content_range,
    encode_key,
    enrol_path,
    manifest_path,
    recording_path,
    segment_path,
    session_path,
)
from tests.support.received import Take

TIMEOUT_S = 30


def digest_header(data: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(data).digest()).decode()}:"


def direct_session() -> requests.Session:
    """A connection that does not look for a proxy in the environment at every request."""
    session = requests.Session()
    session.trust_env = False
    return session


@dataclass(frozen=True, slots=True)
class Client:
    """Sends requests with one token."""

    url: str
    token: str
    session: requests.Session = field(default_factory=direct_session)

    def call(
        self, method: str, path: str, headers: dict[str, str] | None = None, **more: Any
    ) -> requests.Response:
        known = {"Authorization": f"Bearer {self.token}", "Holdfast-Protocol": "1"}
        return self.session.request(
            method, self.url + path, headers={**known, **(headers or {})}, timeout=TIMEOUT_S, **more
        )

    def get(self, path: str) -> Json:
        answer = self.call("GET", path)
        assert answer.status_code == 200, answer.text
        content: Json = answer.json()
        return content

    def put_chunk(
        self, recording: str, number: int, whole: bytes, first: int = 0, last: int | None = None
    ) -> requests.Response:
        """PUT bytes first..last of a segment."""
        last = len(whole) - 1 if last is None else last
        data = whole[first : last + 1]
        headers = {
            "Content-Digest": digest_header(data),
            "Repr-Digest": digest_header(whole),
            "Content-Range": content_range(first, last, len(whole)),
        }
        return self.call("PUT", segment_path(recording, number), data=data, headers=headers)

    def announce(self, take: Take) -> None:
        for path, content in (
            (session_path(take.session_id), take.session),
            (recording_path(take.id), take.announcement),
        ):
            answer = self.call("PUT", path, json=content)
            assert answer.status_code in (200, 201), answer.text

    def send(self, take: Take) -> Json:
        """Everything of a recording, in order; returns the receipt."""
        self.announce(take)
        for piece in take.pieces:
            answer = self.put_chunk(take.id, piece.entry["segment"], piece.data)
            assert answer.status_code == 201, answer.text
        return self.finalise(take)

    def finalise(self, take: Take) -> Json:
        answer = self.call("PUT", manifest_path(take.id), json=take.manifest)
        assert answer.status_code == 200, answer.text
        receipt: Json = answer.json()
        return receipt


@dataclass(frozen=True, slots=True)
class EnrolledDevice:
    """A device with its token and its own key."""

    id: str
    client: Client
    key: SigningKey
    receiver_key: str

    @classmethod
    def enrol(cls, url: str, code: str, device: str | None = None) -> "EnrolledDevice":
        key = SigningKey.generate()
        body = {"code": code, "name": "kiosk", "public_key": encode_key(bytes(key.verify_key))}
        if device is not None:
            body["device"] = device
        answer = requests.post(url + enrol_path(), json=body, timeout=TIMEOUT_S)
        assert answer.status_code == 201, answer.text
        given = answer.json()
        return cls(given["device"], Client(url, given["token"]), key, given["receiver_key"])
