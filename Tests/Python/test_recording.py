"""`record` and `replay` between real clients and sites in other processes."""

import http.client
import json
import shutil
import socket
import subprocess
import urllib.parse
from pathlib import Path
from typing import Any

import pytest
import requests

from odd_site import CANARY, PACKED, OddSite
from recorder_process import Listening, Recorder, command
from simulated_site import SITES, SimulatedSite


def asked(url: str, path: str, method: str = "GET", **more: Any) -> requests.Response:
    return requests.request(method, url + path, timeout=30, allow_redirects=False, **more)


def told(response: requests.Response) -> tuple[int, bytes, dict[str, str]]:
    """What a client is answered, but for the time of it."""
    headers = {name: value for name, value in response.headers.items() if name not in ("Date", "X-Request-Id")}
    return response.status_code, response.content, headers


READS = (
    "/rest/api/user/current",
    "/rest/api/space?limit=5",
    "/rest/api/content?limit=3&expand=body.storage,version,space",
    "/rest/api/content/search?cql=type%3Dpage&limit=2",
    "/rest/api/content/99999999",
)


@pytest.mark.parametrize("name", SITES)
def test_client_sees_the_site_itself_and_replay_says_it_again(name: str, tmp_path: Path) -> None:
    with SimulatedSite(name) as site, Recorder(site.url, tmp_path) as recorder:
        login = (site.login("mira"), site.token("mira"))
        auth: dict[str, Any] = {"auth": login} if site.is_cloud else {}
        if not site.is_cloud:
            auth = {"headers": {"Authorization": f"Bearer {login[1]}"}}
        answers = []
        for path in READS:
            direct, recorded = asked(site.url, path, **auth), asked(recorder.url, path, **auth)
            for response in (direct, recorded):
                response.headers.pop("X-Confluence-Request-Time", None)
            assert told(recorded)[:2] == told(direct)[:2]
            answers.append(recorded)
        page = {"type": "page", "title": "Recorded", "space": {"key": "DOCS"}}
        created = asked(recorder.url, "/rest/api/content", "POST", json=page, **auth)
        assert created.status_code in (200, 403)
        entries = recorder.recording()
        assert [entry["response"]["status"] for entry in entries] == [a.status_code for a in answers] + [
            created.status_code
        ]
        text = recorder.file.read_text()
        assert not any(secret in text for secret in site.secrets)
        assert "mira@acme.example" not in text
    with Listening("replay", str(recorder.file), "--strict") as replay:
        for path, answer in zip(READS, answers, strict=True):
            again = asked(replay.url, path)
            assert again.status_code == answer.status_code
            if "@" not in answer.text:
                assert again.content == answer.content
        assert replay.stop() == 0
    with Listening("replay", str(recorder.file), "--strict") as replay:
        assert asked(replay.url, "/rest/api/space?limit=6").headers["X-Replay"] == "unmatched"
        assert "nearest: GET" in replay.standard_error
        assert replay.stop() == 1


def test_site_file_of_a_recording_is_simulated(tmp_path: Path) -> None:
    with SimulatedSite("acme-cloud") as site, Recorder(site.url, tmp_path) as recorder:
        for path in READS:
            asked(recorder.url, path, auth=(site.login("mira"), site.token("mira")))
        recorder.recording()
    made = tmp_path / "site.yaml"
    outcome = command("replay", str(recorder.file), "--as-site", "-o", str(made))
    assert outcome.returncode == 0
    login = outcome.stderr.split("credential 1 is now ")[1].split()[0]
    with SimulatedSite("made", file=made) as again:
        spaces = asked(again.url, READS[1], auth=tuple(login.split(":")))
        assert [space["key"] for space in spaces.json()["results"]]


