"""A page's bytes become a tree in which every half-space still stands, as a printable mark until it is taken out.

Whatever reads pages throws away U+200C, which Persian cannot do without. So it is swapped for U+2E31
before a page is read and back afterwards; a page that holds U+2E31 itself is refused.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from lxml import etree, html

from rasad.inputs import InputError
from rasad.inputs.decoding import encoding_of, is_binary

HALF_SPACE: Final = "\u200c"
MARK: Final = "\u2e31"
LOST: Final = "\ufffd"
_SPELT: Final = re.compile(r"\u200c|&zwnj;|&#0*8204(?:;|(?!\d))|&#x0*200c(?:;|(?![0-9a-f]))", re.IGNORECASE)
_MARK_SPELT: Final = re.compile(r"\u2e31|&#0*11825(?!\d)|&#x0*2e31(?![0-9a-f])", re.IGNORECASE)
_CHARSET: Final = re.compile(
    rb"<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_TAG: Final = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"?|'[^']*'?)*+""")
_QUOTED: Final = re.compile(r""""[^"]*"?|'[^']*'?""")
_LONG_TAG, _ATTRIBUTES = 5000, 1000  # characters, and words, that the tag of no page has
_HEAD: Final = 4096
_KNOWN: Final = re.compile(r"utf-?8|utf-?16(?:le|be)?|(?:windows|cp)-?125\d|iso-?8859-?\d\d?|(?:us-)?ascii|latin-?1")
_WESTERN: Final = re.compile(r"(?:windows|cp)-?1252|iso-?8859-?15?|(?:us-)?ascii|latin-?1")
_LEGACY: Final = "windows-1256"
_TORN: Final = 0.01  # of the characters beyond ASCII: a text cut by bytes here and there
_ARABIC: Final = 0.7
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "head"})
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul"})
_BREAK: Final = " \n"


Element: TypeAlias = Any  # an element of lxml, which has no types


@dataclass(frozen=True, slots=True)
class Markup:
    """The text of a page, and whether characters of it were lost before it came."""

    text: str
    torn: bool = False


def markup_of(body: bytes, charset: str = "") -> Markup:
    """The page in the encoding it is in: told by its marks, its letters, its header or itself, in this order."""
    if encoding_of(body) not in {"utf-8", "utf-8-sig"}:
        return Markup(_decoded(body, encoding_of(body)))
    told = [name for name in (charset.lower(), _declared(body)) if _KNOWN.fullmatch(name)]
    wide = next((name for name in told if name.startswith(("utf-16", "utf16"))), "")
    if is_binary(body[:_HEAD]):
        if not wide:
            raise InputError("not a page but binary data", "give a page in HTML")
        return Markup(_decoded(body, wide))
    return _narrow(body.removeprefix(BOM_UTF8), [name for name in told if name != wide])


def _narrow(body: bytes, told: list[str]) -> Markup:
    try:
        return Markup(body.decode("utf-8"))
    except UnicodeDecodeError:
        mended = body.decode("utf-8", "replace")
    beyond = sum(char > "\x7f" for char in mended)
    if mended.count(LOST) <= beyond * _TORN:
        return Markup(mended, torn=True)
    for name in told:
        if not name.startswith("utf") and not (_WESTERN.fullmatch(name) and _reads_as_arabic(body)):
            return Markup(_decoded(body, name))
    if _reads_as_arabic(body):
        return Markup(body.decode(_LEGACY, "replace"))
    raise InputError("its encoding is neither told nor seen", "save the page as UTF-8")


def _decoded(body: bytes, name: str) -> str:
    try:
        return body.decode(name)
    except (UnicodeDecodeError, LookupError):
        raise InputError(f"not {name}, which it says it is", "save the page as UTF-8") from None


def _declared(body: bytes) -> str:
    match = _CHARSET.search(body[:_HEAD])
    return match[1].decode("ascii", "replace").lower() if match else ""


def _reads_as_arabic(body: bytes) -> bool:
    letters = [char for char in body[:1 << 20].decode(_LEGACY, "replace") if char > "\x7f" and char.isalpha()]
    return bool(letters) and sum("\u0600" <= char <= "\u06ff" for char in letters) > _ARABIC * len(letters)


def marked(text: str) -> str:
    """The text with U+2E31 for every half-space, spelt in whatever way; InputError where it holds U+2E31 itself."""
    if _MARK_SPELT.search(text):
        raise InputError("it holds the character U+2E31, which stands in for half-spaces here",
                         "save its text as *.txt and collect that")
    return _SPELT.sub(MARK, text)


def unmarked(text: str) -> str:
    """The text with its half-spaces back."""
    return text.replace(MARK, HALF_SPACE)


def tree_of(text: str) -> Element:
    """The tree of a page, or of a part of one; InputError where there is none, or one made to take hours."""
    long = (tag[0] for tag in _TAG.finditer(text) if len(tag[0]) > _LONG_TAG)
    if any(len(_QUOTED.sub("", tag).split()) > _ATTRIBUTES for tag in long):
        raise InputError("an element with over a thousand attributes", "save its text as *.txt")
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        tree = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise InputError("no HTML in it", "give a page in HTML") from None
    return tree


def words_of(element: Element) -> str:
    """The text of an element as a reader sees it, on one line, with half-spaces."""
    return unmarked(" ".join("".join(_pieces(element)).split()))


def lines_of(element: Element) -> str:
    """The text of an element as a reader sees it, a line break where the page has one, with half-spaces."""
    text = "".join(piece if piece != _BREAK else "\0" for piece in _pieces(element))
    lines = (" ".join(line.split()) for line in text.split("\0"))
    return unmarked("\n".join(line for line in lines if line))


def _pieces(element: Element) -> Iterator[str]:
    unseen = 0
    for event, part in etree.iterwalk(element, events=("start", "end", "comment")):
        if event == "comment":
            yield "" if unseen else part.tail or ""
            continue
        breaks = part.tag in BLOCKS
        if event == "start":
            unseen += part.tag in _UNSEEN
            yield _BREAK if breaks else ""
            yield "" if unseen else part.text or ""
            continue
        unseen -= part.tag in _UNSEEN
        yield _BREAK if breaks else ""
        yield "" if unseen or part is element else part.tail or ""
