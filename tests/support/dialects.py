"""Other uploaders' clients for tests: the requests that they send, each by its name."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from holdfast.jsonform import Json
from tests.support.receiver_client import Client


@dataclass(frozen=True, slots=True)
class SessionUploader:
    """Sessions and videos in multipart chunks."""

    client: Client

    def create(self, participant: str | None = "p-7") -> str:
        body = {} if participant is None else {"participant_id": participant}
        answer = self.client.call("POST", "/api/session/create", json=body)
        assert answer.status_code == 201, answer.text
        session: str = answer.json()["session_id"]
        return session

    def chunk(
        self, session: str, video: str, number: int, total: int, data: bytes, **more: str
    ) -> requests.Response:
        fields = {
            "session_id": session,
            "video_id": video,
            "chunk_index": str(number),
            "total_chunks": str(total),
            **more,
        }
        files = {"chunk": ("blob", data, "application/octet-stream")}
        return self.client.call("POST", "/api/upload/chunk", data=fields, files=files)

    def metadata(self, session: str, video: str, **said: Any) -> requests.Response:
        body = {"session_id": session, "video_id": video, **said}
        return self.client.call("POST", "/api/upload/metadata", json=body)

    def session(self, session: str) -> Json:
        return self.client.get(f"/api/session/{session}")


@dataclass(frozen=True, slots=True)
class LiveUploader:
    """Chunks of any size while the video is recorded."""

    client: Client

    def init(self, **said: Any) -> requests.Response:
        return self.client.call("POST", "/api/v1/videos/init", json=said)

    def chunk(self, session: str, number: int, data: bytes) -> requests.Response:
        fields = {"sessionId": session, "chunkIndex": str(number)}
        return self.client.call(
            "POST", "/api/v1/videos/chunk", data=fields, files={"chunk": ("blob", data)}
        )

    def finalise(self, session: str, **said: Any) -> requests.Response:
        body = {"sessionId": session, **said}
        return self.client.call("POST", "/api/v1/videos/finalize", json=body)


@dataclass(frozen=True, slots=True)
class HashingUploader:
    """Chunks of one size with their hashes."""

    client: Client

    def initiate(self, size_bytes: int, **said: Any) -> requests.Response:
        body = {"filename": "talk.webm", "fileSize": size_bytes, **said}
        return self.client.call("POST", "/api/uploads/initiate", json=body)

    def chunk(
        self, upload: str, number: int, data: bytes, claimed: str | None = None
    ) -> requests.Response:
        fields = {
            "chunkNumber": str(number),
            "hash": hashlib.sha256(data).hexdigest() if claimed is None else claimed,
        }
        return self.client.call(
            "POST", f"/api/uploads/{upload}/chunk", data=fields, files={"chunk": ("blob", data)}
        )

    def status(self, upload: str) -> Json:
        return self.client.get(f"/api/uploads/{upload}/status")


def stored_files(data: Path, session: str = "*") -> list[bytes]:
    """What stands in the receiver's folder as whole files, oldest recording first."""
    found = sorted(data.glob(f"sessions/{session}/*/segments/*"), key=lambda path: path.parts[-3])
    return [path.read_bytes() for path in found]
