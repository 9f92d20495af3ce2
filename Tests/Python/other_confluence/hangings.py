"""What hangs on content in REST v1: files, labels, properties and restrictions."""

import re
from typing import Any

from small_site import Answer

from .asking import Asking, Part, answer
from .contents import Contents
from .world import Content, Property, Refused


class Hangings(Contents):
    # Files

    def upload(self, asking: Asking, id: str) -> Answer:
        page = self._open(asking, id)
        parts = asking.form()
        made = []
        for part in parts:
            if part.file is None:
                continue
            known = next((one for one in asking.world.below(asking.person, page, "attachment") if one.title == part.file), None)
            if known is not None and asking.method == "POST":
                words = f"Cannot add a new attachment with same file name as an existing attachment: {part.file}"
                raise Refused(400, words, "BadRequestException", authorised=True)
            made.append(self._keep(asking, page, known, part, parts))
        shown = [self.shown(asking, one, "version,container") for one in made]
        return answer({"results": shown, "start": 0, "limit": 50, "size": len(shown), "_links": self.links(asking)})

    def new_data(self, asking: Asking, id: str, file: str) -> Answer:
        page = self._open(asking, id)
        known = self.seen(asking, file)
        parts = asking.form()
        part = next(part for part in parts if part.file is not None)
        return answer(self.shown(asking, self._keep(asking, page, known, part, parts), "version,container"))

    def _open(self, asking: Asking, id: str) -> Content:
        if asking.headers.get("x-atlassian-token") not in ("no-check", "nocheck"):
            raise Refused(403, "XSRF check failed")
        return self.changeable(asking, id, "hang")

    def _keep(self, asking: Asking, page: Content, known: Content | None, part: Part, parts: list[Part]) -> Content:
        if known is None:
            known = asking.world.add("attachment", page.space, part.file or "", "", asking.person, container=page)
        else:
            asking.world.change(known, asking.person, known.title, "")
        known.data, known.media_type = part.data, part.type
        # Cloud reads a field without a charset as Latin-1.
        kind = "latin-1" if self.is_cloud else "utf-8"
        known.comment = next((field.data.decode(kind) for field in parts if field.name == "comment"), "")
        return known

    def download(self, asking: Asking, id: str, file: str) -> Answer:
        one = self.seen(asking, file)
        return answer(status=302, headers={"Location": f"https://api.media.atlassian.com/file/{one.id}/binary?token=once"})

    def file(self, asking: Asking, id: str, name: str) -> Answer:
        for one in asking.world.below(asking.person, self.seen(asking, id), "attachment"):
            if one.title == name:
                return Answer(200, {"Content-Type": one.media_type}, one.data)
        raise self.missing(id)

    # Labels

    def labels(self, asking: Asking, id: str) -> Answer:
        one = self.seen(asking, id)
        if self.is_cloud and asking.query.get("limit") == "0":
            raise Refused(400, "java.lang.IllegalArgumentException: null")
        return self._list_of_labels(asking, one)

    def _list_of_labels(self, asking: Asking, one: Content) -> Answer:
        labels = [{"prefix": "global", "name": name, "id": id, "label": name} for name, id in one.labels.items()]
        return self.list(asking, labels, usual=200, most=200)

    def add_labels(self, asking: Asking, id: str) -> Answer:
        one = self.changeable(asking, id, "hang")
        sent = asking.json()
        for label in sent if isinstance(sent, list) else [sent]:
            for name in re.split("[ ,]+", label["name"]) if self.is_cloud else [label["name"]]:
                if ":" in name:
                    raise Refused(400, f"label.contains.invalid.chars: {name}", "BadRequestException")
                if len(name) > 255:
                    raise Refused(400, "label.name.is.too.long", "BadRequestException")
                one.labels[name.lower()] = asking.world.label_id(name.lower())
        return self._list_of_labels(asking, one)

    def remove_label(self, asking: Asking, id: str, name: str | None = None) -> Answer:
        one = self.changeable(asking, id, "hang")
        name = name or asking.query.get("name", "")
        if one.labels.pop(name, None) is None:
            raise Refused(404, f"No label found with name: {name}", "NotFoundException", authorised=False)
        return answer(status=204)

    # Properties

    def properties(self, asking: Asking, id: str) -> Answer:
        return self.list(asking, [self._property(asking, one) for one in self.seen(asking, id).properties.values()])

    def _property(self, asking: Asking, known: Property) -> dict[str, Any]:
        told: dict[str, Any] = {"id": known.id, "key": known.key, "value": known.value}
        version = {"when": self.moment(known.when), "number": known.number, "message": "", "minorEdit": False}
        return told | {"version": version, "_links": self.links(asking), "_expandable": {"content": ""}}

    def property(self, asking: Asking, id: str, key: str) -> Answer:
        one = self.seen(asking, id)
        if key not in one.properties:
            raise Refused(404, f"Property with key '{key}' not found for content id : {id}", "NotFoundException")
        return answer(self._property(asking, one.properties[key]))

    def add_property(self, asking: Asking, id: str) -> Answer:
        one = self.changeable(asking, id, "hang")
        sent = asking.json()
        if sent["key"] in one.properties:
            raise Refused(409, f"Content property with key '{sent['key']}' already exists", "ConflictException")
        one.properties[sent["key"]] = Property(asking.world.new_id(), sent["key"], sent["value"], 1, one.latest.when)
        return answer(self._property(asking, one.properties[sent["key"]]))

    def change_property(self, asking: Asking, id: str, key: str) -> Answer:
        known = self.changeable(asking, id, "hang").properties[key]
        sent = asking.json()
        if sent["version"]["number"] != known.number + 1:
            raise Refused(409, f"Expected version of property is {known.number + 1}", "ConflictException")
        known.value, known.number = sent["value"], known.number + 1
        return answer(self._property(asking, known))

    def remove_property(self, asking: Asking, id: str, key: str) -> Answer:
        del self.changeable(asking, id, "hang").properties[key]
        return answer(status=204)

    # Restrictions

    def restrictions(self, asking: Asking, id: str) -> Answer:
        one = self.seen(asking, id)
        told = {act: self._restriction(asking, act, names) for act, names in one.restrictions.items()}
        return answer(told | {"_links": self.links(asking)})

    def _restriction(self, asking: Asking, act: str, names: set[str]) -> dict[str, Any]:
        people = [self.person(asking.world.people[name]) for name in sorted(names)]
        limits = {"user": people, "group": []}
        lists = {kind: {"results": all, "start": 0, "limit": 100, "size": len(all)} for kind, all in limits.items()}
        return {"operation": act, "restrictions": lists, "_expandable": {"content": ""}, "_links": self.links(asking)}

    def restrict(self, asking: Asking, id: str) -> Answer:
        one = self.changeable(asking, id, "hang")
        for limit in asking.json():
            users = limit["restrictions"].get("user", [])
            keys = {user.get("accountId") or user.get("username") for user in users}
            names = {name for name, one in asking.world.people.items() if keys & {one.id, one.name}}
            one.restrictions[limit["operation"]] = names
        return self.restrictions(asking, id)

    def lift(self, asking: Asking, id: str) -> Answer:
        one = self.changeable(asking, id, "hang")
        one.restrictions = {"read": set(), "update": set()}
        return self.restrictions(asking, id)

    def is_restricted(self, asking: Asking, id: str, act: str) -> Answer:
        one = self.seen(asking, id)
        ids = {asking.world.people[name].id for name in one.restrictions[act]}
        if asking.query.get("accountId") in ids:
            return answer(status=200)
        raise Refused(404, "The user is not restricted", "NotFoundException")

    def may(self, asking: Asking, id: str) -> Answer:
        one, sent = self.seen(asking, id), asking.json()
        person = next(one for one in asking.world.people.values() if one.id == sent["subject"]["identifier"])
        act = asking.world.may_see if sent["operation"] == "read" else asking.world.may_change
        return answer({"hasPermission": act(person, one), "errors": []})
