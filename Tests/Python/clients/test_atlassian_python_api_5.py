"""What users of atlassian-python-api 5 report, and see here too. Sources are threads of github.com if nothing else."""

from typing import Any

from atlassian import Confluence

from met import BASIC_OFF, REVOKED, Met, fault, rows
from simulated_site import SimulatedSite

GATEWAY = "/ex/confluence/0c4a9c52-3c34-4d7e-8f6b-0f5d8a1e2b37"
HIDDEN = (
    "ApiError: There is no content with the given id, or the calling user does not have permission to view the content"
)
# The second version of the API names an error's title, of which this client shows nothing.
NO_WORDS = "HTTPError:"
PLACE = (
    "Use the space key (not its display name), then verify the API user has permission to create pages in that space."
)


def read(client: Confluence) -> Any:
    return client.get_page_by_id(98311)["title"]


def client(row: Met, site: SimulatedSite) -> Confluence:
    match row.login:
        case ("password", password):
            return Confluence(url=site.url, username="writer-bot", password=password, cloud=False)
        case user:
            user = "writer-bot" if user == "token" else user
            if not site.is_cloud:
                return Confluence(url=site.url, token=site.token(user), cloud=False)
            login = {"username": site.login(user), "password": site.token(user)}
            return Confluence(url=site.url, cloud=True, **login, **row.more)


def shown(row: Met, client: Confluence) -> str:
    """What a script that does not catch the error ends with."""
    try:
        return repr(row.asks(client))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


V2 = {"api_version": 2}


@rows(
    # On Cloud the new major version broke its users without any site's doing.
    Met(
        "page by its number",
        "cloud",
        "AttributeError: 'Cloud' object has no attribute 'get_page_by_id'",
        "sooperset/mcp-atlassian#1585, GetKlai/klai#1137",
        asks=read,
    ),
    Met("search", "cloud", "'<!DOCTYPE html>…", "sooperset/mcp-atlassian#1585", asks=lambda c: c.cql("type = page")),
    Met("revoked token", "cloud", NO_WORDS, "mozilla/markfluence, docs/confluence/api.md", (REVOKED,), read, more=V2),
    Met("hidden page", "cloud", NO_WORDS, "v2 masks it", (), lambda c: c.get_page_by_id(98320), more=V2),
    Met(
        "fault inside the product",
        "cloud",
        NO_WORDS,
        "atlassian-api/atlassian-python-api#1683",
        (fault("server-error"),),
        read,
        more=V2,
    ),
    Met(
        "address not on the allowlist",
        "cloud",
        "HTTPError: The IP address has been rejected because it is not on the allowed list. "
        "See your admin for more information.",
        "confluence.atlassian.com, page 1384133808",
        (fault("ip-allowlist"),),
        read,
        more=V2,
    ),
    Met("revoked token", "datacenter", HIDDEN, "community.atlassian.com 2094301", (REVOKED,), read),
    Met(
        "wrong password",
        "datacenter",
        "<p><b>Message</b> Basic Authentication Failure - Reason : AUTHENTICATED_FAILED</p>…",
        "markdown-confluence/markdown-confluence#621",
        (),
        read,
        ("password", "wrong"),
    ),
    Met(
        "Basic authentication off",
        "datacenter",
        "HTTPError: Basic Authentication has been disabled on this instance.",
        "skleinei/alfred-confluence#24",
        (BASIC_OFF,),
        read,
        ("password", "writer-bot-password-1"),
    ),
    Met(
        "wrong space key",
        "datacenter",
        f"ApiPermissionError: Cannot create a page in space 'NOPE'. {PLACE}",
        "atlassian-api/atlassian-python-api#1010",
        (),
        lambda c: c.create_page("NOPE", "New page", "<p>x</p>"),
    ),
    Met(
        "page that may not be edited",
        "datacenter",
        "HTTPError: Could not update Content of type : class com.atlassian.confluence.pages.Page with id 98321 "
        "Forbidden",
        "iamjackg/md2cf#12",
        (),
        lambda c: c.update_page(98321, "Change control", "<p>changed</p>"),
    ),
    Met(
        "title of a hidden page",
        "datacenter",
        "HTTPError: A page with this title already exists: A page already exists with the title Salary review in the "
        "space with key DOCS Bad Request",
        "confluence-publisher/confluence-publisher#369",
        (),
        lambda c: c.create_page("DOCS", "Salary review", "<p>x</p>"),
    ),
    Met(
        "read-only mode",
        "datacenter",
        "HTTPError: com.atlassian.confluence.api.service.exceptions.ReadOnlyException: Confluence is currently in "
        "read-only mode. Forbidden",
        "confluence.atlassian.com, Using read-only mode for site maintenance",
        (fault("read-only-mode"),),
        lambda c: c.update_page(98311, "Refund policy", "<p>changed</p>"),
    ),
)
def test_the_client_shows_what_its_users_report(row: Met, fresh: dict[str, SimulatedSite]) -> None:
    site = row.prepare(fresh)
    row.check(shown(row, client(row, site)), site)


def gateway(site: SimulatedSite, token: str) -> Confluence:
    """The client knows the gateway by its host name, so it is told that name and given the site's port as its proxy."""
    return Confluence(
        url=f"http://api.atlassian.com{GATEWAY}",
        username="bot@scoped.example",
        password=site.token("bot", token),
        proxies={"http": site.root},
    )


def test_a_scope_opens_the_gateway(scoped: SimulatedSite) -> None:
    assert gateway(scoped, "pages").get_page_by_id("98305")["title"] == "Home"


def test_a_missing_scope_loses_its_words(scoped: SimulatedSite) -> None:
    # kovetskiy/mark#917 shows what the gateway says: “Unauthorized; scope does not match”
    row = Met("", "", "HTTPError: Unauthorized (401)", "kovetskiy/mark#917", asks=lambda c: c.get_page_by_id("98305"))
    for token in ("spaces", "classic"):
        assert shown(row, gateway(scoped, token)) == row.shows
        assert "scope" in scoped.asked()[-1]["decision"]
