"""mkdocs2confluence publishes the pages of an MkDocs site to Cloud, and once more over what it made."""

from typing import Any

import pytest
from conftest import Commands

from simulated_site import SimulatedSite

SITE = """\
site_name: Handbook
nav:
  - Start: index.md
  - Editor: editor.md
confluence:
  base_url: https://acme.atlassian.net
  space_key: DOCS
  email: {email}
  parent_page_id: "98312"
"""


@pytest.mark.parametrize("secure_site", ["acme-cloud"], indirect=True)
def test_a_site_is_published_and_changed(
    secure_site: SimulatedSite, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLUENCE_API_TOKEN", secure_site.token("mira"))
    email = secure_site.login("mira")
    commands.write("mkdocs.yml", SITE.format(email=email))
    (commands.folder / "docs").mkdir()
    commands.write("docs/index.md", "# Start\n\nSee the [editor](editor.md).\n\n![A picture](pic.png)\n")
    commands.write("docs/editor.md", '# Editor\n\n!!! note "Mind"\n    Any will do.\n')
    commands.write_picture("docs/pic.png")

    def publish() -> str:
        result = commands.program("mk2conf", "publish")
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout

    def children() -> dict[str, dict[str, Any]]:
        query = {"expand": "body.storage,version"}
        found = secure_site.get("/rest/api/content/98312/child/page", "mira", params=query).json()["results"]
        return {page["title"]: page for page in found}

    assert "2 created, 0 updated, 0 skipped" in publish()
    assert "0 created, 0 updated, 2 skipped" in publish()
    assert {"Start", "Editor"} <= set(children())
    assert 'ri:filename="pic.png"' in children()["Start"]["body"]["storage"]["value"]
    assert "<ac:rich-text-body>\n<p>Any will do.</p>" in children()["Editor"]["body"]["storage"]["value"]

    commands.write("docs/editor.md", "# Editor\n\nOne will do.\n")
    assert "0 created, 1 updated, 1 skipped" in publish()
    changed = children()["Editor"]
    assert "One will do." in changed["body"]["storage"]["value"]
    assert changed["version"]["number"] == 2
