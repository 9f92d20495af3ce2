"""What users of atlassian-python-api 4 report, and see here too. Sources are threads of github.com if nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from atlassian import Confluence

from met import BASIC_OFF, CAPTCHA, REVOKED, VISITORS, Met, fault, rows
from simulated_site import SimulatedSite

HIDDEN = (
    "ApiError: There is no content with the given id, or the calling user does not have permission to view the content"
)
NOT_PERMITTED = "HTTPError: Current user not permitted to use Confluence"
NO_CREATE = (
    "HTTPError: com.atlassian.confluence.api.service.exceptions.PermissionException: "
    "Could not create content with type page"
)
GONE = "com.atlassian.confluence.api.service.exceptions.GoneException: This deprecated endpoint has been removed."
NOT_JSON = "TypeError: string indices must be integers, not 'str'"

Ask = Callable[[Confluence], Any]
REFUND_POLICY, SALARY_REVIEW, CHANGE_CONTROL = 98311, 98320, 98321


def read(client: Confluence) -> Any:
    return client.get_page_by_id(REFUND_POLICY)["title"]


def listing(client: Confluence) -> Any:
    return client.get_all_pages_from_space("DOCS")


def create(title: str, body: str = "<p>x</p>", space: str = "DOCS") -> Ask:
    return lambda client: client.create_page(space, title, body)


def update(page: int, title: str) -> Ask:
    return lambda client: client.update_page(page, title, "<p>changed</p>")


def client(row: Met, site: SimulatedSite) -> Confluence:
    match row.login:
        case ("password", password):
            return Confluence(url=site.url, username="writer-bot", password=password, cloud=site.is_cloud)
        case "bearer":
            return Confluence(url=site.url, token=site.token("writer-bot"), cloud=site.is_cloud)
        case "token as password":
            return Confluence(
                url=site.url, username="writer-bot", password=site.token("writer-bot"), cloud=site.is_cloud
            )
        case "token":
            return site.client("writer-bot")
        case user:
            return site.client(user)


def shown(ask: Ask, client: Confluence) -> str:
    """What a script that does not catch the error ends with."""
    try:
        return repr(ask(client))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


PASSWORD = ("password", "writer-bot-password-1")


@rows(
    # Credentials
    Met("revoked token", "cloud", NOT_PERMITTED, "kovetskiy/mark#493", (REVOKED,), read),
    Met("no licence", "cloud", NOT_PERMITTED, "kovetskiy/mark#493", (), read, "unlicensed"),
    Met(
        "API token as Bearer",
        "cloud",
        "HTTPError: 403 Client Error: Forbidden for url: {url}/rest/api/content/98311",
        "run-llama/llama-hub#795, atlassian-api/atlassian-python-api#1199",
        (),
        read,
        "bearer",
    ),
    Met("revoked token", "datacenter", HIDDEN, "community.atlassian.com 2094301", (REVOKED,), read),
    Met(
        "revoked token, a search",
        "datacenter",
        "HTTPError: com.atlassian.confluence.api.service.exceptions.PermissionException: "
        "Not permitted to use confluence : null",
        "dapplo/Dapplo.Confluence#35",
        (REVOKED,),
        lambda client: client.cql("type = page"),
    ),
    Met(
        "revoked token on a public site, reading",
        "datacenter",
        "'Refund policy'",
        "community.atlassian.com 2094301: 200 as nobody",
        (REVOKED, fault("anonymous-access"), VISITORS),
        read,
    ),
    Met(
        "revoked token on a public site, writing",
        "datacenter",
        NO_CREATE,
        "measured on 7.19.6 by a user of the REST API: the first write says 403",
        (REVOKED, fault("anonymous-access"), VISITORS),
        create("Written by nobody"),
    ),
    Met(
        "wrong password",
        "datacenter",
        "HTTPError: Unauthorized (401)",
        "atlassian-api/atlassian-python-api#1512",
        (),
        read,
        ("password", "wrong"),
    ),
    Met(
        "token as password",
        "datacenter",
        "HTTPError: Unauthorized (401)",
        "kovetskiy/mark#113, confluence-publisher/confluence-publisher#428",
        (),
        read,
        "token as password",
    ),
    Met(
        "Basic authentication off",
        "datacenter",
        "HTTPError: Basic Authentication has been disabled on this instance.",
        "skleinei/alfred-confluence#24",
        (BASIC_OFF,),
        read,
        PASSWORD,
    ),
    # Permissions
    Met("hidden page", "cloud", HIDDEN, "sooperset/mcp-atlassian#1588", (), lambda c: c.get_page_by_id(SALARY_REVIEW)),
    Met(
        "hidden page",
        "datacenter",
        HIDDEN,
        "sooperset/mcp-atlassian#1588",
        (),
        lambda c: c.get_page_by_id(SALARY_REVIEW),
    ),
    Met(
        "page that may not be edited",
        "cloud",
        "ApiNotFoundError: Can not find draft with current content",
        "sphinx-contrib/confluencebuilder#1111: Cloud says 404",
        (),
        update(CHANGE_CONTROL, "Change control"),
    ),
    Met(
        "page that may not be edited",
        "datacenter",
        "HTTPError: Could not update Content of type : class com.atlassian.confluence.pages.Page with id 98321",
        "iamjackg/md2cf#12",
        (),
        update(CHANGE_CONTROL, "Change control"),
    ),
    Met("no right to add", "cloud", NO_CREATE, "community.atlassian.com 2753839", (), create("New"), "reader-bot"),
    Met(
        "no right to add",
        "datacenter",
        NO_CREATE,
        "sphinx-contrib/confluencebuilder#723",
        (),
        create("New"),
        "reader-bot",
    ),
    Met(
        "wrong space key",
        "cloud",
        NO_CREATE,
        "atlassian-api/atlassian-python-api#1010",
        (),
        create("New", space="NOPE"),
    ),
    # Content
    Met(
        "title exists",
        "cloud",
        "HTTPError: com.atlassian.confluence.api.service.exceptions.BadRequestException: A page with this title "
        "already exists: A page already exists with the title Refund policy in the space with key DOCS",
        "docToolchain/docToolchain#435",
        (),
        create("Refund policy"),
    ),
    Met(
        "title of a hidden page",
        "datacenter",
        "HTTPError: A page with this title already exists: A page already exists with the title Salary review in the "
        "space with key DOCS",
        "confluence-publisher/confluence-publisher#369",
        (),
        create("Salary review"),
    ),
    Met(
        "malformed storage",
        "cloud",
        "HTTPError: com.atlassian.confluence.api.service.exceptions.BadRequestException: Error parsing xhtml: "
        "Unexpected close tag </xml>; expected </p>. at [row,col {unknown-source}]: […",
        "chesshacker/terraform-provider-confluence#7",
        (),
        create("Bad", "<p>x</xml>"),
    ),
    Met(
        "malformed storage",
        "datacenter",
        "HTTPError: Error parsing xhtml: Unexpected close tag </xml>; expected </p>. "
        "at [row,col {unknown-source}]: […",
        "kovetskiy/mark#54",
        (),
        create("Bad", "<p>x</xml>"),
    ),
    Met(
        "two writers",
        "cloud",
        "HTTPError: com.atlassian.confluence.api.service.exceptions.ConflictException: "
        "javax.persistence.OptimisticLockException: Batch update returned unexpected row count…",
        "duo-labs/markdown-to-confluence#6",
        (fault("write-race"),),
        update(REFUND_POLICY, "Refund policy"),
    ),
    Met(
        "unreconciled page",
        "datacenter",
        "HTTPError: Unable to save changes to unreconciled page ContentId{id=…",
        "atlassian-api/atlassian-python-api#797",
        (fault("unreconciled-page"),),
        update(REFUND_POLICY, "Refund policy"),
    ),
    Met(
        "bad CQL",
        "cloud",
        "ApiValueError: The query cannot be parsed",
        "cohere-ai/quick-start-connectors#164",
        (),
        lambda c: c.cql("Grill = 1"),
    ),
    Met(
        "withdrawn endpoints",
        "cloud",
        f"HTTPError: {GONE}",
        "atlassian-api/atlassian-python-api#1560",
        ({"settings": {"withdrawn-endpoints": "everywhere"}},),
        lambda c: c.get_all_spaces(),
    ),
    # The state of the site, and what stands in front of it
    Met(
        "read-only mode",
        "datacenter",
        "HTTPError: com.atlassian.confluence.api.service.exceptions.ReadOnlyException: Confluence is currently in "
        "read-only mode.",
        "confluence.atlassian.com, Using read-only mode for site maintenance",
        (fault("read-only-mode"),),
        update(REFUND_POLICY, "Refund policy"),
    ),
    Met(
        "maintenance",
        "cloud",
        "HTTPError: 503 Server Error: Service Unavailable for url: {url}/rest/api/content/98311",
        "developer.atlassian.com, rate limiting: some 503 carry Retry-After",
        (fault("maintenance"),),
        read,
    ),
    Met(
        "rate limit without Retry-After",
        "cloud",
        "HTTPError: Rate limit exceeded",
        "headers that a user of the gateway published in April 2026",
        (fault("rate-limit-silent"),),
        read,
    ),
    Met(
        "firewall against python-requests",
        "cloud",
        "HTTPError: 403 Client Error: Forbidden for url: {url}/rest/api/content/98311",
        "sooperset/mcp-atlassian, client",
        (fault("waf-blocks-python"),),
        read,
    ),
    Met(
        "login page in place of an answer",
        "cloud",
        "AttributeError: 'str' object has no attribute 'get'",
        "atlassian-api/atlassian-python-api#1132, #1472",
        (fault("login-page"),),
        listing,
    ),
    Met(
        "login page of the network",
        "cloud",
        "AttributeError: 'str' object has no attribute 'get'",
        "sooperset/mcp-atlassian#113",
        (fault("captive-proxy"),),
        listing,
    ),
    Met(
        "half a JSON document",
        "cloud",
        NOT_JSON,
        "atlassian-api/atlassian-python-api#325",
        (fault("half-json"),),
        read,
    ),
    Met(
        "dropped connection",
        "cloud",
        "ConnectionError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
        "sphinx-contrib/confluencebuilder#848",
        (fault("dropped-connection"),),
        read,
    ),
    Met(
        "dropped session",
        "datacenter",
        "TypeError: 'NoneType' object is not subscriptable",
        "sphinx-contrib/confluencebuilder, rest: 200 with an empty body",
        (fault("dropped-session"),),
        read,
    ),
)
def test_the_client_shows_what_its_users_report(row: Met, fresh: dict[str, SimulatedSite]) -> None:
    site = row.prepare(fresh)
    row.check(shown(row.asks, client(row, site)), site)


def test_a_captcha_hides_the_right_password(fresh: dict[str, SimulatedSite]) -> None:
    # confluence.atlassian.com, Configuring Captcha; knowledge base 966681459
    site = fresh["datacenter"]
    site.act(CAPTCHA)
    for password in ("wrong", "writer-bot-password-1"):
        refused = Confluence(url=site.url, username="writer-bot", password=password, cloud=False)
        assert shown(read, refused) == "HTTPError: Unauthorized (401)"
    last = site.asked()[-1]
    assert "must solve a CAPTCHA" in last["decision"]
    headers = {header["name"]: header["value"] for header in last["response"]["headers"]}
    assert headers["X-Seraph-LoginReason"] == "AUTHENTICATION_DENIED"


@pytest.mark.parametrize("wait", [0, 1])
def test_a_rate_limit_is_waited_for(wait: int, fresh: dict[str, SimulatedSite]) -> None:
    # developer.atlassian.com/cloud/confluence/rate-limiting; sooperset/mcp-atlassian, client: 0 is obeyed without end.
    site = fresh["cloud"]
    answer = {"status": 429, "headers": {"Retry-After": str(wait), "Content-Type": "application/json"}, "body": "{}"}
    site.act({"fault": {"name": "busy", "match": {"times": 3 - 2 * wait}, "effect": {"answer": answer}}})
    assert shown(read, site.client("writer-bot")) == "'Refund policy'"
    assert [exchange["status"] for exchange in site.asked()] == [429] * (3 - 2 * wait) + [200]
