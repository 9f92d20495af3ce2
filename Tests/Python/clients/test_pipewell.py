"""pipewell-confluence-publisher publishes what its manifest lists, to Cloud and to Data Center."""

import pytest
from conftest import Commands

from simulated_site import SimulatedSite

MANIFEST = """\
version: 1
defaults:
  space_id: DOCS
  parent_id: "98312"
pages:
  docs/kept.md:
    page_id: "98313"
    title: Release 1.4
  docs/new.md:
    title: Release 1.5
"""


@pytest.fixture
def published(secure_site: SimulatedSite, commands: Commands, monkeypatch: pytest.MonkeyPatch) -> SimulatedSite:
    """A site to which the folder with the manifest can be published."""
    monkeypatch.setenv("CONFLUENCE_BASE_URL", secure_site.url.removesuffix("/wiki"))
    monkeypatch.setenv("CONFLUENCE_API_TOKEN", secure_site.token("mira"))
    monkeypatch.setenv("CONFLUENCE_MODE", "cloud" if secure_site.is_cloud else "dc")
    if secure_site.is_cloud:
        monkeypatch.setenv("CONFLUENCE_EMAIL", secure_site.login("mira"))
    commands.write("confluence-manifest.yaml", MANIFEST)
    (commands.folder / "docs").mkdir()
    commands.write("docs/kept.md", "# Release 1.4\n\nSearch answers faster.\n")
    commands.write("docs/new.md", "# Release 1.5\n\n![A picture](pic.png)\n")
    commands.write_picture("docs/pic.png")
    return secure_site


def test_a_page_is_written_over_and_one_is_made(published: SimulatedSite, commands: Commands) -> None:
    first = commands.program("confluence-publisher", "sync", "--repo-root", ".")
    assert first.returncode == 0, first.stdout + first.stderr
    assert "2 published, 0 skipped, 0 errors." in first.stdout
    again = commands.program("confluence-publisher", "sync", "--repo-root", ".")
    assert "0 published, 2 skipped, 0 errors." in again.stdout

    kept = published.get("/rest/api/content/98313?expand=version,body.storage", "mira").json()
    assert kept["version"]["number"] == 2
    assert "Search answers faster." in kept["body"]["storage"]["value"]
    query = {"spaceKey": "DOCS", "title": "Release 1.5", "expand": "ancestors,children.attachment"}
    [made] = published.get("/rest/api/content", "mira", params=query).json()["results"]
    assert made["ancestors"][-1]["id"] == "98312"
    assert [file["title"] for file in made["children"]["attachment"]["results"]] == ["pic.png"]


def test_a_reader_publishes_nothing(
    published: SimulatedSite, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLUENCE_API_TOKEN", published.token("reader-bot"))
    if published.is_cloud:
        monkeypatch.setenv("CONFLUENCE_EMAIL", published.login("reader-bot"))
    result = commands.program("confluence-publisher", "sync", "--repo-root", ".")
    assert "0 published, 0 skipped, 2 errors." in result.stdout
    assert result.returncode == 1
