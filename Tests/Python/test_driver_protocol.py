"""The driver's side of the protocol in Drivers/README.md, with the real toolkit behind it."""

import json
from typing import Any

import pytest

from driver_process import DriverProcess
from recording_server import RecordingServer

TOKEN = "invented-token-of-the-driver-test"
OWN_TOOLS = 19


def configuration(url: str, **settings: Any) -> dict[str, Any]:
    credential = {"base_url": url, "hosting": "Server", "token": TOKEN}
    return {
        "toolkit_name": "docs",
        "settings": {"confluence_configuration": credential, "space_key": "DOCS"} | settings,
    }


def page(body: str) -> dict[str, Any]:
    return {
        "id": "98305",
        "title": "Product Documentation Home",
        "space": {"key": "DOCS"},
        "version": {"number": 1},
        "body": {"view": {"value": body}},
        "_links": {"webui": "/display/DOCS/Home"},
    }


def test_initialize_names_the_sdk_and_its_version(driver: DriverProcess, server: RecordingServer) -> None:
    result = driver.initialize(configuration(server.url))["result"]
    assert result["serverInfo"] == {"name": "elitea-sdk", "version": "0.11.27"}
    assert result["protocolVersion"] == "2025-06-18"
    assert server.requests == []


def test_the_tools_are_listed_with_their_own_schemas(driver: DriverProcess, server: RecordingServer) -> None:
    driver.initialize(configuration(server.url))
    tools = {tool["name"]: tool for tool in driver.ask("tools/list")["result"]["tools"]}
    assert len(tools) == OWN_TOOLS + 1
    read = tools["read_page_by_id"]
    assert read["description"].startswith(
        "Confluence space: DOCS (toolkit is restricted to this space)\nToolkit: docs\n"
    )
    assert read["inputSchema"]["required"] == ["page_id"]
    assert "Test Connection" in tools["check_connection"]["description"]


def test_only_selected_tools_are_offered(driver: DriverProcess, server: RecordingServer) -> None:
    driver.initialize(configuration(server.url, selected_tools=["site_search"]))
    assert [tool["name"] for tool in driver.ask("tools/list")["result"]["tools"]] == ["site_search", "check_connection"]


def test_a_text_that_a_tool_returns_arrives_unchanged(driver: DriverProcess, server: RecordingServer) -> None:
    driver.initialize(configuration(server.url))
    server.body = page("<h1>Überblick</h1><p>two\u2028lines &amp; a 🙂</p>")
    result = driver.call("read_page_by_id", page_id="98305")
    text = result["structuredContent"]["result"]
    assert "Überblick" in text and "two\u2028lines & a 🙂" in text
    assert json.loads(result["content"][0]["text"]) == text
    assert "isError" not in result
    request = server.requests[0]
    assert request.path == "/rest/api/content/98305?expand=body.view,version,space"
    assert request.headers["Authorization"] == f"Bearer {TOKEN}"


def test_a_list_stays_a_list(driver: DriverProcess, server: RecordingServer) -> None:
    driver.initialize(configuration(server.url, space_key=None))
    server.body = {"results": []}
    assert driver.call("get_page_tree", page_id="98305")["structuredContent"] == {"result": []}


def test_an_exception_keeps_its_class_and_text(driver: DriverProcess, server: RecordingServer) -> None:
    driver.initialize(configuration(server.url))
    server.status = 401
    result = driver.call("site_search", query="refund")
    assert result["isError"] is True
    assert result["structuredContent"] == {"error": {"type": "HTTPError", "message": "Unauthorized (401)"}}
    assert result["content"] == [{"type": "text", "text": "HTTPError: Unauthorized (401)"}]


def test_arguments_that_do_not_fit_fail_as_for_an_agent(driver: DriverProcess, server: RecordingServer) -> None:
    driver.initialize(configuration(server.url))
    error = driver.call("read_page_by_id")["structuredContent"]["error"]
    assert error["type"] == "ValidationError"
    assert "page_id\n  Field required" in error["message"]
    assert server.requests == []


def test_the_scope_of_the_space_is_the_toolkits_own(driver: DriverProcess, server: RecordingServer) -> None:
    driver.initialize(configuration(server.url))
    error = driver.call("get_page_id_by_title", title="Home", space="TEAM")["structuredContent"]["error"]
    assert error == {
        "type": "ToolException",
        "message": "This toolkit is restricted to Confluence space 'DOCS'; space 'TEAM' is outside its scope.",
    }


