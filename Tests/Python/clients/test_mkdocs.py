"""mkdocs-with-confluence publishes a documentation site, and once more over what it made."""

import json
from typing import Any

import pytest
from conftest import Commands

from simulated_site import SimulatedSite

SITE = """\
site_name: Handbook
plugins:
  - mkdocs-with-confluence:
      host_url: {url}/rest/api/content
      space: DOCS
      parent_page_name: Product Documentation Home
      username: {user}
      password: {password}
      enabled_if_env: PUBLISH
nav:
  - Start: index.md
  - Editor: editor.md
"""


@pytest.mark.parametrize("kind", ["cloud", "datacenter"])
def test_a_site_is_published_twice(kind: str, fresh: dict[str, SimulatedSite], commands: Commands) -> None:
    site = fresh[kind]
    secret = site.token("mira") if site.is_cloud else "mira-password-1"
    commands.write("mkdocs.yml", SITE.format(url=site.url, user=json.dumps(site.login("mira")), password=secret))
    (commands.folder / "docs").mkdir()
    commands.write("docs/index.md", "# Start\n\nRead this first.\n\n![A picture](pic.png)\n")
    commands.write("docs/editor.md", "# Editor\n\nAny will do.\n")
    commands.write_picture("docs/pic.png")
    for _ in range(2):
        commands.succeed("mkdocs", "build", "--quiet", environment={"PUBLISH": "1"})

    def page(title: str) -> dict[str, Any]:
        query = {"spaceKey": "DOCS", "title": title, "expand": "ancestors,version,body.storage"}
        [found] = site.get("/rest/api/content", "mira", params=query).json()["results"]
        return dict(found)

    assert [above["title"] for above in page("Editor")["ancestors"]] == ["Product Documentation Home"]
    start = page("Start")
    assert "Read this first." in start["body"]["storage"]["value"]
    assert start["version"]["number"] == 2
    [file] = site.get(f"/rest/api/content/{start['id']}/child/attachment", "mira").json()["results"]
    assert file["title"] == "pic.png"
