"""The driver of alita-sdk: the same program as that of elitea-sdk, told in today's words what the older SDK knows by others."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from driver_process import DriverProcess
from recording_server import RecordingServer
from simulated_site import SimulatedSite

TOKEN = "invented-token-of-the-alita-test"


@pytest.fixture(scope="module")
def alita(in_nursery: bool) -> Iterator[DriverProcess]:
    with DriverProcess("alita", in_nursery) as driver:
        yield driver


def settings(url: str, **more: Any) -> dict[str, Any]:
    credential = {"base_url": url, "hosting": "Server", "token": TOKEN}
    return {"confluence_configuration": credential, "space_key": "DOCS"} | more


def hit(title: str) -> dict[str, Any]:
    return {"content": {"id": "98305", "title": title, "_links": {"self": "/x"}}, "excerpt": "a text"}


def test_it_names_the_real_package(alita: DriverProcess, server: RecordingServer) -> None:
    result = alita.initialize(settings(server.url))["result"]
    assert result["serverInfo"] == {"name": "alita-sdk", "version": "0.5.18"}
    assert server.requests == []


def test_the_space_of_todays_settings_is_its_space(alita: DriverProcess, server: RecordingServer) -> None:
    alita.initialize(settings(server.url))
    tools = {tool["name"]: tool for tool in alita.ask("tools/list")["result"]["tools"]}
    assert tools["site_search"]["description"].startswith("Confluence space: DOCS\n")
    server.body = {"results": [hit("Home")]}
    alita.call("site_search", query="home")
    assert 'space%3D%22DOCS%22' in server.requests[0].path or 'space="DOCS"' in server.requests[0].path


@pytest.mark.parametrize(
    ("credential", "more", "prefix"),
    [
        ({"hosting": "Server"}, {}, ""),
        ({"hosting": "Cloud"}, {}, "/wiki"),
        ({"hosting": "Auto"}, {}, ""),
        # The SDK's own default where nothing is said.
        ({}, {}, "/wiki"),
        ({"hosting": "Server"}, {"cloud": True}, "/wiki"),
    ],
)
def test_hosting_becomes_its_cloud_switch(
    alita: DriverProcess, server: RecordingServer, credential: dict[str, str], more: dict[str, Any], prefix: str
) -> None:
    configuration = settings(server.url, **more)
    configuration["confluence_configuration"] = {"base_url": server.url, "token": TOKEN} | credential
    alita.initialize(configuration)
    server.body = {
        "id": "98305",
        "title": "Home",
        "version": {"number": 1},
        "body": {"view": {"value": "<p>Welcome</p>"}, "storage": {"value": "<p>Welcome</p>"}},
        "results": [hit("Home")],
        "_links": {"webui": "/display/DOCS/Home"},
    }
    answer = json.dumps(alita.call("search_pages", query="home"))
    assert f"{server.url}{prefix}/display/DOCS/Home" in answer


def test_it_reads_a_page_over_tls(secure_site: SimulatedSite, in_nursery: bool) -> None:
    credential = {"base_url": secure_site.url, "hosting": "Cloud" if secure_site.is_cloud else "Server"}
    token = secure_site.token("reader-bot")
    if secure_site.is_cloud:
        credential |= {"username": secure_site.login("reader-bot"), "api_key": token}
    else:
        credential |= {"token": token}
    with DriverProcess("alita", in_nursery, **secure_site.variables) as driver:
        driver.initialize({"confluence_configuration": credential, "space_key": "DOCS"})
        text = driver.call("read_page_by_id", page_id="98311")["structuredContent"]["result"]
        assert re.search(r"[Rr]efund", text)
        assert driver.call("check_connection")["structuredContent"] == {"result": None}
