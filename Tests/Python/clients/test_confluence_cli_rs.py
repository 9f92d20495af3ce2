"""confluence-cli-rs, a program of Rust that speaks REST v1 and v2, at both sites' own names over https."""

import json
from typing import Any

import pytest
from conftest import Commands

from simulated_site import SimulatedSite

BODY = "# Hi\n\nA *page* with `code`.\n"


class Client:
    def __init__(self, site: SimulatedSite, commands: Commands) -> None:
        self._commands = commands
        self.site = site

    def ask(self, *words: str) -> Any:
        result = self._commands.program("confluence", *words, "-o", "json", "-y")
        assert result.returncode == 0, f"{words}: {result.stdout}{result.stderr}"
        return json.loads(result.stdout)

    def refused(self, *words: str) -> str:
        result = self._commands.program("confluence", *words, "-o", "json", "-y")
        assert result.returncode != 0, result.stdout
        return str(json.loads(result.stderr.splitlines()[-1])["error"]["message"])


@pytest.fixture
def client(secure_site: SimulatedSite, commands: Commands, monkeypatch: pytest.MonkeyPatch) -> Client:
    site = secure_site
    monkeypatch.setenv("HOME", str(commands.folder))
    monkeypatch.setenv("CONFLUENCE_DOMAIN", "acme.atlassian.net" if site.is_cloud else site.url)
    monkeypatch.setenv("CONFLUENCE_PROVIDER", "cloud" if site.is_cloud else "data-center")
    monkeypatch.setenv("CONFLUENCE_AUTH_TYPE", "basic" if site.is_cloud else "bearer")
    monkeypatch.setenv("CONFLUENCE_API_TOKEN", site.token("writer-bot"))
    if site.is_cloud:
        monkeypatch.setenv("CONFLUENCE_USERNAME", site.login("writer-bot"))
        monkeypatch.setenv("CONFLUENCE_TOKEN_KIND", "classic")
    return Client(site, commands)


def test_reading(client: Client) -> None:
    assert "DOCS" in [space["key"] for space in client.ask("space", "list")["items"]]
    assert client.ask("page", "get", "DOCS:Refund policy")[0]["labels"] == ["policy"]
    found = client.ask("search", "--cql", "type=page and space=DOCS and title ~ refund")["items"]
    assert [page["id"] for page in found] == ["98311"]
    tree = {page["title"]: page["parent_id"] for page in client.ask("page", "tree", "98305")}
    assert tree["Release 1.4"] == "98312"
    assert "99999999" in client.refused("page", "get", "99999999")


def test_writing(client: Client, commands: Commands) -> None:
    body = str(commands.write("page.md", BODY))
    page = client.ask("page", "create", "From Rust", "DOCS", "--body-file", body)[0]
    assert "already exists" in client.refused("page", "create", "From Rust", "DOCS", "--body-file", body)
    assert client.ask("page", "update", page["id"], "--body-file", body)[0]["version"] == 2

    # It sends the older spelling of the header that uploads need.
    file = str(commands.write("note.txt", "A note."))
    assert client.ask("attachment", "upload", page["id"], "--file", file)[0]["title"] == "note.txt"
    assert "same file name" in client.refused("attachment", "upload", page["id"], "--file", file)
    attached = client.ask("attachment", "list", page["id"])["items"]
    assert [(file["title"], file["file_size"]) for file in attached] == [("note.txt", 7)]
    back = commands.folder / "back.txt"
    download = ["attachment", "download", page["id"], attached[0]["id"], str(back)]
    if client.site.is_cloud:
        client.ask(*download)
        assert back.read_text() == "A note."
    else:
        # It leaves out the site's own path where it puts the address of a file together.
        assert "404" in client.refused(*download)

    client.ask("label", "add", page["id"], "rust")
    assert [item["label"] for item in client.ask("label", "list", page["id"])["items"]] == ["rust"]
    for value in ("1", "2"):
        client.ask("property", "set", page["id"], "state", value)
    assert client.ask("property", "list", page["id"])["items"][0]["version"] == 2
    assert client.ask("page", "move", page["id"], "98311")[0]["parent_id"] == "98311"
    client.ask("page", "delete", page["id"])
    client.refused("page", "get", page["id"])


def test_a_token_that_is_not_taken(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLUENCE_API_TOKEN", client.site.token("reader-bot", "revoked"))
    if client.site.is_cloud:
        assert "Current user not permitted to use Confluence" in client.refused("space", "list")
    else:
        # Data Center takes who sends an unknown token for a visitor.
        assert client.ask("space", "list")["items"] == []