def test_client_that_insists_on_the_site_s_own_https_address(tmp_path: Path) -> None:
    with (
        SimulatedSite("acme-cloud", tls=True) as site,
        Recorder(
            site.url,
            tmp_path,
            "--proxy",
            "--also",
            "api.media.atlassian.com",
            environment=site.variables,
        ) as recorder,
    ):
        proxies = {"https": recorder.told["proxy"]}
        assert site.url.startswith("https://acme.atlassian.net")
        auth = (site.login("mira"), site.token("mira"))
        session = requests.Session()
        session.trust_env = False
        session.proxies = proxies
        session.verify = recorder.told["ca"]
        answer = session.get(site.url + "/rest/api/space", auth=auth, timeout=30)
        assert answer.status_code == 200
        with pytest.raises(requests.exceptions.ProxyError):
            session.get("https://other.example/", timeout=30)
        assert "other.example" in recorder.standard_error
        entries = recorder.recording()
        assert [entry["request"]["url"] for entry in entries] == [site.url + "/rest/api/space"]
        assert not any(secret in recorder.file.read_text() for secret in site.secrets)


def test_a_replay_says_that_it_is_no_live_site(tmp_path: Path) -> None:
    with OddSite() as site, Recorder(site.url, tmp_path) as recorder:
        asked(recorder.url, "/echo")
        recorder.recording()
    with Listening("replay", str(recorder.file)) as replay:
        root = "/".join(replay.url.split("/")[:3])
        answer = requests.get(f"{root}/.well-known/confluence-doctor", timeout=30)
        assert answer.json() == {"live": False, "answered-by": "replay"}


def test_another_host_is_reached_by_its_name_and_no_third_one(tmp_path: Path) -> None:
    with (
        OddSite() as site,
        OddSite() as media,
        Recorder(site.url, tmp_path, "--proxy", "--also", "localhost") as recorder,
    ):
        other = media.url.replace("127.0.0.1", "localhost")
        session = requests.Session()
        session.trust_env = False
        session.proxies = {"http": recorder.told["proxy"]}
        headers = {"Authorization": f"Bearer {CANARY}"}
        assert session.get(f"{other}/echo?which=also", headers=headers, timeout=30).status_code == 200
        assert session.get(f"{site.url}/echo?which=upstream", headers=headers, timeout=30).status_code == 200
        assert session.get("http://third.example/echo", timeout=30).status_code == 502
        urls = [entry["request"]["url"] for entry in recorder.recording()]
        assert urls == [f"{other}/echo?which=also", f"{site.url}/echo?which=upstream"]
        assert CANARY not in recorder.file.read_text()


def test_what_was_recorded_before_a_kill_can_be_had(tmp_path: Path) -> None:
    with OddSite() as site, Recorder(site.url, tmp_path) as recorder:
        for number in range(5):
            asked(recorder.url, f"/echo?number={number}", headers={"Authorization": f"Bearer {CANARY}"})
        recorder.entries_once(5)
        recorder.kill()
        assert CANARY not in recorder.journal.read_text()
        with recorder.journal.open("a") as journal:
            journal.write('{"startedDateTime": "2026-')
    refused = command("record", "--upstream", "http://127.0.0.1:1", "-o", str(recorder.file))
    assert refused.returncode == 2
    assert "record --finish" in refused.stderr
    outcome = command("record", "--finish", str(recorder.journal))
    assert outcome.returncode == 0
    assert "1 of the journal's lines" in outcome.stderr
    entries = json.loads(recorder.file.read_text())["log"]["entries"]
    assert [entry["request"]["url"].split("=")[-1] for entry in entries] == list("01234")


