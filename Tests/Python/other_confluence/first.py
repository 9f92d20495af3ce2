"""REST v1, which Cloud and Data Center share: people, spaces, searches, and the table of its addresses."""

import base64
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from small_site import Answer

from . import storage
from .asking import Asking, answer
from .cql import Query
from .hangings import Hangings
from .world import Content, Refused, Space

Route = tuple[str, str, Callable[..., Answer]]
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><status><status-code>404</status-code><message>null for uri: {}</message></status>'


class FirstVersion(Hangings):
    def answer(self, asking: Asking) -> Answer:
        for methods, pattern, handle in self._routes():
            found = re.fullmatch(pattern, asking.path)
            if found and asking.method in methods.split():
                try:
                    return handle(asking, *found.groups())
                except Refused as refused:
                    return self.refusal(refused)
        return Answer(404, {"Content-Type": "application/xml"}, XML.format(f"{self.base}{asking.path}").encode())

    def _routes(self) -> list[Route]:
        api, content = "/rest/api", "/rest/api/content/([^/]+)"
        both: list[Route] = [
            ("GET", f"{api}/user/current", self._me),
            ("GET", f"{api}/user/anonymous", self._visitor),
            ("GET", f"{api}/user/memberof", self._groups),
            ("GET", f"{api}/user", self._someone),
            ("GET", f"{api}/space", self._spaces),
            ("GET", f"{api}/space/([^/]+)", self._space),
            ("GET", f"{api}/space/([^/]+)/content", self._content_of_space),
            ("GET", f"{api}/search", self._search),
            ("GET", f"{api}/content/search", self._content_search),
            ("GET", f"{api}/content", self.listed),
            ("POST", f"{api}/content", self.create),
            ("GET", content, self.one),
            ("PUT", content, self.change),
            ("DELETE", content, self.delete),
            ("GET", f"{content}/history", self.history_of),
            ("GET", f"{content}/child", self.kinds_below),
            ("GET", f"{content}/child/(page|comment|attachment)", self.below),
            ("GET", f"{content}/descendant/page", self.all_below),
            ("POST", f"{content}/child/attachment", self.upload),
            ("POST", f"{content}/child/attachment/([^/]+)/data", self.new_data),
            ("GET", f"{content}/label", self.labels),
            ("POST", f"{content}/label", self.add_labels),
            ("DELETE", f"{content}/label(?:/(.+))?", self.remove_label),
            ("GET", f"{content}/property", self.properties),
            ("POST", f"{content}/property", self.add_property),
            ("GET", f"{content}/property/([^/]+)", self.property),
            ("PUT", f"{content}/property/([^/]+)", self.change_property),
            ("DELETE", f"{content}/property/([^/]+)", self.remove_property),
            ("GET", f"{content}/restriction/byOperation", self.restrictions),
            ("PUT", f"{content}/restriction", self.restrict),
        ]
        if not self.is_cloud:
            return [*both, ("GET", "/download/attachments/([^/]+)/([^/]+)", self.file)]
        return [
            *both,
            ("PUT", f"{content}/child/attachment", self.upload),
            ("GET", f"{content}/child/attachment/([^/]+)/download", self.download),
            ("GET", f"{content}/version", self.versions_of),
            ("PUT", f"{content}/move/([^/]+)/([^/]+)", self.move),
            ("DELETE", f"{content}/restriction", self.lift),
            ("GET", f"{content}/restriction/byOperation/([^/]+)/user", self.is_restricted),
            ("POST", f"{content}/permission/check", self.may),
            ("GET", f"{content}/state/available", self.states),
            ("PUT", f"{content}/state", self.set_state),
        ]

    # People

    def _me(self, asking: Asking) -> Answer:
        return answer(self.person(asking.person))

    def _visitor(self, asking: Asking) -> Answer:
        picture = {"path": "/aa-avatar/default", "width": 48, "height": 48, "isDefault": True}
        return answer({"type": "anonymous", "displayName": "Anonymous", "profilePicture": picture, "_links": self.links(asking)})

    def _someone(self, asking: Asking) -> Answer:
        for one in asking.world.people.values():
            told = self.person(one)
            names = ("accountId",) if self.is_cloud else ("username", "key")
            if any(asking.query.get(name) == told.get("userKey" if name == "key" else name, "") for name in names):
                return answer(told)
        raise Refused(404, f"No user found with {asking.query}", "NotFoundException", authorised=False)

    def _groups(self, asking: Asking) -> Answer:
        group = {"type": "group", "name": "confluence-users", "_links": self.links(asking, "/rest/api/group/confluence-users")}
        return self.list(asking, [group], usual=200)

    # Spaces

    def _spaces(self, asking: Asking) -> Answer:
        return self.list(asking, [self.space(asking, space) for space in asking.world.seen_spaces(asking.person)])

    def _seen_space(self, asking: Asking, key: str) -> Space:
        for space in asking.world.seen_spaces(asking.person):
            if space.key == key:
                return space
        if self.is_cloud:
            raise Refused(404, f'org.springframework.web.server.ResponseStatusException: 404 NOT_FOUND "No space found with key : {key}"')
        raise Refused(404, f"No space with key : {key}", authorised=False)

    def _space(self, asking: Asking, key: str) -> Answer:
        space = self._seen_space(asking, key)
        shown, wanted = self.space(asking, space), asking.query.get("expand", "")
        if "description" in wanted:
            del shown["_expandable"]["description"]
            shown["description"] = {"plain": {"value": "", "representation": "plain", "embeddedContent": []}}
        if "homepage" in wanted:
            del shown["_expandable"]["homepage"]
            shown["homepage"] = self.shown(asking, asking.world.contents[space.home], prefix="homepage.")
        return answer(shown)

    def _content_of_space(self, asking: Asking, key: str) -> Answer:
        space = self._seen_space(asking, key)
        pages = [self.shown(asking, one) for one in asking.world.seen(asking.person, "page") if one.space is space]
        listed = {"results": pages, "start": 0, "limit": 25, "size": len(pages), "_links": self.links(asking)}
        return answer({"page": listed, "_links": self.links(asking)})

    # Searches

    def _found(self, asking: Asking, with_total: bool, show: Callable[[Content], Any]) -> Answer:
        limit, start = asking.query.get("limit") or "25", asking.query.get("start") or "0"
        if not all(re.fullmatch("-?[0-9]{1,9}", text) for text in (limit, start)):
            return Answer(404, {}, b"")
        if not asking.query.get("cql"):
            raise Refused(400, "cql query parameter is required", "api.BadRequestException", authorised=True)
        for name, text in (("start", start), ("limit", limit)):
            if int(text) < 0:
                raise Refused(400, f"java.lang.IllegalArgumentException: {name} cannot be less than zero")
        query = Query(asking.query["cql"], asking.person, asking.world, self.is_cloud)
        hits = query.found()
        first = self._place(asking) if self.is_cloud else int(start)
        end = first + int(limit)
        results = [show(one) for one in hits[first:end]]
        links = self.links(asking)
        if end < len(hits):
            links["next"] = f"{asking.path}?{self._rest(asking, int(limit), int(start), end)}"
        told: dict[str, Any] = {"results": results, "start": int(start), "limit": int(limit), "size": len(results)}
        if with_total:
            told |= {"totalSize": len(hits), "cqlQuery": query.text, "searchDuration": 12}
        return answer(told | {"_links": links})

    def _place(self, asking: Asking) -> int:
        cursor = asking.query.get("cursor", "_f_MA==")
        try:
            return int(base64.urlsafe_b64decode(cursor.removeprefix("_f_")))
        except ValueError as error:
            words = "CQL was parsed but the search manager was unable to execute the search. Error message: HTTP/1.1 400 Bad Request"
            raise Refused(400, words, "scale.SSStatusCodeException") from error

    def _rest(self, asking: Asking, limit: int, start: int, end: int) -> str:
        """Of all that was asked the next part keeps the query alone."""
        if not self.is_cloud:
            return urlencode({**asking.query, "limit": limit, "start": end})
        cursor = "_f_" + base64.urlsafe_b64encode(str(end).encode()).decode()
        return urlencode({"next": "true", "cursor": cursor, "limit": limit, "start": start, "cql": asking.query["cql"]})

    def _search(self, asking: Asking) -> Answer:
        return self._found(asking, True, lambda one: self._hit(asking, one))

    def _hit(self, asking: Asking, one: Content) -> dict[str, Any]:
        content = self.shown(asking, one, prefix="content.")
        place = f"/spaces/{one.space.key}" if self.is_cloud else f"/display/{one.space.key}"
        excerpt = "" if asking.query.get("excerpt") == "none" else storage.words(one.latest.body).strip()
        told = {"content": content, "title": one.title, "excerpt": excerpt, "url": content["_links"]["webui"]}
        told["resultGlobalContainer"] = {"title": one.space.name, "displayUrl": place}
        look = {"breadcrumbs": [], "entityType": "content", "iconCssClass": f"aui-icon content-type-{one.kind}", "score": 0.0}
        return told | look | {"lastModified": self.moment(one.latest.when), "friendlyLastModified": "just a moment ago"}

    def _content_search(self, asking: Asking) -> Answer:
        return self._found(asking, not self.is_cloud, lambda one: self.shown(asking, one))
