"""What users of markdown-to-confluence (md2conf) report, and see here too. Sources are threads of github.com."""

from conftest import Commands

from met import REVOKED, Met, fault, rows
from simulated_site import SimulatedSite

GATEWAY = "/ex/confluence/0c4a9c52-3c34-4d7e-8f6b-0f5d8a1e2b37/"
NOT_FOUND = "{'errors': [{'status': 404, 'code': 'NOT_FOUND', 'title': 'Not Found', 'detail': None}]}"


def published(commands: Commands, address: str, *login: str) -> str:
    page = commands.write("page.md", '---\ntitle: "New page"\n---\n\nText.\n')
    options = ["--domain", "127.0.0.1", "--space", "DOCS", "--skip-update"]
    return commands.shown("md2conf", "--api-url", address, *login, *options, page)


@rows(
    # The client asks four times before it believes a 404.
    Met("revoked token", "cloud", NOT_FOUND, "hunyadi/md2conf#113, #106", (REVOKED,)),
    Met(
        "API token as Bearer",
        "cloud",
        "{'error': 'Failed to parse Connect Session Auth Token'}",
        "langchain-ai/langchain#7531",
        login="bearer",
    ),
    Met("no right to add", "cloud", NOT_FOUND, "n8n-io/n8n#36008: v2 masks it", login="reader-bot"),
    Met(
        "address not on the allowlist",
        "cloud",
        "{'errorMessages': ['The IP address has been rejected because it is not on the allowed list. "
        "See your admin for more information.'], 'errors': {}}",
        "confluence.atlassian.com, page 1384133808",
        (fault("ip-allowlist"),),
    ),
    Met(
        "fault inside the product",
        "cloud",
        "{'errors': [{'status': 500, 'code': 'INTERNAL_SERVER_ERROR', 'title': 'Internal Server Error', "
        "'detail': None}]}",
        "atlassian-api/atlassian-python-api#1683",
        (fault("server-error"),),
    ),
    Met(
        "firewall against python-requests",
        "cloud",
        "requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: {url}/api/v2/spaces?limit=1…",
        "sooperset/mcp-atlassian, client",
        (fault("waf-blocks-python"),),
    ),
)
def test_the_client_shows_what_its_users_report(row: Met, fresh: dict[str, SimulatedSite], commands: Commands) -> None:
    site = row.prepare(fresh)
    user = "writer-bot" if row.login in ("token", "bearer") else row.login
    name = [] if row.login == "bearer" else ["--username", site.login(user)]
    row.check(published(commands, site.url + "/", *name, "--api-key", site.token(user)), site)


def test_a_token_without_the_scope_is_refused_at_the_gateway(scoped: SimulatedSite, commands: Commands) -> None:
    # hunyadi/md2conf#169; mozilla/markfluence, docs/confluence/api.md
    login = ["--username", "bot@scoped.example", "--api-key", scoped.token("bot", "pages")]
    words = published(commands, scoped.root + GATEWAY, *login)
    assert "{'code': 401, 'message': 'Unauthorized; scope does not match'}" in words


def test_classic_scopes_do_not_open_the_second_version(scoped: SimulatedSite, commands: Commands) -> None:
    # mozilla/markfluence, docs/confluence/api.md: the same 401 in both directions
    login = ["--username", "bot@scoped.example", "--api-key", scoped.token("bot", "classic")]
    words = published(commands, scoped.root + GATEWAY, *login)
    assert "{'code': 401, 'message': 'Unauthorized; scope does not match'}" in words


def test_a_token_that_is_none_is_refused_at_the_gateway(scoped: SimulatedSite, commands: Commands) -> None:
    # hunyadi/md2conf reads 401 as “expired or is invalid”
    words = published(commands, scoped.root + GATEWAY, "--username", "bot@scoped.example", "--api-key", "none")
    assert "401 Client Error: Unauthorized for url:" in words
    assert "{'code': 401, 'message': 'Unauthorized'}" in words


def test_a_token_with_scopes_is_refused_at_the_site(scoped: SimulatedSite, commands: Commands) -> None:
    # hunyadi/md2conf#281; community.atlassian.com 3039044
    login = ["--username", "bot@scoped.example", "--api-key", scoped.token("bot", "spaces")]
    words = published(commands, scoped.url + "/", *login)
    assert f"401 Client Error: Unauthorized for url: {scoped.url}/api/v2/spaces?limit=1" in words