def test_messages_of_all_kinds_pass_unchanged(tmp_path: Path) -> None:
    with OddSite() as site, Recorder(site.url, tmp_path) as recorder:
        for method, path in (
            ("GET", "/echo?a=1&b=%20+x"),
            ("HEAD", "/echo"),
            ("DELETE", "/echo"),
            ("OPTIONS", "/echo"),
            ("GET", "/empty"),
            ("GET", "/unchanged"),
            ("POST", "/echo"),
        ):
            direct, recorded = asked(site.url, path, method), asked(recorder.url, path, method)
            assert recorded.status_code == direct.status_code
            if method != "HEAD" and direct.content:
                first, second = direct.json(), recorded.json()
                for message in (first, second):
                    message.pop("connection")
                    kept = [h for h in message["headers"] if h[0] not in ("host", "connection")]
                    # That nothing comes may be said or left unsaid.
                    message["headers"] = [h for h in kept if h != ["content-length", "0"]]
                assert first == second
        assert asked(recorder.url, "/away").headers["Location"] == f"{recorder.url}/echo?x=1"
        packed = requests.get(recorder.url + "/packed", stream=True, timeout=30)
        assert packed.raw.read(decode_content=False) == PACKED
        large = asked(recorder.url, "/large")
        assert large.content == bytes(range(256)) * 4096 * 20
        upload = b"y" * 20_000_000
        assert asked(recorder.url, "/echo", "PUT", data=upload).json()["size"] == len(upload)
        chunks = (b"z" * 1000 for _ in range(50))
        assert asked(recorder.url, "/echo", "POST", data=chunks).json()["size"] == 50_000
        files = {"file": ("a.bin", b"\xff\x00" * 500)}
        form = asked(recorder.url, "/echo", "POST", files=files).json()
        assert form["size"] > 1000
        entries = recorder.recording()
        texts = [entry["response"]["content"].get("text", "") for entry in entries]
        assert json.loads(next(text for text in texts if "packed" in text))["packed"].startswith("text text")
        notes = [entry["response"]["content"].get("comment", "") for entry in entries]
        assert "left out: it is no text" in notes


def test_connection_is_kept_and_a_hesitant_client_is_told_to_go_on(tmp_path: Path) -> None:
    with OddSite() as site, Recorder(site.url, tmp_path) as recorder:
        parts = urllib.parse.urlsplit(recorder.url)
        connection = http.client.HTTPConnection(str(parts.hostname), parts.port)
        for _ in range(3):
            connection.request("GET", "/wiki/echo")
            local = connection.sock.getsockname()
            assert connection.getresponse().read()
            assert connection.sock.getsockname() == local
        with socket.create_connection((str(parts.hostname), int(parts.port or 0)), timeout=20) as hesitant:
            hesitant.sendall(
                b"PUT /wiki/echo HTTP/1.1\r\nHost: x.localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n"
                .replace(b"x.localhost", f"127.0.0.1:{parts.port}".encode())
            )
            assert hesitant.recv(4096).startswith(b"HTTP/1.1 100 ")
            hesitant.sendall(b"body")
            assert b'"size": 4' in hesitant.recv(65536)
        upgrade = {"Connection": "Upgrade", "Upgrade": "websocket"}
        refused = asked(recorder.url, "/echo", headers=upgrade)
        assert refused.status_code == 501
        assert "websocket" in refused.text
        elsewhere = asked(recorder.url, "/echo", headers={"Host": "evil.example"})
        assert elsewhere.status_code == 502


def test_links_in_texts_are_moved_where_asked(tmp_path: Path) -> None:
    with OddSite() as site:
        with Recorder(site.url, tmp_path) as recorder:
            assert asked(recorder.url, "/echo").json()["links"]["base"] == site.origin
        with Recorder(site.url, tmp_path, "--move-links") as recorder:
            assert asked(recorder.url, "/echo").json()["links"]["base"] == recorder.url.removesuffix("/wiki")


def test_no_canary_is_in_any_file(tmp_path: Path) -> None:
    with OddSite() as site, Recorder(site.url, tmp_path) as recorder:
        session = requests.Session()
        for _ in range(2):
            answer = session.get(recorder.url + "/canaries", auth=("mira@acme.example", CANARY + "-6"), timeout=30)
            assert answer.status_code == 401
            assert CANARY in answer.text
        # A cookie for a connection without TLS is kept here, and sent again.
        assert session.cookies.get("JSESSIONID") == CANARY
        journal = "\n".join(recorder.entries_once(2))
        entries = recorder.recording()
        assert len(entries) == 2
        for text in (journal, *(file.read_text() for file in tmp_path.iterdir())):
            assert "9b1d7e" not in text
            assert "mira@acme" not in text
        assert "Basic ‹redacted" in recorder.file.read_text()


