"""Spaces and pages of REST v2, and how its lists go on."""

import base64
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from small_site import Answer

from . import storage
from .asking import Asking, answer
from .world import Content, Refused, Space, Version


class Pages:
    def __init__(self, base: str) -> None:
        self.base = base

    # Lists

    def listed(self, asking: Asking, all: Sequence[Any], usual: int = 25) -> Answer:
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

    def spaces(self, asking: Asking) -> Answer:
        keys = asking.query.get("keys")
        spaces = asking.world.seen_spaces(asking.person)
        if keys is not None:
            wanted = keys.casefold().split(",")
            spaces = [space for space in spaces if space.key.casefold() in wanted]
        return self.listed(asking, [self.shown_space(asking, space) for space in spaces])

    def seen_space(self, asking: Asking, id: str) -> Space:
        for space in asking.world.seen_spaces(asking.person):
            if str(space.id) == id:
                return space
        raise Refused(404, f"Could not find space with id: [{id}]")

    def space(self, asking: Asking, id: str) -> Answer:
        return answer(self.shown_space(asking, self.seen_space(asking, id)) | {"_links": self.space_links(id)})

    def space_links(self, id: str) -> dict[str, str]:
        return {"webui": f"/spaces/{id}", "base": self.base}

    @staticmethod
    def shown_space(asking: Asking, space: Space) -> dict[str, Any]:
        made = {"authorId": asking.world.people["writer"].id, "createdAt": moment(space.made)}
        kind = {"type": "global", "status": "current", "homepageId": space.home}
        described = {"description": None, "icon": None, "_links": {"webui": f"/spaces/{space.key}"}}
        return {"id": str(space.id), "key": space.key, "name": space.name} | kind | made | described

    # Pages

    def seen(self, asking: Asking, id: str) -> Content:
        one = asking.content(id, "page")
        if one is None:
            raise Refused(404, f"Cannot find a page with id [{id}]")
        return one

    def changeable(self, asking: Asking, id: str) -> Content:
        one = self.seen(asking, id)
        if not asking.world.may_change(asking.person, one):
            raise Refused(404, "Not Found")
        return one

    def pages(self, asking: Asking) -> Answer:
        return self.list_of_pages(asking, asking.query.get("space-id"))

    def pages_of_space(self, asking: Asking, id: str) -> Answer:
        self.seen_space(asking, id)
        return self.list_of_pages(asking, id)

    def list_of_pages(self, asking: Asking, space: str | None) -> Answer:
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
        return self.listed(asking, [self.shown(asking, one) for one in pages])

    def one(self, asking: Asking, id: str) -> Answer:
        one = self.seen(asking, id)
        version = one.latest
        if "version" in asking.query:
            numbered = [known for known in one.versions if str(known.number) == asking.query["version"]]
            if not numbered:
                raise Refused(404, f"Could not find version {asking.query['version']} of page with id [{id}]")
            version = numbered[0]
        shown = self.shown(asking, one, version)
        shown["_links"]["base"] = self.base
        if asking.query.get("include-labels") == "true":
            shown["labels"] = {"results": self.all_labels(one), "meta": {"hasMore": False}}
        if asking.query.get("include-version") == "false":
            del shown["version"]
        return answer(shown)

    def shown(self, asking: Asking, one: Content, version: Version | None = None) -> dict[str, Any]:
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
            "version": self.version(version),
            "body": body,
            "_links": {"webui": webui, "editui": f"/pages/resumedraft.action?draftId={one.id}", "tinyui": f"/x/{one.id}"},
        }

    @staticmethod
    def version(version: Version) -> dict[str, Any]:
        told = {"number": version.number, "message": version.message, "minorEdit": False}
        return told | {"authorId": version.by.id, "createdAt": moment(version.when)}

    def create(self, asking: Asking) -> Answer:
        sent = asking.json()
        spaces = [space for space in asking.world.seen_spaces(asking.person) if str(space.id) == str(sent.get("spaceId"))]
        if "spaceId" not in sent:
            raise Refused(400, "spaceId must not be null")
        if not spaces or asking.person.name not in spaces[0].editors:
            raise Refused(404, "Not Found")
        title = self.sent_title(sent)
        if asking.world.title_is_taken(spaces[0], title):
            words = f"A page already exists with the title {title} in the space with key {spaces[0].key}"
            raise Refused(400, f"A page with this title already exists: {words}")
        parent = self.seen(asking, sent["parentId"]) if sent.get("parentId") else asking.world.contents[spaces[0].home]
        made = asking.world.add("page", spaces[0], title, self.sent_body(sent), asking.person, parent=parent)
        return answer(self.shown(asking, made))

    @staticmethod
    def sent_title(sent: dict[str, Any]) -> str:
        if not sent.get("title"):
            raise Refused(400, "title must not be null when creating current content")
        return str(sent["title"])

    @staticmethod
    def sent_body(sent: dict[str, Any]) -> str:
        body = sent.get("body") or {}
        return storage.stored(body.get("value", ""), body.get("representation", "storage"))

    def change(self, asking: Asking, id: str) -> Answer:
        one = self.changeable(asking, id)
        sent = asking.json()
        number = (sent.get("version") or {}).get("number")
        if number is None:
            raise Refused(400, "version.number must not be null")
        if number != one.latest.number + 1:
            words = "Version must be incremented when updating a page."
            raise Refused(409, f"{words} Current Version: [{one.latest.number}]. Provided version: [{number}]")
        title = self.sent_title(sent)
        if asking.world.title_is_taken(one.space, title, but=one):
            raise Refused(400, "A page with this title already exists")
        if sent.get("parentId"):
            one.parent = self.seen(asking, sent["parentId"])
        asking.world.change(one, asking.person, title, self.sent_body(sent), (sent.get("version") or {}).get("message", ""))
        return answer(self.shown(asking, one))

    def delete(self, asking: Asking, id: str) -> Answer:
        one = self.changeable(asking, id)
        if asking.query.get("purge") == "true":
            if one.status != "trashed":
                raise Refused(400, "Only trashed content can be purged")
            asking.world.purge(one)
        elif one.status == "trashed":
            raise Refused(404, f"Cannot find a page with id [{id}]")
        else:
            asking.world.trash(one)
        return answer(status=204)


def moment(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond // 1000:03}Z"
