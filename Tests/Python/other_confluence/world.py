"""What stands on the site, and who may see and change it."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any


class Refused(Exception):
    """An answer other than the one that was asked for; `kind` is the class that Cloud puts before the words."""

    def __init__(self, status: int, words: str, kind: str = "", authorised: bool | None = None) -> None:
        super().__init__(words)
        self.status = status
        self.words = words
        self.kind = kind
        self.authorised = authorised


@dataclass(frozen=True)
class Person:
    name: str
    display: str
    secret: str
    id: str

    @property
    def email(self) -> str:
        return f"{self.name}@elsewhere.example"


@dataclass
class Space:
    id: int
    key: str
    name: str
    viewers: set[str]
    editors: set[str]
    made: datetime
    home: str = ""


@dataclass
class Version:
    number: int
    by: Person
    when: datetime
    title: str
    body: str
    message: str = ""


@dataclass
class Property:
    id: str
    key: str
    value: Any
    number: int
    when: datetime


@dataclass
class Content:
    """A page, comment or attachment; what hangs on a page has that as its `container`."""

    id: str
    kind: str
    space: Space
    parent: "Content | None"
    container: "Content | None"
    versions: list[Version]
    status: str = "current"
    labels: dict[str, str] = field(default_factory=dict)
    properties: dict[str, Property] = field(default_factory=dict)
    restrictions: dict[str, set[str]] = field(default_factory=lambda: {"read": set(), "update": set()})
    data: bytes = b""
    media_type: str = ""
    comment: str = ""

    @property
    def latest(self) -> Version:
        return self.versions[-1]

    @property
    def title(self) -> str:
        return self.latest.title

    @property
    def above(self) -> list["Content"]:
        """From the top of the space down."""
        line: list[Content] = []
        place = self.parent
        while place is not None:
            line.insert(0, place)
            place = place.parent
        return line


class World:
    """Ids and moments differ from one world to the next, as those of sites do."""

    def __init__(self) -> None:
        self._ids = itertools.count(random.randrange(100_000, 900_000))
        self.people: dict[str, Person] = {}
        self.spaces: dict[str, Space] = {}
        self.contents: dict[str, Content] = {}
        self._label_ids: dict[str, str] = {}

    def new_id(self) -> str:
        return str(next(self._ids))

    # People and spaces

    def add_person(self, name: str, display: str, id: str) -> Person:
        person = Person(name, display, f"{name}-secret-of-elsewhere", id)
        self.people[name] = person
        return person

    def add_space(self, key: str, name: str, home: str, by: Person, viewers: set[str], editors: set[str]) -> Space:
        space = Space(int(self.new_id()), key, name, viewers, editors, datetime.now(UTC))
        self.spaces[key] = space
        space.home = self.add("page", space, home, "<p>Home</p>", by).id
        return space

    def seen_spaces(self, person: Person) -> list[Space]:
        return [space for space in self.spaces.values() if person.name in space.viewers]

    # Content

    def add(
        self,
        kind: str,
        space: Space,
        title: str,
        body: str,
        by: Person,
        parent: Content | None = None,
        container: Content | None = None,
    ) -> Content:
        number = self.new_id()
        version = Version(1, by, datetime.now(UTC), title, body)
        content = Content(f"att{number}" if kind == "attachment" else number, kind, space, parent, container, [version])
        self.contents[content.id] = content
        return content

    def change(self, content: Content, by: Person, title: str, body: str, message: str = "") -> None:
        content.versions.append(Version(content.latest.number + 1, by, datetime.now(UTC), title, body, message))

    def trash(self, content: Content) -> None:
        content.status = "trashed"
        for below in self.contents.values():  # what was below moves up
            if below.parent is content:
                below.parent = content.parent

    def purge(self, content: Content) -> None:
        del self.contents[content.id]
        for hanging in [other for other in self.contents.values() if other.container is content]:
            del self.contents[hanging.id]

    def label_id(self, name: str) -> str:
        return self._label_ids.setdefault(name, self.new_id())

    # Who may do what

    def may_see(self, person: Person, content: Content) -> bool:
        if content.container is not None:
            return self.may_see(person, content.container)
        limits = [place.restrictions["read"] for place in [*content.above, content]]
        return person.name in content.space.viewers and all(not names or person.name in names for names in limits)

    def may_change(self, person: Person, content: Content) -> bool:
        names = (content.container or content).restrictions["update"]
        return (
            self.may_see(person, content)
            and person.name in content.space.editors
            and (not names or person.name in names)
        )

    def seen(self, person: Person, *kinds: str) -> Iterator[Content]:
        """Everything current that somebody may see, the oldest first."""
        for content in list(self.contents.values()):
            if content.status == "current" and content.kind in kinds and self.may_see(person, content):
                yield content

    def below(self, person: Person, content: Content, *kinds: str) -> list[Content]:
        """What lies right below a page, or hangs on content."""
        return [one for one in self.seen(person, *kinds) if content in (one.parent, one.container)]

    def title_is_taken(self, space: Space, title: str, but: Content | None = None) -> bool:
        return any(
            other.kind == "page"
            and other.space is space
            and other.status == "current"
            and other.title.casefold() == title.casefold()
            and other is not but
            for other in self.contents.values()
        )
