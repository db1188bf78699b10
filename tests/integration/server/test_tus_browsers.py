"""tus-js-client in Node and Uppy in Chromium, as npm brings them: they upload, are cut, go on.

They are fetched anew, so they are no part of the usual run: `make interop` runs them.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.integration.server.test_tus_clients import UPLOADS, received
from tests.support.chromium import chromium, visit
from tests.support.cutting_relay import cutting
from tests.support.nginx import nginx_before
from tests.support.receiver_client import EnrolledDevice
from tests.support.serving import Serving

pytestmark = [pytest.mark.npm, pytest.mark.slow]

MIB = 1 << 20
SIZE_BYTES = 7 * MIB + 321
CLIENTS = Path(__file__).parents[2] / "support" / "tus_clients"
_PACKAGES = ("tus-js-client@4", "@uppy/core@6", "@uppy/tus@6", "esbuild@0.25")
_NPM_S = 300
_NODE_S = 100


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the clients in it."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("node or npm is not installed (scripts/system-packages.sh bench)")
    folder = tmp_path_factory.mktemp("npm")
    words = [npm, "install", "--silent", "--no-audit", "--no-fund", *_PACKAGES]
    done = subprocess.run(
        words, cwd=folder, check=False, timeout=_NPM_S, capture_output=True, text=True
    )
    if done.returncode != 0:
        pytest.skip(f"npm could not bring {', '.join(_PACKAGES)}: {done.stderr[-300:]}")
    return folder


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    with Serving(tmp_path / "data") as serving:
        yield serving


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The same bytes that the page makes."""
    made = tmp_path / "clip.mp4"
    made.write_bytes(bytes((at * 31 + (at >> 12)) & 255 for at in range(SIZE_BYTES)))
    return made


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run of tus-js-client ended."""

    url: str
    methods: list[str]
    error: str | None


def tus_js(modules: Path, url: str, device: EnrolledDevice, file: Path, **options: Any) -> Ran:
    told = {
        "endpoint": url + UPLOADS,
        "token": device.client.token,
        "file": str(file),
        "options": options,
    }
    done = subprocess.run(
        ["node", str(CLIENTS / "node.mjs"), str(modules), json.dumps(told)],
        capture_output=True,
        text=True,
        timeout=_NODE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Ran(**json.loads(done.stdout))


@pytest.mark.parametrize(
    ("options", "methods"),
    [
        ({}, {"POST", "PATCH"}),
        ({"chunkSize": MIB, "uploadDataDuringCreation": True}, {"POST", "PATCH"}),
        ({"chunkSize": MIB, "overridePatchMethod": True}, {"POST"}),
        ({"chunkSize": MIB, "uploadLengthDeferred": True}, {"POST", "PATCH"}),
        ({"parallelUploads": 3}, {"POST", "PATCH"}),
    ],
    ids=["defaults", "with-creation", "override", "deferred", "parallel"],
)
def test_tus_js_client_uploads(
    modules: Path,
    serving: Serving,
    file: Path,
    options: dict[str, Any],
    methods: set[str],
) -> None:
    device = serving.enrolled()

    ran = tus_js(modules, serving.url, device, file, **options)

    assert ran.error is None
    assert set(ran.methods) == methods
    assert received(serving, device, ran.url)[1] == file.read_bytes()


@pytest.mark.nginx
def test_tus_js_client_behind_a_small_proxy(
    modules: Path, serving: Serving, file: Path, tmp_path: Path
) -> None:
    device = serving.enrolled()
    with nginx_before(serving.url, tmp_path / "nginx") as url:
        ran = tus_js(modules, url, device, file, chunkSize=983_040, parallelUploads=2)

    assert ran.error is None
    assert received(serving, device, ran.url)[1] == file.read_bytes()


@pytest.mark.parametrize("options", [{}, {"parallelUploads": 2}], ids=["defaults", "parallel"])
def test_tus_js_client_goes_on_after_every_cut(
    modules: Path, serving: Serving, file: Path, options: dict[str, Any]
) -> None:
    device = serving.enrolled()
    with cutting(serving.url, [MIB] * 3) as relay:
        ran = tus_js(modules, relay.url, device, file, **options)

    assert ran.error is None
    assert "HEAD" in ran.methods
    assert relay.cuts == []
    assert received(serving, device, ran.url)[1] == file.read_bytes()


@pytest.fixture
def pages(modules: Path, tmp_path: Path) -> Path:
    """A folder for nginx, with a page that holds Uppy."""
    folder = tmp_path / "nginx"
    (folder / "pages").mkdir(parents=True)
    shutil.copy(CLIENTS / "index.html", folder / "pages")
    shutil.copy(CLIENTS / "uppy.mjs", modules)
    subprocess.run(
        [
            str(modules / "node_modules/.bin/esbuild"),
            "uppy.mjs",
            "--bundle",
            f"--outfile={folder / 'pages' / 'uppy.js'}",
        ],
        cwd=modules,
        check=True,
        timeout=_NODE_S,
        capture_output=True,
    )
    return folder


@pytest.mark.browser
@pytest.mark.nginx
def test_uppy_behind_a_small_proxy_is_cut_and_goes_on(
    serving: Serving, pages: Path, file: Path
) -> None:
    device = serving.enrolled()
    told = {"token": device.client.token, "size": SIZE_BYTES, "chunkSize": 1_000_000}
    with (
        nginx_before(serving.url, pages) as url,
        cutting(url, [1_500_000] * 3) as relay,
        chromium() as browser,
        visit(browser) as person,
    ):
        assert person.open(relay.url + "/index.html") == 200
        found = person.page.evaluate("told => send(told)", told)

    assert found["errors"] == []
    assert relay.cuts == []
    assert received(serving, device, found["urls"][0])[1] == file.read_bytes()


@pytest.mark.browser
@pytest.mark.nginx
def test_uppy_goes_on_after_its_page_was_left(serving: Serving, pages: Path, file: Path) -> None:
    device = serving.enrolled()
    told = {"token": device.client.token, "size": SIZE_BYTES, "chunkSize": 500_000}
    with nginx_before(serving.url, pages) as url, chromium() as browser, visit(browser) as person:
        person.open(url + "/index.html")
        left = person.page.evaluate("told => leave(told)", told)
        person.open(url + "/index.html")
        asked = len(person.requested)
        found = person.page.evaluate("told => send(told)", told)

    assert found == {"urls": [left], "errors": []}
    # It had sent two pieces before, and does not send them again.
    assert len(person.requested) - asked < SIZE_BYTES / told["chunkSize"]  # type: ignore[operator]
    assert received(serving, device, left)[1] == file.read_bytes()


@pytest.mark.browser
@pytest.mark.nginx
def test_uppy_in_a_page_of_another_origin_uploads_where_that_is_named(
    pages: Path, file: Path, tmp_path: Path
) -> None:
    nowhere = "http://127.0.0.1:9"
    with (
        nginx_before(nowhere, pages) as origin,
        Serving(tmp_path / "data", words=("--cors-origin", origin)) as serving,
        chromium() as browser,
        visit(browser) as person,
    ):
        device = serving.enrolled()
        told = {
            "token": device.client.token,
            "size": SIZE_BYTES,
            "chunkSize": MIB,
            "host": serving.url,
        }
        person.open(origin + "/index.html")
        found = person.page.evaluate("told => send(told)", told)

        assert found["errors"] == []
        assert received(serving, device, found["urls"][0])[1] == file.read_bytes()
