"""confluence-markdown-exporter, unmodified and run as a command, told the sites' own names."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulated_site import SITES, SimulatedSite

LONGEST_RUN = 120.0
HOME = "Product Documentation/Product Documentation Home"


class Exporter:
    """The command with a configuration and an output folder of its own."""

    def __init__(self, site: SimulatedSite, folder: Path) -> None:
        self.site = site
        self.output = folder / "exported"
        self._configuration = folder / "configuration.json"
        # On Cloud it wants the address without the context path, and finds the gateway by itself.
        self.address = site.url.removesuffix("/wiki")
        secret = site.token("reader-bot")
        login = {"username": site.login("reader-bot"), "api_token": secret} if site.is_cloud else {"pat": secret}
        settings = {
            "auth": {"confluence": {self.address: login}},
            "export": {"output_path": str(self.output), "comments_export": "all", "attachments_export": "all"},
        }
        self._configuration.write_text(json.dumps(settings))

    def page(self, identifier: int) -> str:
        if self.site.is_cloud:
            return f"{self.site.url}/spaces/DOCS/pages/{identifier}"
        return f"{self.site.url}/pages/viewpage.action?pageId={identifier}"

    def space(self, key: str) -> str:
        return f"{self.site.url}/{'spaces' if self.site.is_cloud else 'display'}/{key}"

    def run(self, *words: str) -> tuple[int, str]:
        environment = os.environ | self.site.variables | {"CME_CONFIG_PATH": str(self._configuration), "COLUMNS": "500"}
        result = subprocess.run(
            [str(Path(sys.executable).with_name("cme")), *words],
            env=environment,
            capture_output=True,
            text=True,
            timeout=LONGEST_RUN,
        )
        return result.returncode, result.stdout + result.stderr

    @property
    def files(self) -> set[str]:
        return {str(file.relative_to(self.output)) for file in self.output.rglob("*.md")}


@pytest.fixture(params=SITES)
def exporter(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Exporter]:
    with SimulatedSite(request.param, tls=True, options=("--admin",)) as site:
        if site.is_cloud:
            site.act({"settings": {"withdrawn-endpoints": "never"}})
        yield Exporter(site, tmp_path)


def test_a_page_is_exported_with_its_attachment(exporter: Exporter) -> None:
    status, shown = exporter.run("pages", exporter.page(98311))
    assert status == 0, shown
    text = (exporter.output / f"{HOME}/Refund policy.md").read_text()
    assert "within **30 days** of purchase" in text
    attachments = list((exporter.output / "Product Documentation/attachments").iterdir())
    assert [file.read_text().splitlines()[0] for file in attachments] == ["Refund form"]


def test_a_space_is_exported_as_its_tree_and_then_only_what_changed(exporter: Exporter) -> None:
    status, shown = exporter.run("spaces", exporter.space("DOCS"))
    assert status == 0, shown
    below = ("Change control", "Onboarding guide", "Refund policy", "Release notes", "Release notes/Release 1.4")
    home = f"{HOME}/Product Documentation Home.md"
    assert exporter.files == {home, *(f"{HOME}/{name}.md" for name in below)}

    body = {
        "type": "page",
        "title": "Release 1.4",
        "version": {"number": 2},
        "body": {"storage": {"representation": "storage", "value": "<p>Withdrawn for now.</p>"}},
    }
    proxies = {"https": exporter.site.proxy}
    answer = exporter.site.send(
        "PUT", "/rest/api/content/98313", "mira", json=body, proxies=proxies, verify=exporter.site.ca
    )
    assert answer.status_code == 200, answer.text
    status, shown = exporter.run("spaces", exporter.space("DOCS"))
    assert status == 0, shown
    assert "Skipping 5 unchanged page(s)" in shown
    assert "Withdrawn for now." in (exporter.output / f"{HOME}/Release notes/Release 1.4.md").read_text()


def test_pages_come_with_those_below(exporter: Exporter) -> None:
    status, shown = exporter.run("pages-with-descendants", exporter.page(98312))
    assert status == 0, shown
    assert exporter.files == {f"{HOME}/Release notes.md", f"{HOME}/Release notes/Release 1.4.md"}


def test_through_the_gateway_its_own_check_meets_a_withdrawn_endpoint(tmp_path: Path) -> None:
    # Spenhouet/confluence-markdown-exporter#207
    with SimulatedSite("acme-cloud", tls=True) as site:
        exporter = Exporter(site, tmp_path)
        status, shown = exporter.run("pages", exporter.page(98311))
    assert status == 1
    assert "GoneException: This deprecated endpoint has been removed." in " ".join(shown.split())

