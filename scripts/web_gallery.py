"""Photographs every page of the receiver, light and dark, on a phone and a wide screen.

    scripts/web_gallery.py [FOLDER] [PAGE...]     default: artifacts/web, all pages

For people to look at; nothing is compared. It says what the browser complains about.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser  # noqa: E402 - the path comes first

from tests.support.chromium import Visit, chromium, visit  # noqa: E402
from tests.support.example_lab import PASSWORD, Site, site  # noqa: E402

SIZES = {"phone": (390, 844), "wide": (1440, 900)}
SCHEMES = ("light", "dark")


def main(folder: Path, wanted: set[str]) -> int:
    """Photograph; the exit code tells whether the browser complained."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as temporary,
        site(Path(temporary)) as here,
        chromium() as browser,
    ):
        complaints = _photograph(browser, here, folder, wanted)
    for each in complaints:
        print(each)
    return 1 if complaints else 0


def _photograph(browser: Browser, here: Site, folder: Path, wanted: set[str]) -> list[str]:
    with signed_in(browser, here) as person:
        pages = {"sign-in": "/web/sign-in", **here.pages}
        for name, path in pages.items():
            if wanted and name not in wanted:
                continue
            person.open(f"{here.url}{path}")
            _each_look(person, folder, name)
        if not wanted or "invitation" in wanted:
            person.open(f"{here.url}/web/devices")
            person.page.fill("#name", "Kiosk 9")
            person.page.get_by_role("button", name="Make an invitation").click()
            _each_look(person, folder, "invitation")
        # A page that is not there is told of in the console too.
        return [each for each in person.complaints if "404" not in each]


@contextmanager
def signed_in(browser: Browser, here: Site) -> Iterator[Visit]:
    """A browser whose person has signed in as the lab's admin."""
    with visit(browser) as person:
        person.open(f"{here.url}/web/sign-in")
        person.page.fill("#name", here.lab.admin)
        person.page.fill("#password", PASSWORD)
        person.page.get_by_role("button", name="Sign in").click()
        person.page.wait_for_url(f"{here.url}/web/")
        yield person


def _each_look(person: Visit, folder: Path, name: str) -> None:
    for size, (width, height) in SIZES.items():
        person.page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            person.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of them
            picture = folder / f"{name}-{size}-{scheme}.png"
            person.page.screenshot(path=picture, full_page=True)


if __name__ == "__main__":
    words = sys.argv[1:]
    target = Path(words[0]) if words else ROOT / "artifacts" / "web"
    sys.exit(main(target, set(words[1:])))