@pytest.mark.parametrize("path", ["/huge", "/many", "/reset"])
def test_trouble_behind_is_told_in_words(path: str, tmp_path: Path) -> None:
    with OddSite() as site, Recorder(site.url, tmp_path, "--timeout", "5") as recorder:
        answer = asked(recorder.url, path)
        assert answer.status_code in (200, 502)
        if answer.status_code == 502:
            assert answer.text.startswith("confluence-doctor: no answer to pass on: ")
        assert asked(recorder.url, "/echo").status_code == 200
        entries = recorder.recording()
        if answer.status_code == 502:
            assert entries[0]["response"]["status"] == 0
            assert "_failure" in entries[0]["response"]


def test_nobody_listens_behind(tmp_path: Path) -> None:
    with Recorder("http://127.0.0.1:1/wiki", tmp_path) as recorder:
        answer = asked(recorder.url, "/rest/api/space")
        assert answer.status_code == 502
        assert "nothing listens" in answer.text
        assert recorder.recording()[0]["response"]["_failure"]["kind"] == "refused"


def test_endless_slow_and_broken_answers_are_bounded(tmp_path: Path) -> None:
    with OddSite() as site, Recorder(site.url, tmp_path) as recorder:
        endless = requests.get(recorder.url + "/endless", stream=True, timeout=30)
        taken = 0
        for piece in endless.iter_content(1 << 16):
            taken += len(piece)
            if taken > 100 << 20:
                break
        endless.close()
        assert recorder.resident_mebibytes < 400
        drip = requests.get(recorder.url + "/drip", stream=True, timeout=30)
        assert next(drip.iter_content(1)) == b"x"
        drip.close()
        with pytest.raises(requests.exceptions.RequestException):
            asked(recorder.url, "/broken")
        recorder.entries_once(2)
        entries = recorder.recording()
        found = {entry["request"]["url"].rsplit("/", 1)[1]: entry["response"] for entry in entries}
        assert len(found["endless"]["content"]["text"]) <= 1 << 20
        assert "cut after 1024 KiB" in found["endless"]["content"]["comment"]
        assert "broke off" in found["broken"]["comment"]


def test_revoked_token_is_named_from_the_recording(tmp_path: Path) -> None:
    with SimulatedSite("acme-cloud") as site, Recorder(site.url, tmp_path) as recorder:
        auth = (site.login("reader-bot"), site.token("reader-bot", "revoked"))
        assert asked(recorder.url, "/rest/api/content", auth=auth).status_code == 403
        recorder.recording()
    outcome = command("explain", str(recorder.file), "--format", "json")
    assert outcome.returncode == 1
    causes = [cause["id"] for cause in json.loads(outcome.stdout)["causes"]]
    assert "credential.token-revoked" in causes[:3], causes


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not here")
def test_curl_through_the_recorder(tmp_path: Path) -> None:
    with OddSite() as site, Recorder(site.url, tmp_path) as recorder:
        words = ["curl", "-q", "-sS", "--compressed", "-w", " %{http_code}", recorder.url + "/packed"]
        outcome = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
        assert outcome.stdout.endswith(" 200")
        assert '"packed"' in outcome.stdout


def test_recording_ends_by_itself(tmp_path: Path) -> None:
    with OddSite() as site:
        outcome = command("record", "--upstream", site.url, "-o", str(tmp_path / "a.har"), "--for", "1s")
    assert outcome.returncode == 0
    assert "0 exchanges" in outcome.stdout
    assert (tmp_path / "a.har").stat().st_mode & 0o777 == 0o600
