"""The storage format: what is well formed, what a site makes of it, and what people see of it."""

import re
import uuid
from html.entities import name2codepoint
from xml.parsers import expat

from .world import Refused

ENTITIES = "".join(f'<!ENTITY {name} "&#{code};">' for name, code in name2codepoint.items() if name not in ("lt", "amp"))
HEAD = f"<!DOCTYPE x [{ENTITIES}]><x xmlns:ac='ac' xmlns:ri='ri'>"


def stored(value: str, representation: str) -> str:
    """What is kept of a body that is sent, if it can be read."""
    text = from_wiki(value) if representation == "wiki" else value
    try:
        expat.ParserCreate().Parse(f"{HEAD}{text}</x>", True)
    except expat.ExpatError as error:
        words = f"Error parsing xhtml: {expat.ErrorString(error.code)}\n at [row,col {{unknown-source}}]: [1,{error.offset}]"
        raise Refused(400, words, "BadRequestException") from error
    text = re.sub(r"<(br|hr)/>", r"<\1 />", text)
    return re.sub(r"<ac:structured-macro (?![^>]*ac:macro-id)([^>]*)>", macro, text)


def macro(found: re.Match[str]) -> str:
    return f'<ac:structured-macro {found[1]} ac:schema-version="1" ac:macro-id="{uuid.uuid4()}">'


def from_wiki(text: str) -> str:
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    made = [
        f"<h{part[1]}>{part[3:].strip()}</h{part[1]}>" if re.match(r"h[1-6]\.", part) else f"<p>{part}</p>"
        for part in parts
    ]
    return re.sub(r"\*(\S[^*]*)\*", r"<strong>\1</strong>", "".join(made))


def shown(text: str) -> str:
    """What a page's reader gets."""
    text = re.sub(r'<ac:link><ri:page ri:content-title="([^"]*)" /></ac:link>', r'<a href="/pages/\1">\1</a>', text)
    text = re.sub(r"<!\[CDATA\[(.*?)\]\]>", r"\1", text, flags=re.S)
    text = re.sub(r"<ac:structured-macro[^>]*>", '<div class="macro">', text)
    text = text.replace("</ac:structured-macro>", "</div>")
    return re.sub(r"</?(ac|ri):[^>]*>", "", text)


def words(text: str) -> str:
    return re.sub(r"<[^>]*>", " ", shown(text))
