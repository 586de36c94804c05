"""Mentions that are one somebody, or share a title or a count, are put together after they are found.

«پسکوف، سخنگوی …» is one somebody; «۴۳ تن از اعضای …» is one party; «وزیران خارجه مصر و اردن» gives both the office.
"""

from collections.abc import Sequence
from dataclasses import replace

from rasad.language.actors import ADJECTIVE, COUNTRY, EPITHET, GOVERNMENT, GROUP, INSTITUTION, PERSON, TITLE
from rasad.language.grammar import Grammar
from rasad.stages.find.mentions import BODIES, Mention

_DASHES = frozenset("-\u2013\u2014\u0640")
_LANDS = frozenset({ADJECTIVE, COUNTRY, GOVERNMENT, EPITHET})
_BRACKETS = frozenset("()[]")
_WHOLES = frozenset({COUNTRY, GROUP, INSTITUTION, "organisation", "force"})  # what a counted part makes a role of
_APART = 3  # marks at most between a name and its title


class Joiner:
    """Puts mentions of one language together."""

    def __init__(self, grammar: Grammar) -> None:
        self.joins, self.listing = grammar["and"], grammar["and"] | grammar["comma"]
        self.counted, self.some = grammar["person-count"], grammar["some"]
        self.forces = grammar["forces"]
        self.of, self.one = grammar["of"], grammar["one-of"]
        self.between = grammar["open-quote"] | grammar["close-quote"] | grammar["comma"] | _BRACKETS

    def join(self, keys: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """The mentions of a sentence, those that belong together made one or given what they share."""
        parts = _dashed(keys, mentions) if not _DASHES.isdisjoint(keys) else mentions
        return self._apposed(keys, self._shared(keys, self._parts(keys, parts)))

    def _parts(self, keys: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """«یکی از …», «۴۳ تن از اعضای …»: the counted word and whoever it is part of are one mention."""
        out: list[Mention] = []
        for mention in mentions:
            at = mention.first - 1
            if at > 0 and keys[at] in self.of and (keys[at - 1] in self.some or keys[at - 1] in self.counted):
                if out and out[-1].last >= at - 1:
                    out.pop()
                kind = "role" if mention.kind in _WHOLES else mention.kind
                mention = replace(mention, first=at - 1, kind=kind, plural=keys[at - 1] not in self.one)  # noqa: PLW2901
            out.append(mention)
        return out

    def _shared(self, keys: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """«وزیران خارجه ایران، عراق و سوریه»: a title in the plural holds for every country joined to the first."""
        out = list(mentions)
        for k, mention in enumerate(out):
            many = mention.plural or mention.kind in {"role", "people"}
            forces = mention.kind == INSTITUTION and keys[mention.first] in self.forces  # «نیروهای X و Y»
            if not (forces or (many and mention.title and mention.sector and mention.code)) or mention.pointing:
                continue
            run = k + 1
            while (run < len(out) and out[run].first == out[run - 1].last + 2 and out[run].kind in {COUNTRY, ADJECTIVE}
                   and keys[out[run].first - 1] in self.listing):
                run += 1
            ends = [j for j in range(k + 1, run) if keys[out[j].first - 1] in self.joins]
            for j in range(k + 1, ends[-1] + 1 if ends else 0):
                whose = out[j].code
                out[j] = replace(out[j], code=whose if whose in BODIES else f"{whose}.{mention.sector}",
                                 sector=mention.sector, kind=mention.kind, bare=False, plural=True)
        return out

    def _apposed(self, keys: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """Mentions with names joined to the titles beside them: «پسکوف، سخنگوی …» is one somebody."""
        out: list[Mention] = []
        for mention in mentions:
            before = out[-1] if out else None
            if before is not None and self._same(keys, before, mention):
                out[-1] = _joined(before, mention)
            else:
                out.append(mention)
        return out

    def _same(self, keys: Sequence[str], a: Mention, b: Mention) -> bool:
        if (a.label is None) == (b.label is None):
            return False
        title = b if a.label else a
        if title.kind not in {"office", "role", TITLE} or title.plural or title.pointing:
            return False
        between = keys[a.last + 1:b.first]
        if any(key not in self.between for key in between):
            return False
        if a.code and b.code and a.code.split(".")[0] != b.code.split(".")[0]:
            return False
        return len(between) <= _APART


def _dashed(keys: Sequence[str], mentions: list[Mention]) -> list[Mention]:
    """«نیروهای آمریکایی-اسرائیلی»: two countries joined by a dash are both meant by the mention of the first."""
    out: list[Mention] = []
    for mention in mentions:
        one = out[-1] if out else None
        country = mention.code.partition(".")[0]
        if (one is not None and one.code and not one.also and mention.kind in _LANDS and mention.first == one.last + 2
                and keys[one.last + 1] in _DASHES and one.code.partition(".")[0] not in {country, ""}):
            also = f"{country}.{one.sector}" if one.sector and country not in BODIES else mention.code
            out[-1] = replace(one, last=mention.last, also=also)
        else:
            out.append(mention)
    return out


def _joined(a: Mention, b: Mention) -> Mention:
    person, title = (a, b) if a.label else (b, a)
    code = person.code or title.code
    if title.code and (not person.code or "." in title.code):
        code = title.code
    return Mention(a.sentence, a.first, b.last, PERSON, person.id or title.id, person.name or title.name, code,
                   code.partition(".")[2], label=person.label, title=title.title)
