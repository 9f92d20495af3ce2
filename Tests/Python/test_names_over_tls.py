"""Unmodified clients which are told the sites' own names, over real TLS through the simulator's proxy."""

import socket
import ssl
from urllib.parse import urlsplit

import pytest
import requests
from requests.exceptions import ProxyError, SSLError

from simulated_site import SimulatedSite


def test_the_client_is_told_the_real_name_and_reads_a_page(secure_site: SimulatedSite) -> None:
    names = {"acme-cloud": "acme.atlassian.net/wiki", "acme-datacenter": "confluence.acme.example/confluence"}
    assert secure_site.url == f"https://{names[secure_site.name]}"
    client = secure_site.client("reader-bot")
    page = client.get_page_by_title("DOCS", "Refund policy")
    assert page["id"] == "98311"
    assert client.get_page_by_id("98311")["_links"]["base"] == secure_site.url


def test_links_of_a_list_stay_on_https(secure_site: SimulatedSite) -> None:
    base = f"{secure_site.url}/rest/api/content"
    client = secure_site.client("reader-bot")
    first = client.get("rest/api/content", params={"limit": 2})
    assert first["_links"]["self"].startswith(base)
    assert len(first["results"]) == 2


def test_a_large_page_goes_through_the_tunnel_in_chunks(secure_site: SimulatedSite) -> None:
    client = secure_site.client("writer-bot")
    text = "<p>" + "Long text. " * 60_000 + "</p>"
    page = client.create_page("DOCS", "A long page", text)
    assert len(client.get_page_by_id(page["id"], expand="body.storage")["body"]["storage"]["value"]) == len(text)
    chunks = (b"x" * 10_000 for _ in range(300))
    answer = requests.put(f"{secure_site.url}/rest/api/content/1", data=chunks, timeout=30)
    assert answer.status_code in (400, 401, 403, 404, 415)


def test_without_the_ca_the_client_says_what_users_report(
    secure_site: SimulatedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.delenv(name)
    with pytest.raises(SSLError, match="CERTIFICATE_VERIFY_FAILED"):
        secure_site.client("reader-bot").get_page_by_id("98311")
    notes = secure_site.notes_with("a client does not trust this run's CA")
    assert secure_site.ca in notes
    assert notes.count("note:") == 1


def tunnel(site: SimulatedSite, host: str) -> socket.socket:
    """A connection through the proxy, as far as TLS can begin."""
    proxy = urlsplit(site.proxy)
    connection = socket.create_connection((proxy.hostname, proxy.port), timeout=30)
    connection.sendall(f"CONNECT {host}:443 HTTP/1.1\r\nHost: {host}:443\r\n\r\n".encode())
    assert connection.recv(1000).startswith(b"HTTP/1.1 200 ")
    return connection


@pytest.mark.parametrize(
    ("tunnel_to", "name_asked", "shown"),
    [
        ("acme.atlassian.net", "acme.atlassian.net", "acme.atlassian.net"),
        ("api.atlassian.com", "api.atlassian.com", "api.atlassian.com"),
        ("127.0.0.1", "127.0.0.1", "127.0.0.1"),
        ("[::1]", "::1", "::1"),
        ("localhost", "localhost", "localhost"),
        ("acme.atlassian.net", None, "acme.atlassian.net"),
        ("acme.atlassian.net", "api.atlassian.com", "api.atlassian.com"),
        ("acme.atlassian.net", "other.example", "acme.atlassian.net"),
    ],
)
def test_the_certificate_passes_the_strictest_check(tunnel_to: str, name_asked: str | None, shown: str) -> None:
    with SimulatedSite("acme-cloud", tls=True) as site:
        context = ssl.create_default_context(cafile=site.ca)
        # The default of Python 3.13: among others, the authority's key identifier must be named.
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        context.check_hostname = name_asked == shown
        with context.wrap_socket(tunnel(site, tunnel_to), server_hostname=name_asked) as secure:
            names = [name for _, name in secure.getpeercert()["subjectAltName"]]
            assert shown in names or (shown == "::1" and "0:0:0:0:0:0:0:1" in names)


def test_other_hosts_are_refused(secure_site: SimulatedSite) -> None:
    with pytest.raises(ProxyError, match="403 Forbidden"):
        requests.get("https://confluence.example/rest/api/space", timeout=30)
    answer = requests.get("http://confluence.example/rest/api/space", timeout=30)
    assert answer.status_code == 502
    assert "confluence.example is not simulated here" in answer.text
    secure_site.notes_with("confluence.example is not simulated here")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("expired-certificate", "certificate has expired"),
        ("self-signed-certificate", "self.signed certificate"),
        ("wrong-host-certificate", "Hostname mismatch"),
        ("old-protocol", "(?i)protocol version|unsupported protocol"),
    ],
)
def test_a_bad_certificate_is_what_the_client_reports(
    fault: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SimulatedSite("acme-cloud", tls=True, options=["--fault", fault]) as site:
        for name, value in site.variables.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SSLError, match=words):
            site.client("reader-bot").get_page_by_id("98311")
        assert site.standard_error == ""
