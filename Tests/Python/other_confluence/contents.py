"""Pages and comments of REST v1: read, made, changed, moved and deleted."""

from typing import Any

from small_site import Answer

from . import storage
from .asking import Asking, answer
from .envelope import Envelope
from .world import Content, Refused, Space, Version

UNASKED = "history,space,version"
STATES = [{"id": 0, "name": "Rough draft", "color": "#ff7452"}, {"id": 1, "name": "In progress", "color": "#2684ff"}]


class Contents(Envelope):
    # What is shown

    def shown(self, asking: Asking, one: Content, usual: str = "", prefix: str = "") -> dict[str, Any]:
        """Content with what is asked to be expanded; all else is told to be expandable."""
        asked = asking.query.get("expand", usual).split(",")
        wanted = {name.strip().removeprefix(prefix) for name in asked if name.strip().startswith(prefix)}
        address = f"/rest/api/content/{one.id}"
        shown: dict[str, Any] = {"id": one.id, "type": one.kind, "status": one.status, "title": one.title}
        rest = {"container": f"/rest/api/space/{one.space.key}", "operations": "", "restrictions": f"{address}/restriction/byOperation"}
        rest |= {"children": f"{address}/child", "descendants": f"{address}/descendant"}
        parts: dict[str, Any] = {
            "space": lambda: self.space(asking, one.space),
            "version": lambda: self.version(one.latest),
            "history": lambda: self.history(one),
            "ancestors": lambda: [self.shown(asking, above, prefix="-") for above in one.above],
            "body": lambda: self._body(one.latest, wanted),
            "metadata": lambda: self._metadata(one, wanted),
        }
        places = {"space": f"/rest/api/space/{one.space.key}", "history": f"{address}/history"}
        for name, part in parts.items():
            if any(word.split(".")[0] == name for word in wanted):
                shown[name] = part()
            else:
                rest[name] = places.get(name, "")
        if one.kind == "attachment":
            kind = {"mediaType": one.media_type, "fileSize": len(one.data), "comment": one.comment}
            shown |= {"extensions": kind, "metadata": {"mediaType": one.media_type, "comment": one.comment}}
        else:
            shown["extensions"] = {"position": 1}
        shown["_expandable"] = rest
        shown["_links"] = self.links(asking, address) | self._addresses(one)
        return shown

    def _addresses(self, one: Content) -> dict[str, str]:
        if one.kind == "attachment" and one.container is not None:
            download = f"/download/attachments/{one.container.id}/{one.title}?version={one.latest.number}"
            if self.is_cloud:
                download = f"/rest/api/content/{one.container.id}/child/attachment/{one.id}/download"
            return {"webui": f"/pages/viewpageattachments.action?pageId={one.container.id}", "download": download}
        page = one.container or one
        title = page.title.replace(" ", "+")
        webui = f"/spaces/{one.space.key}/pages/{page.id}/{title}" if self.is_cloud else f"/display/{one.space.key}/{title}"
        return {"webui": webui, "edit": f"/pages/resumedraft.action?draftId={page.id}", "tinyui": f"/x/{page.id}"}

    @staticmethod
    def _body(version: Version, wanted: set[str]) -> dict[str, Any]:
        body = {}
        for form in ("storage", "view", "export_view"):
            if any(word == f"body.{form}" or word.startswith(f"body.{form}.") for word in wanted):
                value = version.body if form == "storage" else storage.shown(version.body)
                body[form] = {"value": value, "representation": form, "_expandable": {"content": f"/rest/api/content"}}
        return body

    @staticmethod
    def _metadata(one: Content, wanted: set[str]) -> dict[str, Any]:
        if "metadata.labels" not in wanted:
            return {"_expandable": {"labels": "", "properties": ""}}
        labels = [{"prefix": "global", "name": name, "id": id, "label": name} for name, id in one.labels.items()]
        return {"labels": {"results": labels, "start": 0, "limit": 200, "size": len(labels)}}

    def version(self, version: Version) -> dict[str, Any]:
        told = {"by": self.person(version.by), "when": self.moment(version.when), "number": version.number}
        return told | {"message": version.message, "minorEdit": False, "friendlyWhen": "just a moment ago"}

    def history(self, one: Content) -> dict[str, Any]:
        first = {"createdBy": self.person(one.versions[0].by), "createdDate": self.moment(one.versions[0].when)}
        return {"latest": True} | first | {"lastUpdated": self.version(one.latest), "_expandable": {"contributors": ""}}

    def space(self, asking: Asking, space: Space) -> dict[str, Any]:
        address = f"/rest/api/space/{space.key}"
        told = {"id": space.id, "key": space.key, "name": space.name, "type": "global", "status": "current"}
        rest = {"description": "", "homepage": f"/rest/api/content/{space.home}", "metadata": "", "icon": ""}
        links = self.links(asking, address) | {"webui": f"/spaces/{space.key}" if self.is_cloud else f"/display/{space.key}"}
        return told | {"_expandable": rest, "_links": links}

    # Reading

    def listed(self, asking: Asking) -> Answer:
        kind = asking.query.get("type", "page")
        if kind not in ("page", "blogpost", "comment", "attachment"):
            raise Refused(501 if self.is_cloud else 400, f"No ContentFinder for type {kind}", "NotImplementedServiceException")
        if self.is_cloud and self.number(asking, "start", 0) > 100_000:
            raise Refused(400, "Start is too large", "BadRequestException")
        key, title = asking.query.get("spaceKey"), asking.query.get("title")
        if key is not None and key not in [space.key for space in asking.world.seen_spaces(asking.person)]:
            raise Refused(404, f"No space with key : {key}", "NotFoundException", authorised=False)
        status = asking.query.get("status", "current")
        found = [
            one
            for one in asking.world.contents.values()
            if one.kind == kind
            and status in (one.status, "any")
            and asking.world.may_see(asking.person, one)
            and key in (None, one.space.key)
            and (title is None or one.title == title)
        ]
        return self.list(asking, [self.shown(asking, one) for one in found], most=1000)

    def one(self, asking: Asking, id: str) -> Answer:
        return answer(self.shown(asking, self.seen(asking, id), UNASKED))

    def history_of(self, asking: Asking, id: str) -> Answer:
        one = self.seen(asking, id)
        return answer(self.history(one) | {"_links": self.links(asking)})

    def versions_of(self, asking: Asking, id: str) -> Answer:
        return self.list(asking, [self.version(version) for version in reversed(self.seen(asking, id).versions)])

    def kinds_below(self, asking: Asking, id: str) -> Answer:
        kinds = ("page", "attachment", "comment", "whiteboard", "database", "folder")
        rest = {kind: f"/rest/api/content/{self.seen(asking, id).id}/child/{kind}" for kind in kinds}
        return answer({"_expandable": rest, "_links": self.links(asking)})

    def below(self, asking: Asking, id: str, kind: str) -> Answer:
        below = asking.world.below(asking.person, self.seen(asking, id), kind)
        name = asking.query.get("filename")
        shown = [self.shown(asking, one) for one in below if name in (None, one.title)]
        return self.list(asking, shown, usual=50 if kind == "attachment" else 25)

    def all_below(self, asking: Asking, id: str) -> Answer:
        top = self.seen(asking, id)
        below = [one for one in asking.world.seen(asking.person, "page") if top in one.above]
        return self.list(asking, [self.shown(asking, one) for one in below])

    # Writing

    def create(self, asking: Asking) -> Answer:
        sent = asking.json()
        if sent.get("type") == "comment":
            return self._comment(asking, sent)
        space = asking.world.spaces.get((sent.get("space") or {}).get("key", ""))
        if space is None or asking.person.name not in space.editors:
            raise Refused(403, "Could not create content with type page", "PermissionException", authorised=False)
        title = self._title(asking, sent, space)
        ancestors = sent.get("ancestors") or [{"id": space.home}]
        parent = self.seen(asking, str(ancestors[-1]["id"]))
        made = asking.world.add("page", space, title, self._sent_body(sent), asking.person, parent=parent)
        return answer(self.shown(asking, made, UNASKED))

    def _comment(self, asking: Asking, sent: dict[str, Any]) -> Answer:
        page = self.seen(asking, str(sent["container"]["id"]))
        made = asking.world.add("comment", page.space, f"Re: {page.title}", self._sent_body(sent), asking.person, container=page)
        return answer(self.shown(asking, made, UNASKED))

    @staticmethod
    def _title(asking: Asking, sent: dict[str, Any], space: Space, but: Content | None = None) -> str:
        title = sent.get("title")
        if not title:
            raise Refused(400, "title is required for type page", "BadRequestException")
        if len(title) > 255:
            raise Refused(400, "Title cannot be longer than 255 characters.", "BadRequestException")
        if asking.world.title_is_taken(space, title, but):
            words = "A page with this title already exists: A page already exists with the title"
            raise Refused(400, f"{words} {title} in the space with key {space.key}", "BadRequestException", authorised=False)
        return str(title)

    @staticmethod
    def _sent_body(sent: dict[str, Any]) -> str:
        for form, body in (sent.get("body") or {}).items():
            return storage.stored(body.get("value", ""), body.get("representation", form))
        return ""

    def change(self, asking: Asking, id: str) -> Answer:
        one = self.changeable(asking, id, "update")
        sent = asking.json()
        number = (sent.get("version") or {}).get("number")
        if number is None:
            raise Refused(400, "Must supply an incremented version when updating Content. No version supplied.", "BadRequestException")
        if number != one.latest.number + 1:
            words = f"Version must be incremented on update. Current version is: {one.latest.number}"
            raise Refused(409, words, "ConflictException", authorised=True)
        title = self._title(asking, sent, one.space, one)
        if sent.get("ancestors"):
            one.parent = self.seen(asking, str(sent["ancestors"][-1]["id"]))
        asking.world.change(one, asking.person, title, self._sent_body(sent), sent["version"].get("message", ""))
        return answer(self.shown(asking, one, UNASKED))

    def delete(self, asking: Asking, id: str) -> Answer:
        one = self.changeable(asking, id, "trash")
        if asking.query.get("status") == "trashed":
            if one.status != "trashed":
                raise self.missing(id)
            asking.world.purge(one)
        elif one.kind == "comment":
            del asking.world.contents[one.id]
        else:
            asking.world.trash(one)
        return answer(status=204)

    def move(self, asking: Asking, id: str, position: str, target: str) -> Answer:
        one, goal = self.changeable(asking, id, "update"), self.seen(asking, target)
        one.parent = goal if position == "append" else goal.parent
        return answer({"pageId": one.id})

    # States

    def states(self, asking: Asking, id: str) -> Answer:
        self.seen(asking, id)
        return answer({"spaceContentStates": STATES, "customContentStates": []})

    def set_state(self, asking: Asking, id: str) -> Answer:
        one = self.changeable(asking, id, "update")
        asking.world.change(one, asking.person, one.title, one.latest.body)
        return answer({"contentState": asking.json(), "lastUpdated": self.moment(one.latest.when)})
