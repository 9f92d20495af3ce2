"""A table of errors that people met: the state of their site, what their client was asked, and what it showed them."""

import re
from dataclasses import dataclass, field
from typing import Any

import pytest

from simulated_site import SimulatedSite

BASIC_OFF = {"fault": "basic-disabled"}
CAPTCHA = {"settings": {"captcha-threshold": 1}}
REVOKED = {"revoke-token": "writer-bot-token"}
VISITORS = {"grant": {"operations": ["view"], "to": "anonymous", "space": "DOCS"}}


def fault(name: str) -> dict[str, str]:
    """A ready-made fault of docs/faults.md."""
    return {"fault": name}


@dataclass(frozen=True)
class Met:
    """One row. In `shows`, `{url}` is the site's address and a last `…` leaves out what follows."""

    name: str
    site: str
    shows: str
    source: str
    acts: tuple[dict[str, Any], ...] = ()
    asks: Any = None
    login: Any = "token"
    more: dict[str, Any] = field(default_factory=dict)

    def prepare(self, sites: dict[str, SimulatedSite]) -> SimulatedSite:
        site = sites[self.site]
        if self.acts:
            site.act(*self.acts)
        return site

    def check(self, shown: str, site: SimulatedSite) -> None:
        """Holds when the words are the client's last, or stand in what it printed, whatever its line breaks."""
        expected = squeezed(self.shows.replace("{url}", site.url))
        shown = squeezed(shown)
        if expected.endswith("…"):
            assert expected.removesuffix("…") in shown, f"{shown}\n(reported: {self.source})"
        else:
            assert shown.endswith(expected), f"{shown}\n(reported: {self.source})"


def squeezed(text: str) -> str:
    """Clients wrap lines in the middle of words."""
    return re.sub(r"\s+", "", text)


def rows(*table: Met) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", [pytest.param(row, id=f"{row.site}: {row.name}") for row in table])
