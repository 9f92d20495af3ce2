"""As much of CQL as clients send, with the refusals that were seen of it."""

import re
from collections.abc import Callable

from . import storage
from .world import Content, Person, Refused, World

TOKEN = re.compile(r"""\s*("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|!=|!~|[=~(),]|[^\s=~!(),]+)""")
FIELDS = ("type", "space", "title", "text", "sitesearch", "id", "content", "label", "ancestor", "parent", "creator")
TYPES = ("space", "user", "page", "blogpost", "comment", "attachment", "database", "whiteboard", "slide", "embed", "folder")
Test = Callable[[Content], bool]


class Query:
    """A query as somebody asks it; `holds` tells what it finds."""

    def __init__(self, text: str, person: Person, world: World, is_cloud: bool) -> None:
        self.text = text
        self.person = person
        self.world = world
        self.is_cloud = is_cloud
        self.tokens = self._split()
        self.place = 0
        self.clauses: list[tuple[str, Test]] = []
        test = self._any()
        if self._is("order"):
            self.place += 2
            while self.place < len(self.tokens) and self.tokens[self.place].lower() not in ("asc", "desc"):
                self.place += 1
            self.place += self.place < len(self.tokens)
        if self.place < len(self.tokens):
            raise self._unreadable()
        if len(self.clauses) == 3 and is_cloud and self.clauses[1][0] == "sitesearch":
            first, last = self.clauses[0][1], self.clauses[2][1]
            self.holds: Test = lambda one: first(one) and last(one)
        else:
            self.holds = test

    def _split(self) -> list[str]:
        tokens, place = [], 0
        while self.text[place:].strip():
            found = TOKEN.match(self.text, place)
            if found is None:
                raise self._unreadable()
            tokens.append(found[1])
            place = found.end()
        return tokens

    def _unreadable(self) -> Refused:
        return Refused(400, f"Could not parse cql : {self.text}", "BadRequestException", authorised=True)

    def _is(self, *words: str) -> bool:
        return self.place < len(self.tokens) and self.tokens[self.place].lower() in words

    def _next(self) -> str:
        if self.place >= len(self.tokens):
            raise self._unreadable()
        self.place += 1
        return self.tokens[self.place - 1]

    def _any(self) -> Test:
        tests = [self._all()]
        while self._is("or"):
            self.place += 1
            tests.append(self._all())
        return lambda one: any(test(one) for test in tests)

    def _all(self) -> Test:
        tests = [self._one()]
        while self._is("and"):
            self.place += 1
            tests.append(self._one())
        return lambda one: all(test(one) for test in tests)

    def _one(self) -> Test:
        if self._is("not"):
            self.place += 1
            test = self._one()
            return lambda one: not test(one)
        if self._is("("):
            self.place += 1
            test = self._any()
            if self._next() != ")":
                raise self._unreadable()
            return test
        return self._clause()

    def _clause(self) -> Test:
        field = self._next().lower()
        operator = self._next().lower()
        if operator not in ("=", "!=", "~", "!~", "in"):
            raise self._unreadable()
        if operator == "in":
            values = self._list()
        else:
            values = [self._value()]
        if field not in FIELDS:
            raise self._unknown(field)
        test = self._test(field, operator, values)
        self.clauses.append((field, test))
        return test if not operator.startswith("!") else lambda one: not test(one)

    def _unknown(self, field: str) -> Refused:
        words = (
            f"No field exists with the name: '{field}'\nDid you mean one of : space, subtype, space.key"
            if self.is_cloud
            else f"Unsupported CQL field '{field}' for this resource"
        )
        return Refused(400, words, "BadRequestException", authorised=True)

    def _list(self) -> list[str]:
        if self._next() != "(":
            raise self._unreadable()
        values = [self._value()]
        while self._is(","):
            self.place += 1
            values.append(self._value())
        if self._next() != ")":
            raise self._unreadable()
        return values

    def _value(self) -> str:
        token = self._next()
        if token in ("=", "~", "!=", "!~", "(", ")", ","):
            raise self._unreadable()
        if token.lower() == "currentuser" and self._is("("):
            self.place += 2
            return self.person.name
        return re.sub(r"\\(.)", r"\1", token[1:-1]) if token[0] in "\"'" else token

    def _test(self, field: str, operator: str, values: list[str]) -> Test:
        folded = {value.casefold() for value in values}
        match field:
            case "type":
                for value in values:
                    if value.lower() not in TYPES:
                        known = ", ".join(TYPES)
                        words = f"Unsupported value for type, got : {value}, expected one of : [{known}]"
                        raise Refused(400, words, "BadRequestException", authorised=True)
                return lambda one: one.kind in folded
            case "space":
                return lambda one: one.space.key.casefold() in folded
            case "id" | "content":
                return lambda one: one.id in values
            case "label":
                return lambda one: not folded.isdisjoint(one.labels)
            case "ancestor":
                return lambda one: any(above.id in values for above in one.above)
            case "parent":
                return lambda one: one.parent is not None and one.parent.id in values
            case "creator":
                return lambda one: one.versions[0].by.name in values
            case "title" if operator in ("=", "!=", "in"):
                return lambda one: one.title.casefold() in folded
        if field == "sitesearch" and not values[0] and self.is_cloud:
            raise Refused(500, "java.lang.NullPointerException: query parameter is required.")
        sought = re.findall(r"\w+", values[0].casefold())
        if field == "title":
            return lambda one: all(word in one.title.casefold() for word in sought)
        return lambda one: all(
            word in f"{one.title} {storage.words(one.latest.body)}".casefold() for word in sought
        )

    def found(self) -> list[Content]:
        kinds = ("page", "comment", "attachment")
        return [one for one in self.world.seen(self.person, *kinds) if self.holds(one)]
