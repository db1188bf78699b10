"""A browser without scripts: it keeps cookies, reads pages, and submits the forms on them."""

import re
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import requests

from tests.support.receiver_client import direct_session

_SECRET = re.compile(r'<meta name="csrf-token" content="([0-9a-f]*)">')
_LED_ON = (301, 302, 303)
_FURTHEST = 5


class WebBrowser:
    """One person at one receiver. Addresses are paths.

    Cookies are kept until they are taken away: a receiver in a test may live years ago.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.cookies: dict[str, str] = {}
        self.secret = ""
        self._session = direct_session()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._session.close()

    def open(self, path: str, headers: dict[str, str] | None = None) -> requests.Response:
        """Read a page, and remember what its forms hold."""
        return self._led(self._ask("GET", path, headers=headers))

    def submit(self, path: str, **fields: str | list[str]) -> requests.Response:
        """Send a form as the last page held it, and read where it leads."""
        return self._led(self._ask("POST", path, data={"csrf": self.secret, **fields}))

    def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None
    ) -> requests.Response:
        """Ask as a page of ours would, and follow nothing."""
        if method == "POST":
            return self._ask(method, path, headers, {"csrf": self.secret})
        return self._ask(method, path, {"X-CSRF-Token": self.secret, **(headers or {})})

    def _led(self, answer: requests.Response) -> requests.Response:
        for _ in range(_FURTHEST):
            if answer.status_code not in _LED_ON:
                break
            path = urljoin(answer.url, answer.headers["Location"]).removeprefix(self.url)
            answer = self._ask("GET", path)
        found = _SECRET.search(answer.text)
        if found is not None:
            self.secret = found[1]
        return answer

    def _ask(
        self,
        method: str,
        path: str,
        headers: dict[str, str] | None = None,
        data: dict[str, str | list[str]] | None = None,
    ) -> requests.Response:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self._session.cookies.clear()
        answer = self._session.request(
            method,
            f"{self.url}{path}",
            headers={"Cookie": cookies, **(headers or {})},
            data=data,
            timeout=30,
            allow_redirects=False,
        )
        for each in answer.raw.headers.getlist("Set-Cookie"):
            name, _, value = each.partition(";")[0].partition("=")
            self.cookies[name] = value
            if "Max-Age=0" in each:
                del self.cookies[name]
        return answer
