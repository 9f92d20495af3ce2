"""What a test can expect of the requests, and what it is told where they were others."""

import pytest
import requests

from pytest_confluence_doctor import ConfluenceSite


def get(site: ConfluenceSite, path: str, user: str = "reader") -> int:
    return requests.get(site.url + path, headers=site.headers(user), timeout=10).status_code


def test_calls(confluence: ConfluenceSite) -> None:
    get(confluence, "/rest/api/content/1001")
    get(confluence, "/rest/api/content/1002")
    journal = confluence.journal
    journal.assert_called("GET", "/rest/api/content/{id}", times=2, status=200, account="reader")
    journal.assert_calls(("GET", "/rest/api/content/1001"), ("GET", "/rest/api/content/1002"))
    journal.assert_not_called("PUT", "*")
    journal.assert_no_writes()
    journal.assert_no_refusals()
    assert [entry.account for entry in journal] == ["reader", "reader"]


def test_a_call_that_was_not_made(confluence: ConfluenceSite) -> None:
    get(confluence, "/rest/api/content/1001")
    with pytest.raises(AssertionError) as raised:
        confluence.journal.assert_called("GET", "/rest/api/space/DOCS")
    words = str(raised.value)
    assert "missing       GET /rest/api/space/DOCS" in words
    assert "/rest/api/content/1001 → 200 (reader): resource: reader may view page 1001" in words


def test_calls_in_another_order_and_others(confluence: ConfluenceSite) -> None:
    get(confluence, "/rest/api/content/1002")
    get(confluence, "/rest/api/content/1001")
    with pytest.raises(AssertionError):
        confluence.journal.assert_calls(("GET", "/rest/api/content/1001"), ("GET", "/rest/api/content/1002"))
    confluence.journal.assert_calls(
        ("GET", "/rest/api/content/1001"), ("GET", "/rest/api/content/1002"), in_order=False
    )
    with pytest.raises(AssertionError, match="unexpected"):
        confluence.journal.assert_calls(("GET", "/rest/api/content/1001"))


def test_writes_and_refusals_are_shown(confluence: ConfluenceSite) -> None:
    requests.delete(f"{confluence.url}/rest/api/content/1001", headers=confluence.headers("reader"), timeout=10)
    with pytest.raises(AssertionError, match=r"DELETE .*/rest/api/content/1001 → 40"):
        confluence.journal.assert_no_writes()
    with pytest.raises(AssertionError, match="reader has no “delete-page” permission"):
        confluence.journal.assert_no_refusals()
    with pytest.raises(AssertionError, match="should not have been"):
        confluence.journal.assert_not_called("DELETE", "*")


def test_from_now_on(confluence: ConfluenceSite) -> None:
    get(confluence, "/rest/api/content/1001")
    later = confluence.journal.since_now()
    get(confluence, "/rest/api/content/1002")
    later.assert_calls(("GET", "/rest/api/content/1002"))
    assert len(confluence.journal.entries(status=200)) == 2
    confluence.journal.clear()
    assert str(confluence.journal) == "nothing was asked of the site"
