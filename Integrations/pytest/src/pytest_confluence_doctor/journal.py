"""What was asked of a site, and what a test expects of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from .admin import Admin

WRITES = ("POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True)
class Entry:
    """One exchange: who asked for what, how it was answered, and why."""

    number: int
    method: str
    target: str
    status: int
    account: str | None
    stage: str
    decision: str

    def __str__(self) -> str:
        return (
            f"#{self.number} {self.method} {self.target} → {self.status} ({self.account or 'nobody'}): {self.decision}"
        )


class Journal:
    """A site's journal from some moment on; the assertions name what was missing, and show what was asked instead."""

    def __init__(self, admin: Admin, since: int = 0) -> None:
        self._admin = admin
        self._since = since

    def entries(
        self,
        *,
        method: str | None = None,
        path: str | None = None,
        status: int | None = None,
        account: str | None = None,
    ) -> list[Entry]:
        """The exchanges, oldest first; `path` are words that path or query hold."""
        wanted = {"method": method, "path": path, "status": status, "account": account, "since": self._since or None}
        query = urlencode({name: value for name, value in wanted.items() if value is not None})
        return [_entry(told) for told in self._admin.get(f"journal?{query}")["entries"]]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries())

    def __len__(self) -> int:
        return len(self.entries())

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or "nothing was asked of the site"

    def since_now(self) -> "Journal":
        """The journal of what is asked from this moment on."""
        return Journal(self._admin, self._admin.get("journal?limit=1")["last"])

    def clear(self) -> None:
        self._admin.delete("journal")

    def assert_called(
        self,
        method: str,
        path: str,
        *,
        times: int | None = None,
        status: int | None = None,
        account: str | None = None,
    ) -> None:
        """That a call was made: so many times, or at least once. In the path `{…}` is one segment, `*` anything."""
        __tracebackhide__ = True
        call = {"method": method, "path": path, "status": status, "account": account, "count": times}
        self._verify([call], others=True)

    def assert_not_called(self, method: str, path: str) -> None:
        __tracebackhide__ = True
        verdict = self._ask([{"method": method, "path": path}], others=True)
        assert not verdict["holds"], f"{method} {path} was called, and should not have been:\n{self}"

    def assert_calls(self, *calls: tuple[str, str], in_order: bool = True) -> None:
        """That these calls were made and no others."""
        __tracebackhide__ = True
        self._verify([{"method": method, "path": path} for method, path in calls], in_order=in_order)

    def assert_no_writes(self) -> None:
        """That nothing but reading was asked for."""
        __tracebackhide__ = True
        written = [entry for entry in self if entry.method in WRITES]
        assert not written, "only reading was expected, and there were:\n" + "\n".join(map(str, written))

    def assert_no_refusals(self) -> None:
        """That each request was answered below 400."""
        __tracebackhide__ = True
        refused = [entry for entry in self if entry.status >= 400]
        assert not refused, "no refusal was expected, and there were:\n" + "\n".join(map(str, refused))

    def _verify(self, calls: Sequence[dict[str, Any]], *, in_order: bool = False, others: bool = False) -> None:
        __tracebackhide__ = True
        verdict = self._ask(calls, in_order=in_order, others=others)
        assert verdict["holds"], f"{verdict['report']}\nthe journal:\n{self}"

    def _ask(self, calls: Sequence[dict[str, Any]], *, in_order: bool = False, others: bool = False) -> dict[str, Any]:
        stated = [{name: value for name, value in call.items() if value is not None} for call in calls]
        query = f"?since={self._since}" if self._since else ""
        verdict: dict[str, Any] = self._admin.post(
            f"journal/verify{query}", {"calls": stated, "inOrder": in_order, "allowsOthers": others}
        )
        return verdict


def _entry(told: dict[str, Any]) -> Entry:
    return Entry(**{name: told[name] for name in Entry.__dataclass_fields__})
