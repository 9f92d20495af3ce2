"""The site on a port: who asks, and which part of the API answers."""

import base64
import binascii
import re
import threading
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, unquote, urlsplit

from drifting_site import Drift, unchanged
from small_site import Answer, Asked, SmallSite

from .asking import Asking, answer, page
from .first import FirstVersion
from .second import SecondVersion
from .world import Person, World

CLOUD_ID = "5f0b6a1e-7c52-4c0f-9d3a-2b1c0d9e8f70"
GONE = "com.atlassian.confluence.api.service.exceptions.GoneException: This deprecated endpoint has been removed."
MANIFEST = "<manifest><id>c</id><name>Elsewhere</name><typeId>confluence</typeId><version>9.2.0</version></manifest>"
# What the gateway no longer has of the first version: content, spaces, and what lists them.
WITHDRAWN = re.compile(r"/rest/api/(content(/\d+(/(child/(page|comment)|history|label|property.*|version.*))?)?|space.*)$")


class OtherConfluence(SmallSite):
    """A site that `drift` changes; `asked` is all that it was asked.

    With `is_gateway` it is reached as OAuth clients reach Cloud, where most of the first version is withdrawn.
    """

    def __init__(self, kind: str, is_gateway: bool = False) -> None:
        self.is_cloud = kind == "cloud"
        self.is_gateway = is_gateway
        self.context = "/wiki" if self.is_cloud else "/confluence"
        if is_gateway:
            self.context = f"/ex/confluence/{CLOUD_ID}/wiki"
        self.drift: Drift = unchanged
        self.asked: list[Asked] = []
        self.world = World()
        self._lock = threading.Lock()
        self._furnish()

    def _furnish(self) -> None:
        names = {"writer": "Willa Roe", "reader": "Rhys Dent", "outsider": "Odd Ness"}
        people = {
            name: self.world.add_person(name, display, f"712020:{number}a7b3c4d-0000-4000-8000-{self.world.new_id():>012}")
            for number, (name, display) in enumerate(names.items(), 1)
        }
        writer = people["writer"]
        self.world.add_space("LAW", "Laws", "Laws of elsewhere", writer, {"writer", "reader"}, {"writer"})
        shelf = self.world.add_space("SHELF", "The shelf", "What is on it", writer, set(names), {"writer"})
        home = self.world.contents[shelf.home]
        for title in ("Bread", "Butter", "Cheese", "Dates"):
            one = self.world.add("page", shelf, title, f"<p>All about {title.lower()}</p>", writer, parent=home)
            one.labels["food"] = self.world.label_id("food")

    def given(self, asked: Asked) -> Answer:
        with self._lock:
            self.asked.append(asked)
        return self.drift(asked, self.own)

    @property
    def origin(self) -> str:
        """Toolkits know Cloud by its hosts alone, so that it is asked by those, with the site's port as the proxy."""
        if not self.is_cloud:
            return self.root
        return "http://api.atlassian.com" if self.is_gateway else "http://elsewhere.atlassian.net"

    @property
    def url(self) -> str:
        """What people have in their profiles."""
        return f"{self.origin}{self.context}"

    @property
    def local(self) -> str:
        """The same site by the port of this machine."""
        return f"{self.root}{self.context}"

    def titles(self) -> set[tuple[str, str, int]]:
        """Everything that is there, the trash too."""
        with self._lock:
            return {(one.title, one.status, one.latest.number) for one in self.world.contents.values()}

    # What it answers

    def own(self, asked: Asked) -> Answer:
        """The site's own answer, which a drift may change."""
        parts = urlsplit(asked.target)
        headers = {name.lower(): value for name, value in asked.headers.items()}
        with self._lock:
            if parts.path == "/_edge/tenant_info" and self.is_cloud:
                return answer({"cloudId": CLOUD_ID})
            # The gateway takes /wiki or does without it.
            context = self.context.removesuffix("/wiki") if self.is_gateway else self.context
            if not parts.path.startswith(context + "/"):
                return page(404, "Not Found")
            path = re.sub("/$", "", unquote(parts.path.removeprefix(context)))
            path = path.removeprefix("/wiki") if self.is_gateway else path
            if path == "/rest/applinks/1.0/manifest" and not self.is_cloud:
                return Answer(200, {"Content-Type": "application/xml"}, MANIFEST.encode())
            who = self._who(headers.get("authorization"))
            if isinstance(who, Answer):
                return who
            if who is None:
                return self._nobody(path)
            asking = Asking(asked.method, path, dict(parse_qsl(parts.query, keep_blank_values=True)), headers, asked.body, who, self.world)
            given = self._granted(asking)
        given.headers.update(self._headers(who))
        return given

    def _granted(self, asking: Asking) -> Answer:
        if asking.path.startswith("/api/v2/"):
            return SecondVersion(self.url).answer(asking) if self.is_cloud else page(404, "Not Found")
        if self.is_gateway and WITHDRAWN.match(asking.path) and not self._is_kept(asking):
            return answer({"statusCode": 410, "message": GONE}, 410)
        return FirstVersion(self.is_cloud, self.url).answer(asking)

    @staticmethod
    def _is_kept(asking: Asking) -> bool:
        """Labels are written by the first version alone."""
        return asking.path.endswith("/label") and asking.method != "GET"

    def _headers(self, person: Person) -> dict[str, str]:
        if self.is_cloud:
            renewed = (datetime.now(UTC) + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
            return {"X-RateLimit-Limit": "40000", "X-RateLimit-Remaining": "39001", "X-RateLimit-Reset": renewed}
        limits = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "88", "X-RateLimit-FillRate": "20"}
        waits = {"X-RateLimit-Interval-Seconds": "60", "Retry-After": "0"}
        return limits | waits | {"X-Seraph-LoginReason": "OK", "X-AUSERNAME": person.name}

    # Who asks

    def _who(self, header: str | None) -> Person | Answer | None:
        """The account, nobody, or the refusal of a credential."""
        kind, _, value = (header or "").partition(" ")
        people = self.world.people.values()
        if kind == "Bearer":
            if self.is_cloud and not self.is_gateway:
                return answer({"error": "Failed to parse Connect Session Auth Token"}, 403)
            return next((person for person in people if person.secret == value), None)
        if kind != "Basic":
            return None
        try:
            words = base64.b64decode(value, validate=True).decode().split(":")
        except (binascii.Error, UnicodeDecodeError):
            words = []
        if self.is_cloud and (len(words) != 2 or not all(words)):
            words_401 = "The request has not been applied because it lacks valid authentication credentials"
            return page(401, "Unauthorized", words_401, {"WWW-Authenticate": 'OAuth realm="http%3A%2F%2Felsewhere"'})
        user, secret = (words + ["", ""])[:2]
        for person in people:
            name = person.email if self.is_cloud else person.name
            if (user.lower(), secret) == (name, person.secret):
                return person
        if self.is_cloud:
            return None
        failed = {"X-Seraph-LoginReason": "AUTHENTICATED_FAILED", "WWW-Authenticate": 'OAuth realm="http%3A%2F%2Felsewhere"'}
        return page(401, "Unauthorized", "Basic Authentication Failure - Reason : AUTHENTICATED_FAILED", failed)

    def _nobody(self, path: str) -> Answer:
        if self.is_gateway:
            return answer({"code": 401, "message": "Unauthorized"}, 401)
        if not self.is_cloud:
            words = "Client must be authenticated to access this resource."
            return answer({"statusCode": 401, "message": words, "reason": "Unauthorized"}, 401)
        if path.startswith("/api/v2/"):
            return answer({"errors": [{"status": 404, "code": "NOT_FOUND", "title": "Not Found", "detail": None}]}, 404)
        if path == "/rest/api/user/current":
            kind = "com.atlassian.confluence.mvc.rest.common.exception.StacklessResponseStatusException"
            words = f'{kind}: 403 FORBIDDEN "Request rejected because caller cannot access Confluence"'
            return answer({"statusCode": 403, "message": words}, 403)
        return answer({"message": "Current user not permitted to use Confluence", "statusCode": 403}, 403)
