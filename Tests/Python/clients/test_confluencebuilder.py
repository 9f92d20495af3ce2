"""What users of Sphinx's Confluence Builder report, and see here too. Sources are threads of its repository."""

from typing import Any

import pytest
from conftest import Commands

from met import BASIC_OFF, REVOKED, Met, fault, rows
from simulated_site import SimulatedSite

UNKNOWN = "Unknown Confluence URL or invalid/restricted space detected…"
NOT_AUTHENTICATED = "Unable to authenticate with Confluence…"
DENIED = "Permission denied on Confluence (rest-call)…"
NO_ADD = (
    "Permission denied on Confluence "
    "(Publish user does not have permission to add page content to the configured space.)…"
)


def login(row: Met, site: SimulatedSite) -> dict[str, Any]:
    match row.login:
        case ("password", password):
            return {"confluence_server_user": "writer-bot", "confluence_server_pass": password}
        case "token as password":
            return {"confluence_server_user": "writer-bot", "confluence_server_pass": site.token("writer-bot")}
        case user:
            user = "writer-bot" if user == "token" else user
            if site.is_cloud:
                return {"confluence_server_user": site.login(user), "confluence_api_token": site.token(user)}
            return {"confluence_publish_token": site.token(user)}


def configure(commands: Commands, site: SimulatedSite, more: dict[str, Any]) -> None:
    settings = {
        "extensions": ["sphinxcontrib.confluencebuilder"],
        "confluence_publish": True,
        "confluence_server_url": site.url + "/",
        "confluence_space_key": "DOCS",
        "confluence_adv_cloud": site.is_cloud,
        **more,
    }
    commands.write("conf.py", "".join(f"{name} = {value!r}\n" for name, value in settings.items()))


@rows(
    Met("revoked token", "cloud", UNKNOWN, "#848, #983", (REVOKED,)),
    Met("revoked token", "datacenter", UNKNOWN, "#1123: nothing tells it from a space that is not there", (REVOKED,)),
    Met("wrong password", "datacenter", NOT_AUTHENTICATED, "#971, #1123", login=("password", "wrong")),
    Met("token as password", "datacenter", NOT_AUTHENTICATED, "#971", login="token as password"),
    Met(
        "Basic authentication off",
        "datacenter",
        DENIED,
        "#872: 403 by the instance",
        (BASIC_OFF,),
        login=("password", "writer-bot-password-1"),
    ),
    Met("no licence", "datacenter", DENIED, "#656", login="unlicensed"),
    Met("no right to add", "datacenter", NO_ADD, "#723", login="reader-bot"),
    Met("page that may not be edited", "datacenter", NO_ADD, "#599", asks="Change control"),
    Met(
        "title of a hidden page",
        "datacenter",
        """"message": "A page with this title already exists: A page already exists with the title Salary review in """
        """the space with key DOCS",…""",
        "#1111, #330",
        asks="Salary review",
    ),
    Met(
        "proxy that wants a login",
        "datacenter",
        "Unable to authenticate with the proxy server…",
        "#870",
        (fault("proxy-authentication"),),
    ),
    Met("firewall", "datacenter", DENIED, "#872", (fault("waf-block"),)),
    Met(
        "dropped session",
        "datacenter",
        "Unable to authenticate with the Confluence instance (Seraph)…",
        "exceptions.py: ConfluenceSeraphAuthenticationFailedUrlError",
        (fault("dropped-session"),),
    ),
    Met(
        "login page of the network",
        "datacenter",
        "(details: REST reply did not provide valid JSON data.)…",
        "#983",
        (fault("captive-proxy"),),
    ),
)
def test_the_client_shows_what_its_users_report(row: Met, fresh: dict[str, SimulatedSite], commands: Commands) -> None:
    site = row.prepare(fresh)
    title = row.asks or "New page"
    commands.write("index.rst", f"{title}\n{'=' * len(title)}\n\nText.\n")
    configure(commands, site, login(row, site))
    row.check(commands.shown("sphinx", "-q", "-b", "confluence", ".", "out"), site)


@pytest.mark.parametrize("name", ["cloud", "datacenter"])
def test_pages_are_published_with_their_labels_and_pictures(
    name: str, fresh: dict[str, SimulatedSite], commands: Commands
) -> None:
    site = fresh[name]
    commands.write_picture("pic.png")
    commands.write("index.rst", "Published\n=========\n\nText.\n\n.. image:: pic.png\n\n.. toctree::\n\n   more\n")
    commands.write("more.rst", "More\n====\n\nMore text.\n")
    row = Met("published", name, "", "", login="mira")
    configure(commands, site, {**login(row, site), "confluence_global_labels": ["alpha", "beta"]})
    # The second run finds everything as it left it.
    for _ in range(2):
        commands.succeed("sphinx", "-q", "-E", "-b", "confluence", ".", "out")
    query = {"spaceKey": "DOCS", "title": "Published", "expand": "version,body.storage,metadata.labels"}
    [page] = site.get("/rest/api/content", "mira", params=query).json()["results"]
    assert "Text." in page["body"]["storage"]["value"]
    assert [label["name"] for label in page["metadata"]["labels"]["results"]] == ["alpha", "beta"]
    place = f"/rest/api/content/{page['id']}"
    query = {"filename": "pic.png"}
    [file] = site.get(f"{place}/child/attachment", "mira", params=query).json()["results"]
    assert file["extensions"]["mediaType"] == "image/png"
    watching = site.get(f"/rest/api/user/watch/content/{page['id']}", "mira").json()
    assert watching == {"watching": False}
