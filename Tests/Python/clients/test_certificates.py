"""What clients show of bad certificates, told the sites' own names. Sources are threads of github.com."""

from collections.abc import Callable, Iterator

import pytest
from conftest import Commands

from met import squeezed
from simulated_site import SimulatedSite


Publish = Callable[[SimulatedSite, Commands], str]


@pytest.fixture(scope="module")
def secure() -> Iterator[SimulatedSite]:
    with SimulatedSite("acme-datacenter", tls=True, options=["--admin"]) as site:
        yield site


def md2cf(site: SimulatedSite, commands: Commands) -> str:
    page = commands.write("page.md", "Text.\n")
    login = ["--token", site.token("writer-bot"), "--space", "DOCS", "--title", "New page", "--max-retries", "0"]
    address = f"{site.url}/rest/api"
    return commands.shown("md2cf", "--host", address, *login, page, environment=site.variables)


def confluencebuilder(site: SimulatedSite, commands: Commands) -> str:
    commands.write("index.rst", "New page\n========\n")
    settings = {
        "extensions": ["sphinxcontrib.confluencebuilder"],
        "confluence_publish": True,
        "confluence_server_url": f"{site.url}/",
        "confluence_space_key": "DOCS",
        "confluence_publish_token": site.token("writer-bot"),
    }
    commands.write("conf.py", "".join(f"{name} = {value!r}\n" for name, value in settings.items()))
    words = commands.shown("sphinx", "-q", "-b", "confluence", ".", "out", environment=site.variables)
    assert "SSL connection issue has been detected" in words
    return words


@pytest.mark.parametrize("publish", [md2cf, confluencebuilder])
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        # sphinx-contrib/confluencebuilder, exceptions.py; transcripts of requests' users
        ("expired-certificate", "certificate verify failed: certificate has expired"),
        ("self-signed-certificate", "certificate verify failed: self-signed certificate"),
        ("wrong-host-certificate", "certificate verify failed: Hostname mismatch"),
    ],
)
def test_a_bad_certificate_is_named(
    fault: str, words: str, publish: Publish, secure: SimulatedSite, commands: Commands
) -> None:
    secure.reset()
    secure.act({"fault": fault})
    assert squeezed(words) in squeezed(publish(secure, commands))
