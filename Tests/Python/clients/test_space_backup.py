"""confluence-space-backup-restore copies a space of Cloud, with its files, labels and comments, into a new one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Commands

from simulated_site import SimulatedSite


@pytest.fixture
def site(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedSite]:
    with SimulatedSite("acme-cloud", tls=True) as site:
        for name, value in site.variables.items():
            monkeypatch.setenv(name, value)
        login = {"URL": "https://acme.atlassian.net", "EMAIL": site.login("jonas"), "API_TOKEN": site.token("jonas")}
        commands.write(".env", "".join(f"CONFLUENCE_{name}={value}\n" for name, value in login.items()))
        yield site


def backed_up(commands: Commands) -> Path:
    made = commands.program("confluence-backup", "--backup", "DOCS", "--include-versions")
    assert made.returncode == 0, made.stdout + made.stderr
    return next((commands.folder / "backups").glob("DOCS_*"))


def pages(site: SimulatedSite, space: str) -> dict[str, Any]:
    answer = site.get(f"/rest/api/space/{space}/content/page?limit=50&expand=ancestors,metadata.labels", "jonas")
    return {page["title"]: page for page in answer.json()["results"]}


def test_a_space_is_copied(site: SimulatedSite, commands: Commands) -> None:
    backup = backed_up(commands)
    checked = commands.program("confluence-backup", "--validate", backup)
    assert "Backup integrity: OK" in checked.stdout + checked.stderr
    into = ["--target-key", "COPY", "--target-name", "The copy"]
    restored = commands.program("confluence-backup", "--restore", backup, *into, asked="y\n" * 9)
    assert restored.returncode == 0, restored.stdout + restored.stderr

    copied = pages(site, "COPY")
    assert copied.keys() >= pages(site, "DOCS").keys() - {"Product Documentation Home"}
    release = copied["Release 1.4"]
    assert release["ancestors"][-1]["title"] == "Release notes"
    assert [label["name"] for label in release["metadata"]["labels"]["results"]] == ["release"]
    files = site.get(f"/rest/api/content/{copied['Refund policy']['id']}/child/attachment", "jonas").json()["results"]
    assert [file["title"] for file in files] == ["refund-form.txt"]
