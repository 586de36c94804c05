"""What comes from outside is shown as text, character for character: no markup of it counts, no sign of it hides.

A sign that would turn the text around it (U+202A to U+202E, U+2066 to U+2069) stands in an element of its own, where
it turns nothing, and is seen there.
"""

import re

from markupsafe import Markup, escape

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NAMES = {0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO", 0x2066: "LRI", 0x2067: "RLI",
          0x2068: "FSI", 0x2069: "PDI"}


def shown(text: str) -> Markup:
    """The text as a page shows it; the text of the element that holds it is the text itself."""
    out, at = Markup(""), 0
    for match in _TURNING.finditer(text):
        name = _NAMES[ord(match[0])]
        sign = Markup('<bdi class="turning" data-name="{}">{}</bdi>').format(name, match[0])
        out += _plain(text[at:match.start()]) + sign
        at = match.end()
    return out + _plain(text[at:])


def flat(text: str, most: int = 0) -> Markup:
    """The text on one line, without signs that turn it, cut at `most` characters."""
    line = straight(text)
    return escape(f"{line[:most].rstrip()}…" if most and len(line) > most else line)


def straight(text: str) -> str:
    """The text on one line, without signs that turn it, for where it is escaped later."""
    return " ".join(_TURNING.sub("", text).split())


def _plain(text: str) -> Markup:
    """The text escaped; a return stays one, which a page would else read as the end of a line."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704 - escaped
