"""REST v2 of Cloud: the table of its addresses, and what is around pages."""

import re
from collections.abc import Callable
from typing import Any

from small_site import Answer

from .asking import Asking, answer, page
from .pages import Pages, moment
from .world import Content, Property, Refused

Route = tuple[str, str, Callable[..., Answer]]
CODES = {400: "INVALID_REQUEST_PARAMETER", 404: "NOT_FOUND", 409: "CONFLICT"}


class SecondVersion(Pages):
    def answer(self, asking: Asking) -> Answer:
        for methods, pattern, handle in self.routes():
            found = re.fullmatch(f"/api/v2/{pattern}", asking.path)
            if found and asking.method in methods.split():
                try:
                    return handle(asking, *found.groups())
                except Refused as refused:
                    error = {"status": refused.status, "code": CODES[refused.status], "title": refused.words, "detail": None}
                    return answer({"errors": [error]}, refused.status)
        return page(404, "Not Found", "The page you were looking for is not here")

    def routes(self) -> list[Route]:
        id = "([^/]+)"
        return [
            ("GET", "spaces", self.spaces),
            ("GET", f"spaces/{id}", self.space),
            ("GET", f"spaces/{id}/pages", self.pages_of_space),
            ("GET", "pages", self.pages),
            ("POST", "pages", self.create),
            ("GET", f"pages/{id}", self.one),
            ("PUT", f"pages/{id}", self.change),
            ("DELETE", f"pages/{id}", self.delete),
            ("GET", f"pages/{id}/children", self.children),
            ("GET", f"pages/{id}/direct-children", self.direct_children),
            ("GET", f"pages/{id}/ancestors", self.ancestors),
            ("GET", f"pages/{id}/labels", self.labels),
            ("GET", f"pages/{id}/versions", self.versions),
            ("GET", f"pages/{id}/operations", self.operations),
            ("GET POST", f"pages/{id}/properties", self.properties),
            ("GET", f"pages/{id}/attachments", self.attachments),
            ("DELETE", f"attachments/{id}", self.delete_hanging),
            ("GET", f"pages/{id}/footer-comments", self.comments),
            ("POST", "footer-comments", self.comment),
            ("PUT", f"footer-comments/{id}", self.change_comment),
            ("DELETE", f"footer-comments/{id}", self.delete_hanging),
            ("GET", f"footer-comments/{id}/children", self.replies),
            ("GET", f"labels/{id}/pages", self.pages_of_label),
        ]

    # What is around a page

    def children(self, asking: Asking, id: str) -> Answer:
        below = asking.world.below(asking.person, self.seen(asking, id), "page")
        shown = [{"id": one.id, "status": one.status, "title": one.title, "spaceId": str(one.space.id), "childPosition": 1} for one in below]
        return self.listed(asking, shown)

    def direct_children(self, asking: Asking, id: str) -> Answer:
        below = asking.world.below(asking.person, self.seen(asking, id), "page")
        shown = [{"id": one.id, "status": one.status, "title": one.title, "type": "page", "childPosition": 1} for one in below]
        return self.listed(asking, shown)

    def ancestors(self, asking: Asking, id: str) -> Answer:
        return self.listed(asking, [{"id": one.id, "type": "page"} for one in self.seen(asking, id).above])

    @staticmethod
    def all_labels(one: Content) -> list[dict[str, str]]:
        return [{"id": id, "name": name, "prefix": "global"} for name, id in one.labels.items()]

    def labels(self, asking: Asking, id: str) -> Answer:
        return self.listed(asking, self.all_labels(self.seen(asking, id)))

    def pages_of_label(self, asking: Asking, id: str) -> Answer:
        pages = [one for one in asking.world.seen(asking.person, "page") if id in one.labels.values()]
        return self.listed(asking, [self.shown(asking, one) for one in pages])

    def versions(self, asking: Asking, id: str) -> Answer:
        return self.listed(asking, [self.version(version) for version in reversed(self.seen(asking, id).versions)])

    def operations(self, asking: Asking, id: str) -> Answer:
        one = self.seen(asking, id)
        acts = ["read", "update", "delete"] if asking.world.may_change(asking.person, one) else ["read"]
        return answer({"operations": [{"operation": act, "targetType": "page"} for act in acts]})

    def properties(self, asking: Asking, id: str) -> Answer:
        if asking.method == "GET":
            one = self.seen(asking, id)
            key = asking.query.get("key")
            return self.listed(asking, [self.shown_property(known) for known in one.properties.values() if key in (None, known.key)])
        one = self.changeable(asking, id)
        sent = asking.json()
        if sent["key"] in one.properties:
            raise Refused(409, f"A property with the key {sent['key']} already exists")
        made = Property(asking.world.new_id(), sent["key"], sent["value"], 1, one.latest.when)
        one.properties[made.key] = made
        return answer(self.shown_property(made))

    @staticmethod
    def shown_property(known: Property) -> dict[str, Any]:
        version = {"number": known.number, "createdAt": moment(known.when), "message": "", "minorEdit": False}
        return {"id": known.id, "key": known.key, "value": known.value, "version": version}

    # What hangs on a page

    def attachments(self, asking: Asking, id: str) -> Answer:
        name = asking.query.get("filename")
        files = [one for one in asking.world.below(asking.person, self.seen(asking, id), "attachment") if name in (None, one.title)]
        return self.listed(asking, [self.file(one) for one in files], usual=50)

    def file(self, one: Content) -> dict[str, Any]:
        page = one.container.id if one.container else ""
        link = f"/rest/api/content/{page}/child/attachment/{one.id}/download"
        kind = {"mediaType": one.media_type, "mediaTypeDescription": "Text File", "fileSize": len(one.data), "fileId": one.id}
        told = {"id": one.id, "status": one.status, "title": one.title, "comment": one.comment, "pageId": page}
        links = {"webuiLink": f"/pages/viewpageattachments.action?pageId={page}", "downloadLink": link, "_links": {"download": link}}
        return told | kind | links | {"createdAt": moment(one.versions[0].when), "version": self.version(one.latest)}

    def delete_hanging(self, asking: Asking, id: str) -> Answer:
        one = asking.content(id, "attachment", "comment")
        if one is None or not asking.world.may_change(asking.person, one):
            raise Refused(404, f"Content with id: [{id}] not found")
        if one.kind == "comment":
            del asking.world.contents[one.id]
        else:
            asking.world.trash(one)
        return answer(status=204)

    def comments(self, asking: Asking, id: str) -> Answer:
        comments = asking.world.below(asking.person, self.seen(asking, id), "comment")
        return self.listed(asking, [self.told(asking, one) for one in comments if one.parent is None])

    def replies(self, asking: Asking, id: str) -> Answer:
        replies = [one for one in asking.world.seen(asking.person, "comment") if one.parent and one.parent.id == id]
        return self.listed(asking, [self.told(asking, one) for one in replies])

    def told(self, asking: Asking, one: Content) -> dict[str, Any]:
        shown = self.shown(asking, one)
        told = {name: shown[name] for name in ("id", "status", "title", "version", "body")}
        place = {"pageId": one.container.id} if one.container else {}
        links = {"webui": f"{shown['_links']['webui']}?focusedCommentId={one.id}"}
        return told | place | ({"parentCommentId": one.parent.id} if one.parent else {}) | {"_links": links}

    def comment(self, asking: Asking) -> Answer:
        sent = asking.json()
        above = asking.content(str(sent["parentCommentId"]), "comment") if sent.get("parentCommentId") else None
        page = above.container if above else asking.content(str(sent.get("pageId")), "page")
        if page is None:
            raise Refused(404, "Not Found")
        made = asking.world.add("comment", page.space, f"Re: {page.title}", self.sent_body(sent), asking.person, above, page)
        return answer(self.told(asking, made), 201)

    def change_comment(self, asking: Asking, id: str) -> Answer:
        one = asking.content(id, "comment")
        if one is None:
            raise Refused(404, f"Content with id: [{id}] not found")
        asking.world.change(one, asking.person, one.title, self.sent_body(asking.json()))
        return answer(self.told(asking, one))
