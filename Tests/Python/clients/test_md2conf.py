"""What users of markdown-to-confluence (md2conf) report, and see here too. Sources are threads of github.com."""

from conftest import PICTURE, Commands

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


def test_a_page_is_published_with_its_labels_properties_and_picture(
    fresh: dict[str, SimulatedSite], commands: Commands
) -> None:
    site = fresh["cloud"]
    commands.write_picture("pic.png")
    page = commands.write(
        "page.md",
        "---\n"
        'title: "Published page"\n'
        "tags: [alpha, beta]\n"
        "properties:\n  colour: red\n"
        "---\n\nText with a picture.\n\n![A picture](pic.png)\n",
    )
    login = ["--username", site.login("mira"), "--api-key", site.token("mira")]
    options = ["--domain", "127.0.0.1", "--space", "DOCS", "--skip-update", "--api-url", site.url + "/", *login]
    # The second run finds everything as it left it.
    for _ in range(2):
        commands.succeed("md2conf", *options, page)
    query = {"title": "Published page", "body-format": "storage"}
    [found] = site.get("/api/v2/pages", "mira", params=query).json()["results"]
    assert "Text with a picture." in found["body"]["storage"]["value"]
    place = f"/api/v2/pages/{found['id']}"
    labels = site.get(f"{place}/labels", "mira").json()["results"]
    assert [label["name"] for label in labels] == ["alpha", "beta"]
    properties = site.get(f"{place}/properties", "mira").json()["results"]
    assert {row["key"]: row["value"] for row in properties}["colour"] == "red"
    [file] = site.get(f"{place}/attachments", "mira").json()["results"]
    assert file["mediaType"] == "image/png"
    way = f"/rest/api/content/{found['id']}/child/attachment/{file['id']}/download"
    assert site.get(way, "mira").content == PICTURE