def test_three_tries_at_reading_a_page_take_no_time(driver: DriverProcess, server: RecordingServer) -> None:
    driver.initialize(configuration(server.url))
    server.status = 404
    result = driver.call("read_page_by_id", page_id="1")
    assert result["structuredContent"]["result"].startswith("Pages not found. Errors: [")
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (200, None),
        (401, "Invalid credentials (401) - check token or username/api_key"),
        (403, "Access forbidden (403) - credentials lack Confluence permissions"),
    ],
)
def test_check_connection_presses_the_credentials_button(
    driver: DriverProcess, server: RecordingServer, status: int, message: str | None
) -> None:
    driver.initialize(configuration(server.url))
    server.status = status
    assert driver.call("check_connection")["structuredContent"] == {"result": message}
    assert [request.path for request in server.requests] == ["/rest/api/user/current"]


@pytest.mark.parametrize(
    ("settings", "kind", "words"),
    [
        (
            {"confluence_configuration": {"base_url": "http://site.example"}},
            "ValidationError",
            "Either 'token' or both",
        ),
        ({"confluence_configuration": {"token": TOKEN}}, "ValidationError", "Base URL is required"),
        ({"base_url": "http://site.example", "token": TOKEN, "space": "DOCS"}, "KeyError", "confluence_configuration"),
    ],
    ids=["no secret", "no address", "old flat settings"],
)
def test_a_refused_configuration_is_answered_with_the_toolkits_exception(
    driver: DriverProcess, settings: dict[str, Any], kind: str, words: str
) -> None:
    error = driver.initialize({"toolkit_name": "docs", "settings": settings})["error"]
    assert (error["code"], error["message"]) == (-32602, "the toolkit refuses the configuration")
    assert error["data"]["type"] == kind
    assert words in error["data"]["message"]


def test_settings_alone_are_taken(driver: DriverProcess, server: RecordingServer) -> None:
    assert "result" in driver.initialize(configuration(server.url)["settings"])
    server.body = page("<p>Welcome</p>")
    assert driver.call("read_page_by_id", page_id="98305")["structuredContent"]["result"] == "Welcome"


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("no JSON", -32700, "the line is not JSON"),
        ("[]", -32600, "a message is an object"),
        ('{"jsonrpc":"2.0","id":7}', -32600, "names no method"),
        ('{"jsonrpc":"2.0","id":7,"method":"resources/list"}', -32601, "there is no method resources/list"),
        ('{"jsonrpc":"2.0","id":7,"method":"initialize"}', -32602, "no toolkit configuration"),
        ('{"jsonrpc":"2.0","id":7,"method":"tools/call","params":[]}', -32602, "not an object"),
    ],
)
def test_what_is_not_the_protocol_is_named(driver: DriverProcess, line: str, code: int, words: str) -> None:
    driver.send(line)
    error = driver.answer()["error"]
    assert error["code"] == code
    assert words in error["message"]
    assert "data" not in error


def test_an_unknown_tool_is_named(driver: DriverProcess, server: RecordingServer) -> None:
    driver.initialize(configuration(server.url))
    error = driver.ask("tools/call", {"name": "read_page", "arguments": {}})["error"]
    assert error["code"] == -32602
    assert "no tool read_page;" in error["message"] and "read_page_by_id" in error["message"]


def test_a_notification_has_no_answer(driver: DriverProcess) -> None:
    driver.send('{"jsonrpc":"2.0","method":"notifications/initialized"}')
    assert driver.ask("ping")["result"] == {}


def test_the_driver_ends_with_its_input_and_has_logged_no_secret(server: RecordingServer, in_nursery: bool) -> None:
    server.status = 500
    # The server repeats the secret, so the toolkit's warning about the failure holds it.
    server.body = {"message": f"no token {TOKEN} here"}
    with DriverProcess(in_nursery=in_nursery) as driver:
        driver.initialize(configuration(server.url))
        driver.call("read_page_by_id", page_id="1")
        assert driver.end(seconds=2) == 0
        logged = driver.standard_error()
    assert "no token ••• here" in logged
    assert TOKEN not in logged
