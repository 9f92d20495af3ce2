"""What users of md2cf report, and see here too. Sources are threads of github.com if nothing else."""

from conftest import Commands

from met import BASIC_OFF, REVOKED, Met, fault, rows
from simulated_site import SimulatedSite

SPACE = "{url}/rest/api/space/DOCS?expand=homepage"
FORBIDDEN = f"requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: {SPACE}"
# Data Center's Tomcat sends no reason phrase (iamjackg/md2cf#12).
BARE = "requests.exceptions.HTTPError: {} Client Error:  for url: " + SPACE


def login(row: Met, site: SimulatedSite) -> list[str]:
    match row.login:
        case ("password", password):
            return ["--username", "writer-bot", "--password", password]
        case "bearer":
            return ["--token", site.token("writer-bot")]
        case "token as password":
            return ["--username", "writer-bot", "--password", site.token("writer-bot")]
        case _ if site.is_cloud:
            user = "writer-bot" if row.login == "token" else row.login
            return ["--username", site.login(user), "--password", site.token(user)]
        case _:
            return ["--token", site.token("writer-bot" if row.login == "token" else row.login)]


@rows(
    Met("revoked token", "cloud", FORBIDDEN, "run-llama/llama-hub#795", (REVOKED,)),
    Met("API token as Bearer", "cloud", FORBIDDEN, "run-llama/llama-hub#795", login="bearer"),
    Met(
        "no right to add",
        "cloud",
        "403 Client Error: Forbidden for url: {url}/rest/api/content - "
        """b'{"statusCode":403,"data":{"authorized":false,"valid":true,"errors":[],"successful":false},"message":"""
        """"com.atlassian.confluence.api.service.exceptions.PermissionException: """
        """Could not create content with type page"}'""",
        "sphinx-contrib/confluencebuilder#723, community.atlassian.com 2753839",
        login="reader-bot",
    ),
    Met(
        "page that may not be edited",
        "cloud",
        "404 Client Error: Not Found for url: {url}/rest/api/content/98321 - b'…",
        "sphinx-contrib/confluencebuilder#1111",
        asks="Change control",
    ),
    Met(
        "page that may not be edited",
        "datacenter",
        """403 Client Error:  for url: {url}/rest/api/content/98321 - """
        """b'{"statusCode":403,"data":{"authorized":false,"valid":true,"""
        """"allowedInReadOnlyMode":true,"errors":[],"successful":false},"message":"Could not update Content of type : """
        """class com.atlassian.confluence.pages.Page with id 98321","reason":"Forbidden"}'""",
        "iamjackg/md2cf#12",
        asks="Change control",
    ),
    Met(
        "title of a hidden page",
        "datacenter",
        """"message":"A page with this title already exists: A page already exists with the title Salary review in the """
        """space with key DOCS","reason":"Bad Request"}'""",
        "docToolchain/docToolchain#435",
        asks="Salary review",
    ),
    Met(
        "two writers",
        "cloud",
        "409 Client Error: Conflict for url: {url}/rest/api/content/98311 - b'…",
        "duo-labs/markdown-to-confluence#6",
        (fault("write-race"),),
        asks="Refund policy",
    ),
    Met(
        "withdrawn endpoints",
        "cloud",
        f"requests.exceptions.HTTPError: 410 Client Error: Gone for url: {SPACE}",
        "atlassian-api/atlassian-python-api#1560",
        ({"settings": {"withdrawn-endpoints": "everywhere"}},),
    ),
    Met(
        "wrong password",
        "datacenter",
        BARE.replace("{}", "401", 1),
        "iamjackg/md2cf#76",
        login=("password", "wrong"),
    ),
    Met(
        "token as password",
        "datacenter",
        BARE.replace("{}", "401", 1),
        "kovetskiy/mark#113",
        login="token as password",
    ),
    Met(
        "Basic authentication off",
        "datacenter",
        BARE.replace("{}", "403", 1),
        "skleinei/alfred-confluence#24",
        (BASIC_OFF,),
        login=("password", "writer-bot-password-1"),
    ),
    Met(
        "no licence",
        "datacenter",
        BARE.replace("{}", "403", 1),
        "dapplo/Dapplo.Confluence#35",
        login="unlicensed",
    ),
    Met(
        "address without /rest/api",
        "cloud",
        "404 Client Error: Not Found for url: {url}/space/DOCS?expand=homepage",
        "iamjackg/md2cf#87",
        more={"path": ""},
    ),
    Met(
        "login page of the network",
        "datacenter",
        "requests.exceptions.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
        "RFC 6585, appendix",
        (fault("captive-proxy"),),
    ),
    Met(
        "bad gateway",
        "datacenter",
        f"requests.exceptions.HTTPError: 502 Server Error: Bad Gateway for url: {SPACE}",
        "the page of nginx",
        (fault("bad-gateway"),),
    ),
    Met(
        "dropped connection",
        "datacenter",
        "(Caused by ProtocolError('Connection aborted.', "
        "RemoteDisconnected('Remote end closed connection without response')))",
        "sphinx-contrib/confluencebuilder#848",
        (fault("dropped-connection"),),
    ),
)
def test_the_client_shows_what_its_users_report(row: Met, fresh: dict[str, SimulatedSite], commands: Commands) -> None:
    site = row.prepare(fresh)
    page = commands.write("page.md", "Text.\n")
    host = site.url + row.more.get("path", "/rest/api")
    options = ["--space", "DOCS", "--title", row.asks or "New page", "--max-retries", "0", "--output", "minimal"]
    row.check(commands.shown("md2cf", "--host", host, *login(row, site), *options, page), site)
