"""ccfm-convert deploys Markdown as pages of ADF, and keeps what it deployed in pages of its own. It knows Cloud alone."""

import json
from typing import Any

import pytest
from conftest import Commands

from simulated_site import SimulatedSite


def pages(site: SimulatedSite, title: str) -> list[dict[str, Any]]:
    query = {"title": title, "body-format": "atlas_doc_format"}
    found: list[dict[str, Any]] = site.get("/api/v2/pages", "mira", params=query).json()["results"]
    return found


@pytest.mark.parametrize("secure_site", ["acme-cloud"], indirect=True)
def test_a_folder_is_deployed_changed_and_taken_back(secure_site: SimulatedSite, commands: Commands) -> None:
    login = ["--domain", "acme.atlassian.net", "--email", secure_site.login("mira"), "--space", "DOCS"]

    def ccfm(*words: str, token: str = secure_site.token("mira"), code: int = 0) -> str:
        result = commands.program("ccfm", *login, "--token", token, *words)
        assert result.returncode == code, result.stdout + result.stderr
        return result.stdout + result.stderr

    commands.write("ccfm.yaml", "docs_root: docs\n")
    (commands.folder / "docs").mkdir()
    labelled = "---\npage_meta:\n  title: Tools\n  labels: [tools]\n---\n"
    commands.write("docs/tools.md", labelled + "# Tools\n\nRead **this** first.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    commands.write("docs/places.md", "---\npage_meta:\n  title: Places\n  attachments: [{path: pic.png, alt: A picture}]\n---\n# Places\n\n![A picture](pic.png)\n")
    commands.write_picture("docs/pic.png")
    ccfm("init")
    assert "2 to add" in ccfm("plan")
    ccfm("apply", "--auto-approve")
    [made] = pages(secure_site, "Tools")
    kinds = [block["type"] for block in json.loads(made["body"]["atlas_doc_format"]["value"])["content"]]
    assert {"paragraph", "table"} <= set(kinds)
    labels = secure_site.get(f"/api/v2/pages/{made['id']}/labels", "mira").json()["results"]
    assert {label["name"] for label in labels} == {"tools", "managed-by-ci"}
    [illustrated] = pages(secure_site, "Places")
    [file] = secure_site.get(f"/api/v2/pages/{illustrated['id']}/attachments", "mira").json()["results"]
    assert file["title"] == "pic.png"

    commands.write("docs/tools.md", labelled + "# Tools\n\nRead this last.\n")
    (commands.folder / "docs/places.md").unlink()
    assert "1 to destroy" in ccfm("plan", "--plan-exit-code", code=2)
    ccfm("apply", "--auto-approve")
    [changed] = pages(secure_site, "Tools")
    assert changed["id"] == made["id"]
    assert changed["version"]["number"] > made["version"]["number"]
    assert pages(secure_site, "Places") == []

    # A token that Cloud does not know makes a visitor, whom the second API shows no space.
    assert "404 Client Error" in ccfm("plan", token="wrong", code=1)
