"""REST v2 of Cloud."""

import base64
import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from drifting_site import Answer

from . import storage
from .asking import Asking, answer, page
from .world import Content, Property, Refused, Space, Version

Route = tuple[str, str, Callable[..., Answer]]
CODES = {400: "INVALID_REQUEST_PARAMETER", 404: "NOT_FOUND", 409: "CONFLICT"}


class SecondVersion:
    def __init__(self, base: str) -> None:
        self.base = base

    def answer(self, asking: Asking) -> Answer:
        for methods, pattern, handle in self._routes():
            found = re.fullmatch(f"/api/v2/{pattern}", asking.path)
            if found and asking.method in methods.split():
                try:
                    return handle(asking, *found.groups())
                except Refused as refused:
                    error = {"status": refused.status, "code": CODES[refused.status], "title": refused.words, "detail": None}
                    return answer({"errors": [error]}, refused.status)
        return page(404, "Not Found", "The page you were looking for is not here")

    def _routes(self) -> list[Route]:
        id = "([^/]+)"
        return [
            ("GET", "spaces", self._spaces),
            ("GET", f"spaces/{id}", self._space),
            ("GET", f"spaces/{id}/pages", self._pages_of_space),
            ("GET", "pages", self._pages),
            ("POST", "pages", self._create),
            ("GET", f"pages/{id}", self._page),
            ("PUT", f"pages/{id}", self._change),
            ("DELETE", f"pages/{id}", self._delete),
            ("GET", f"pages/{id}/children", self._children),
            ("GET", f"pages/{id}/direct-children", self._direct_children),
            ("GET", f"pages/{id}/ancestors", self._ancestors),
            ("GET", f"pages/{id}/labels", self._labels),
            ("GET", f"pages/{id}/versions", self._versions),
            ("GET", f"pages/{id}/operations", self._operations),
            ("GET POST", f"pages/{id}/properties", self._properties),
            ("GET", f"pages/{id}/attachments", self._attachments),
            ("DELETE", f"attachments/{id}", self._delete_hanging),
            ("GET", f"pages/{id}/footer-comments", self._comments),
            ("POST", "footer-comments", self._comment),
            ("PUT", f"footer-comments/{id}", self._change_comment),
            ("DELETE", f"footer-comments/{id}", self._delete_hanging),
            ("GET", f"footer-comments/{id}/children", self._replies),
            ("GET", f"labels/{id}/pages", self._pages_of_label),
        ]

    # Lists

    def _list(self, asking: Asking, all: Sequence[Any], usual: int = 25) -> Answer:
        limit = asking.query.get("limit", str(usual))
        if not re.fullmatch("[0-9]+", limit) or not 1 <= int(limit) <= 250:
            raise Refused(400, f"Provided value {{{limit}}} for 'limit' is not between 1 and 250")
        try:
            start = int(base64.urlsafe_b64decode(asking.query.get("cursor", "MA==")))
        except ValueError as error:
            raise Refused(400, "Provided cursor is not one of this site") from error
        links = {"base": self.base}
        headers = {}
        end = start + int(limit)
        if end < len(all):
            cursor = base64.urlsafe_b64encode(str(end).encode()).decode()
            query = urlencode({**asking.query, "cursor": cursor})
            links["next"] = f"/wiki{asking.path}?{query}"
            headers["Link"] = f'<{links["next"]}>; rel="next", <{links["base"]}>; rel="base"'
        return answer({"results": list(all[start:end]), "_links": links}, headers=headers)

    # Spaces

    def _spaces(self, asking: Asking) -> Answer:
        keys = asking.query.get("keys")
        spaces = asking.world.seen_spaces(asking.person)
        if keys is not None:
            wanted = keys.casefold().split(",")
            spaces = [space for space in spaces if space.key.casefold() in wanted]
        return self._list(asking, [self._shown_space(asking, space) for space in spaces])

    def _seen_space(self, asking: Asking, id: str) -> Space:
        for space in asking.world.seen_spaces(asking.person):
            if str(space.id) == id:
                return space
        raise Refused(404, f"Could not find space with id: [{id}]")

    def _space(self, asking: Asking, id: str) -> Answer:
        return answer(self._shown_space(asking, self._seen_space(asking, id)) | {"_links": self._space_links(id)})

    def _space_links(self, id: str) -> dict[str, str]:
        return {"webui": f"/spaces/{id}", "base": self.base}

    @staticmethod
    def _shown_space(asking: Asking, space: Space) -> dict[str, Any]:
        made = {"authorId": asking.world.people["writer"].id, "createdAt": moment(space.made)}
        kind = {"type": "global", "status": "current", "homepageId": space.home}
        described = {"description": None, "icon": None, "_links": {"webui": f"/spaces/{space.key}"}}
        return {"id": str(space.id), "key": space.key, "name": space.name} | kind | made | described

    # Pages

    def _seen(self, asking: Asking, id: str) -> Content:
        one = asking.content(id, "page")
        if one is None:
            raise Refused(404, f"Cannot find a page with id [{id}]")
        return one

    def _changeable(self, asking: Asking, id: str) -> Content:
        one = self._seen(asking, id)
        if not asking.world.may_change(asking.person, one):
            raise Refused(404, "Not Found")
        return one

    def _pages(self, asking: Asking) -> Answer:
        return self._list_of_pages(asking, asking.query.get("space-id"))

    def _pages_of_space(self, asking: Asking, id: str) -> Answer:
        self._seen_space(asking, id)
        return self._list_of_pages(asking, id)

    def _list_of_pages(self, asking: Asking, space: str | None) -> Answer:
        status = asking.query.get("status", "current")
        if status not in ("current", "archived", "trashed", "deleted"):
            raise Refused(400, f"Provided value {{{status}}} for 'status' is not one of those known")
        title = asking.query.get("title")
        pages = [
            one
            for one in asking.world.contents.values()
            if one.kind == "page"
            and one.status == status
            and asking.world.may_see(asking.person, one)
            and (space is None or str(one.space.id) == space)
            and (title is None or one.title.casefold() == title.casefold())
        ]
        return self._list(asking, [self._shown(asking, one) for one in pages])

    def _page(self, asking: Asking, id: str) -> Answer:
        one = self._seen(asking, id)
        version = one.latest
        if "version" in asking.query:
            numbered = [known for known in one.versions if str(known.number) == asking.query["version"]]
            if not numbered:
                raise Refused(404, f"Could not find version {asking.query['version']} of page with id [{id}]")
            version = numbered[0]
        shown = self._shown(asking, one, version)
        shown["_links"]["base"] = self.base
        if asking.query.get("include-labels") == "true":
            shown["labels"] = {"results": self._all_labels(one), "meta": {"hasMore": False}}
        if asking.query.get("include-version") == "false":
            del shown["version"]
        return answer(shown)

    def _shown(self, asking: Asking, one: Content, version: Version | None = None) -> dict[str, Any]:
        version = version or one.latest
        parent = None if one.status == "trashed" else one.parent
        form = asking.query.get("body-format")
        body: dict[str, Any] = {}
        if form in ("storage", "view"):
            text = version.body if form == "storage" else storage.shown(version.body)
            body = {form: {"representation": form, "value": text}}
        author = one.versions[0].by.id
        webui = f"/spaces/{one.space.key}/pages/{one.id}/{one.title.replace(' ', '+')}"
        return {
            "id": one.id,
            "status": one.status,
            "title": version.title,
            "spaceId": str(one.space.id),
            "parentId": parent and parent.id,
            "parentType": parent and "page",
            "position": None if one.status == "trashed" else 1,
            "authorId": author,
            "ownerId": author,
            "lastOwnerId": None,
            "createdAt": moment(one.versions[0].when),
            "version": self._version(version),
            "body": body,
            "_links": {"webui": webui, "editui": f"/pages/resumedraft.action?draftId={one.id}", "tinyui": f"/x/{one.id}"},
        }

    @staticmethod
    def _version(version: Version) -> dict[str, Any]:
        told = {"number": version.number, "message": version.message, "minorEdit": False}
        return told | {"authorId": version.by.id, "createdAt": moment(version.when)}

    def _create(self, asking: Asking) -> Answer:
        sent = asking.json()
        spaces = [space for space in asking.world.seen_spaces(asking.person) if str(space.id) == str(sent.get("spaceId"))]
        if "spaceId" not in sent:
            raise Refused(400, "spaceId must not be null")
        if not spaces or asking.person.name not in spaces[0].editors:
            raise Refused(404, "Not Found")
        title = self._title(sent)
        if asking.world.title_is_taken(spaces[0], title):
            raise Refused(400, f"A page with this title already exists: A page already exists with the title {title} in the space with key {spaces[0].key}")
        parent = self._seen(asking, sent["parentId"]) if sent.get("parentId") else asking.world.contents[spaces[0].home]
        made = asking.world.add("page", spaces[0], title, self._body(sent), asking.person, parent=parent)
        return answer(self._shown(asking, made))

    @staticmethod
    def _title(sent: dict[str, Any]) -> str:
        if not sent.get("title"):
            raise Refused(400, "title must not be null when creating current content")
        return str(sent["title"])

    @staticmethod
    def _body(sent: dict[str, Any]) -> str:
        body = sent.get("body") or {}
        return storage.stored(body.get("value", ""), body.get("representation", "storage"))

    def _change(self, asking: Asking, id: str) -> Answer:
        one = self._changeable(asking, id)
        sent = asking.json()
        number = (sent.get("version") or {}).get("number")
        if number is None:
            raise Refused(400, "version.number must not be null")
        if number != one.latest.number + 1:
            words = "Version must be incremented when updating a page."
            raise Refused(409, f"{words} Current Version: [{one.latest.number}]. Provided version: [{number}]")
        title = self._title(sent)
        if asking.world.title_is_taken(one.space, title, but=one):
            raise Refused(400, "A page with this title already exists")
        if sent.get("parentId"):
            one.parent = self._seen(asking, sent["parentId"])
        asking.world.change(one, asking.person, title, self._body(sent), (sent.get("version") or {}).get("message", ""))
        return answer(self._shown(asking, one))

    def _delete(self, asking: Asking, id: str) -> Answer:
        one = self._changeable(asking, id)
        if asking.query.get("purge") == "true":
            if one.status != "trashed":
                raise Refused(400, "Only trashed content can be purged")
            asking.world.purge(one)
        elif one.status == "trashed":
            raise Refused(404, f"Cannot find a page with id [{id}]")
        else:
            asking.world.trash(one)
        return answer(status=204)

    # What is around a page

    def _children(self, asking: Asking, id: str) -> Answer:
        below = asking.world.below(asking.person, self._seen(asking, id), "page")
        shown = [{"id": one.id, "status": one.status, "title": one.title, "spaceId": str(one.space.id), "childPosition": 1} for one in below]
        return self._list(asking, shown)

    def _direct_children(self, asking: Asking, id: str) -> Answer:
        below = asking.world.below(asking.person, self._seen(asking, id), "page")
        shown = [{"id": one.id, "status": one.status, "title": one.title, "type": "page", "childPosition": 1} for one in below]
        return self._list(asking, shown)

    def _ancestors(self, asking: Asking, id: str) -> Answer:
        return self._list(asking, [{"id": one.id, "type": "page"} for one in self._seen(asking, id).above])

    @staticmethod
    def _all_labels(one: Content) -> list[dict[str, str]]:
        return [{"id": id, "name": name, "prefix": "global"} for name, id in one.labels.items()]

    def _labels(self, asking: Asking, id: str) -> Answer:
        return self._list(asking, self._all_labels(self._seen(asking, id)))

    def _pages_of_label(self, asking: Asking, id: str) -> Answer:
        pages = [one for one in asking.world.seen(asking.person, "page") if id in one.labels.values()]
        return self._list(asking, [self._shown(asking, one) for one in pages])

    def _versions(self, asking: Asking, id: str) -> Answer:
        return self._list(asking, [self._version(version) for version in reversed(self._seen(asking, id).versions)])

    def _operations(self, asking: Asking, id: str) -> Answer:
        one = self._seen(asking, id)
        acts = ["read", "update", "delete"] if asking.world.may_change(asking.person, one) else ["read"]
        return answer({"operations": [{"operation": act, "targetType": "page"} for act in acts]})

    def _properties(self, asking: Asking, id: str) -> Answer:
        if asking.method == "GET":
            one = self._seen(asking, id)
            key = asking.query.get("key")
            return self._list(asking, [self._property(known) for known in one.properties.values() if key in (None, known.key)])
        one = self._changeable(asking, id)
        sent = asking.json()
        if sent["key"] in one.properties:
            raise Refused(409, f"A property with the key {sent['key']} already exists")
        made = Property(asking.world.new_id(), sent["key"], sent["value"], 1, one.latest.when)
        one.properties[made.key] = made
        return answer(self._property(made))

    @staticmethod
    def _property(known: Property) -> dict[str, Any]:
        version = {"number": known.number, "createdAt": moment(known.when), "message": "", "minorEdit": False}
        return {"id": known.id, "key": known.key, "value": known.value, "version": version}

    # What hangs on a page

    def _attachments(self, asking: Asking, id: str) -> Answer:
        name = asking.query.get("filename")
        files = [one for one in asking.world.below(asking.person, self._seen(asking, id), "attachment") if name in (None, one.title)]
        return self._list(asking, [self._file(one) for one in files], usual=50)

    def _file(self, one: Content) -> dict[str, Any]:
        page = one.container.id if one.container else ""
        link = f"/rest/api/content/{page}/child/attachment/{one.id}/download"
        kind = {"mediaType": one.media_type, "mediaTypeDescription": "Text File", "fileSize": len(one.data), "fileId": one.id}
        told = {"id": one.id, "status": one.status, "title": one.title, "comment": one.comment, "pageId": page}
        links = {"webuiLink": f"/pages/viewpageattachments.action?pageId={page}", "downloadLink": link, "_links": {"download": link}}
        return told | kind | links | {"createdAt": moment(one.versions[0].when), "version": self._version(one.latest)}

    def _delete_hanging(self, asking: Asking, id: str) -> Answer:
        one = asking.content(id, "attachment", "comment")
        if one is None or not asking.world.may_change(asking.person, one):
            raise Refused(404, f"Content with id: [{id}] not found")
        if one.kind == "comment":
            del asking.world.contents[one.id]
        else:
            asking.world.trash(one)
        return answer(status=204)

    def _comments(self, asking: Asking, id: str) -> Answer:
        comments = asking.world.below(asking.person, self._seen(asking, id), "comment")
        return self._list(asking, [self._told(asking, one) for one in comments if one.parent is None])

    def _replies(self, asking: Asking, id: str) -> Answer:
        replies = [one for one in asking.world.seen(asking.person, "comment") if one.parent and one.parent.id == id]
        return self._list(asking, [self._told(asking, one) for one in replies])

    def _told(self, asking: Asking, one: Content) -> dict[str, Any]:
        shown = self._shown(asking, one)
        told = {name: shown[name] for name in ("id", "status", "title", "version", "body")}
        place = {"pageId": one.container.id} if one.container else {}
        links = {"webui": f"{shown['_links']['webui']}?focusedCommentId={one.id}"}
        return told | place | ({"parentCommentId": one.parent.id} if one.parent else {}) | {"_links": links}

    def _comment(self, asking: Asking) -> Answer:
        sent = asking.json()
        above = asking.content(str(sent["parentCommentId"]), "comment") if sent.get("parentCommentId") else None
        page = above.container if above else asking.content(str(sent.get("pageId")), "page")
        if page is None:
            raise Refused(404, "Not Found")
        made = asking.world.add("comment", page.space, f"Re: {page.title}", self._body(sent), asking.person, above, page)
        return answer(self._told(asking, made), 201)

    def _change_comment(self, asking: Asking, id: str) -> Answer:
        one = asking.content(id, "comment")
        if one is None:
            raise Refused(404, f"Content with id: [{id}] not found")
        asking.world.change(one, asking.person, one.title, self._body(asking.json()))
        return answer(self._told(asking, one))


def moment(when: Any) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond // 1000:03}Z"
