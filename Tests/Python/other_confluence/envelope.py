"""What all answers of REST v1 have in common, on Cloud and Data Center."""

import re
from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from small_site import Answer

from .asking import Asking, answer
from .world import Content, Person, Refused

CLASSES = "com.atlassian.confluence.api.service.exceptions"
PAGING = ("limit", "start", "next", "prev", "cursor")


class Envelope:
    def __init__(self, is_cloud: bool, base: str) -> None:
        self.is_cloud = is_cloud
        self.base = base

    def refusal(self, refused: Refused) -> Answer:
        kind = f"{CLASSES}.{refused.kind}: " if refused.kind and self.is_cloud else ""
        body: dict[str, Any] = {"statusCode": refused.status}
        if refused.authorised is not None or not self.is_cloud:
            authorised = bool(refused.authorised)
            body["data"] = {"authorized": authorised, "valid": True, "errors": [], "successful": authorised}
        body["message"] = kind + refused.words
        if not self.is_cloud:
            body["reason"] = HTTPStatus(refused.status).phrase
        return answer(body, refused.status)

    def links(self, asking: Asking, path: str | None = None) -> dict[str, str]:
        own = {"base": self.base, "context": "/wiki" if self.is_cloud else "/confluence"}
        return own | {"self": f"{self.base}{path or asking.path}"}

    @staticmethod
    def number(asking: Asking, name: str, usual: int, most: int | None = None) -> int:
        text = asking.query.get(name) or str(usual)
        if not re.fullmatch("-?[0-9]{1,9}", text):
            raise Refused(400, f"Failed to convert value of type 'java.lang.String' to required type 'int'; For input string: \"{text}\"")
        if int(text) < 0:
            raise Refused(400, f"java.lang.IllegalArgumentException: {name} cannot be less than zero")
        return int(text) if most is None else min(int(text), most)

    def list(self, asking: Asking, all: Sequence[Any], usual: int = 25, most: int | None = None) -> Answer:
        start, limit = self.number(asking, "start", 0), self.number(asking, "limit", usual, most)
        results = list(all[start : start + limit])
        links = self.links(asking)
        others = {name: value for name, value in asking.query.items() if name not in PAGING}
        if start + limit < len(all):
            links["next"] = f"{asking.path}?{urlencode({'next': 'true', **others, 'limit': limit, 'start': start + limit})}"
        return answer({"results": results, "start": start, "limit": limit, "size": len(results), "_links": links})

    def person(self, one: Person) -> dict[str, Any]:
        picture = {"path": "/aa-avatar/default", "width": 48, "height": 48, "isDefault": True}
        told: dict[str, Any] = {"type": "known", "displayName": one.display, "profilePicture": picture}
        if self.is_cloud:
            told |= {"accountId": one.id, "accountType": "atlassian", "email": "", "publicName": one.display}
            told["_links"] = {"self": f"{self.base}/rest/api/user?accountId={one.id}"}
        else:
            told |= {"username": one.name, "userKey": one.id.replace("-", "")[-32:]}
            told["_links"] = {"self": f"{self.base}/rest/experimental/user?key={told['userKey']}"}
        return told | {"_expandable": {"operations": "", "personalSpace": ""}}

    def moment(self, when: datetime) -> str:
        text = f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond // 1000:03}"
        return f"{text}Z" if self.is_cloud else f"{text}+00:00"

    # What may be asked for

    @staticmethod
    def missing(id: str) -> Refused:
        return Refused(404, f"No content found with id: ContentId{{id={id}}}", "NotFoundException", authorised=False)

    def seen(self, asking: Asking, id: str) -> Content:
        one = asking.content(id)
        if one is None or one.status not in (asking.query.get("status", "current"), "current"):
            raise self.missing(id)
        return one

    def changeable(self, asking: Asking, id: str, act: str) -> Content:
        """Something that the person may change; each act has a refusal of its own."""
        one = self.seen(asking, id)
        if asking.world.may_change(asking.person, one):
            return one
        if act == "hang":
            raise Refused(403, f"User not permitted to change content with id {one.id}", "PermissionException", authorised=False)
        if self.is_cloud:
            raise self.missing(id)
        if act == "trash":
            raise Refused(403, "Unable to trash content", "PermissionException", authorised=False)
        words = f"Could not update Content of type : class com.atlassian.confluence.pages.Page with id {one.id}"
        raise Refused(403, words, "PermissionException", authorised=False)
