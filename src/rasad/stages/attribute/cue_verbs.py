"""A cue verb makes a speech when it tells that somebody spoke and what: not when they did not, or will.

Its speaker is its subject or whoever has the floor; what an outlet tells of somebody else's words is theirs.
"""

from rasad.stages.attribute.addressees import addressees
from rasad.stages.attribute.cue_clauses import CueClause
from rasad.stages.attribute.floor import Floor
from rasad.stages.attribute.nesting import nested
from rasad.stages.attribute.rules import Rules, outlet
from rasad.stages.attribute.said import Stretch, Words
from rasad.stages.attribute.speakers import head, source, speaker_of, stranger
from rasad.stages.attribute.speech import Speech
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_NAMED, _LONG = 2, 4  # words of a name of somebody unknown: at least, at most
_PERSONS = frozenset({"person", "office", "role"})
_SHOWN = frozenset({"show"})  # told inside somebody's words, a deed that shows something
# views held, said only when told
_HELD = frozenset({"opine", "claim", "ask", "call", "promise", "show", "point", "feeling"})


class CueVerbs:
    """Finds the speeches that cue verbs report."""

    def __init__(self, rules: Rules, floor: Floor, words: Words) -> None:
        self.rules, self.floor, self.words = rules, floor, words

    def find(self, reading: Reading, cue: CueClause) -> None:
        """The speech that the cue reports, if it reports one, is in the floor."""
        host = self.floor.host(reading.sentence.starts[cue.first])
        inside = nested(self.floor, reading, cue, host, self.rules.grammar["but"])
        if host is not None and not inside and self._others(reading, cue, host):
            return
        speaker = self._speaker(reading, cue, host if not inside else None)
        said = self.words.of(reading, cue) if speaker is not None else None
        if speaker is None or said is None:
            return
        verb = cue.clause.verb
        if inside and verb is not None and cue.notes <= (_HELD if verb.tense == "present" else _SHOWN):
            return
        self._add(reading, cue, speaker, said, host if inside else None)
        if outlet(speaker):
            self._cite(reading, cue, said)

    @staticmethod
    def _others(reading: Reading, cue: CueClause, host: Speech) -> bool:
        """Whether people nobody names say it, in the words of one person: «X: … گفتند …»."""
        verb, speaker = cue.clause.verb, host.speaker
        before = reading.clauses[cue.clause.after].verb if cue.clause.after >= 0 else None
        silent = reading.roles[cue.clause.number].subject is None and (before is None or not before.plural)
        return (silent and host.open and verb is not None and verb.plural and not speaker.plural
                and speaker.kind in _PERSONS)

    def _add(self, reading: Reading, cue: CueClause, speaker: Mention, said: Stretch, host: Speech | None) -> None:
        sentence, verb = reading.sentence, cue.clause.verb
        if host is None:
            words = cue.clause.words
            parted = bool(words) and sentence.keys[words[0]] in self.rules.grammar["but"]
            self.floor.interrupt(sentence.starts[words[0] if parted else max(cue.clause.first, 0)])
        elif said.start < host.end < said.end:
            said = said._replace(end=host.end)  # what is told inside somebody's words ends with them
        to = addressees(cue, reading, speaker, self.rules) or self._going_on(reading, cue)
        self.floor.told(Speech(speaker, (sentence.starts[cue.first], sentence.ends[cue.last]), said.start, said.end,
                               said.form, sentence.number, cue.clause.number, to,
                               said.open, "verb", cue.notes))
        if host is None:
            self.floor.last = speaker
            if verb is not None and not verb.plural:
                self.floor.heard(speaker)

    def _cite(self, reading: Reading, cue: CueClause, said: Stretch) -> None:
        """What an outlet tells of somebody unnamed both say; they have the floor."""
        cited = source(reading, _beginning(reading, cue), cue.first, self.rules)
        if cited is None or not cited.unnamed:
            return
        span = (reading.sentence.starts[cited.first], reading.sentence.ends[cited.last])
        self.floor.add(Speech(cited.mention, span, said.start, said.end, said.form, reading.sentence.number,
                              cue.clause.number, how="before-speaker"))
        self.floor.last = cited.mention

    def _going_on(self, reading: Reading, cue: CueClause) -> list[Mention]:
        """The addressees of the cue that this one goes on from without a subject of its own: «به X گفت … و افزود»."""
        before = self.floor.speeches[-1] if self.floor.speeches else None
        own = reading.roles[cue.clause.number].subject is not None
        return before.to if before is not None and not own and before.sentence == reading.sentence.number else []

    def _speaker(self, reading: Reading, cue: CueClause, beside: Speech | None) -> Mention | None:
        """Who speaks; beside the words of an earlier speech, its speaker goes on."""
        last = self.floor.person if _pronoun(reading, cue) else self.floor.last
        if beside is not None and not (_pronoun(reading, cue) and beside.speaker.sector == "MED"):
            last = beside.speaker  # a journalist tells of others: «او گفت»
        if self._reported(reading, cue):
            return self.floor.outlet
        speaker = speaker_of(cue, reading, last, self.rules.grammar)
        framed = self._framing(reading, cue, speaker)
        if framed is not None:
            return framed
        if speaker is not None and self._spoken_of(reading, cue, speaker):
            speaker = self._before_quotation(reading, cue, speaker) or last
        if speaker is not None and outlet(speaker):
            cited = source(reading, _beginning(reading, cue), cue.first, self.rules)
            speaker = cited.mention if cited is not None and not cited.unnamed else speaker
        if speaker is None:
            return None
        self._name(reading, cue, speaker)
        return self._introduced(reading, speaker)

    def _name(self, reading: Reading, cue: CueClause, speaker: Mention) -> None:
        """An office right after an unknown name and a comma at the head of the clause has that name: «X، رئیس …»."""
        chunks = reading.roles[cue.clause.number].chunks
        if speaker.kind not in {"office", "role"} or speaker.label is not None or len(chunks) < _NAMED or (
                speaker.sentence != reading.sentence.number or speaker.plural):
            return
        name, office = chunks[0], chunks[1]
        beside = office.comma and speaker in office.mentions and name.last == office.first - _NAMED
        found = stranger(reading, name, self.rules.grammar) if beside and not name.slot and not name.mentions else None
        if found is not None and _NAMED <= found.last - found.first + 1 <= _LONG and found.last == name.last:
            speaker.label = (found.first, found.last)
            self.floor.introduced[reading.sentence.keys[found.last]] = speaker

    def _framing(self, reading: Reading, cue: CueClause, speaker: Mention | None) -> Mention | None:
        """Whoever said it «با بیان اینکه …», where the speaker found is only named in the words that follow that."""
        if speaker is None or speaker.sentence != reading.sentence.number:
            return None
        at = reading.sentence.starts[speaker.first]
        before = reading.sentence.starts[cue.first]
        return next((s.speaker for s in self.floor.speeches if s.how == "before-content" and s.holds(at)
                     and s.sentence == speaker.sentence and s.end <= before), None)

    def _spoken_of(self, reading: Reading, cue: CueClause, speaker: Mention) -> bool:
        """Whether the speaker found is only named in a quotation, with verbs of its own, that closes before the cue."""
        if speaker.sentence != reading.sentence.number:
            return False
        starts = reading.sentence.starts
        span = self.floor.quotations.around(starts[speaker.first])
        if span is None or span[1] > starts[cue.first]:
            return False
        return any(span[0] < starts[v.first] < span[1] for v in reading.verbs)

    def _before_quotation(self, reading: Reading, cue: CueClause, speaker: Mention) -> Mention | None:
        """The first person named before the quotation that the speaker found stands in."""
        around, starts = self.floor.quotations.around, reading.sentence.starts
        early = (m for m in reading.mentions if m.first < min(speaker.first, cue.first) and not m.bare and m.code)
        return next((m for m in early if m.kind in _PERSONS and around(starts[m.first]) is None), None)

    def _reported(self, reading: Reading, cue: CueClause) -> bool:
        """Whether a report pointed at tells: «این گزارش می‌افزاید», «در این مقاله آمده است»."""
        keys, roles = reading.sentence.keys, reading.roles[cue.clause.number]
        silent = "text" in cue.notes or roles.subject is None
        chunks = [c for c in roles.chunks if c is roles.subject or (silent and c.slot == "in")]
        return any(c.last > c.first and keys[c.first] in self.rules.grammar["demonstrative"]
                   and keys[c.first + 1] in self.rules.grammar["report"] for c in chunks)

    def _introduced(self, reading: Reading, speaker: Mention) -> Mention:
        """A bare new name right after an office without a name («وزیر … گفت. محمد … افزود») is who holds the office."""
        if speaker.code or speaker.label is None or speaker.sentence != reading.sentence.number:
            return speaker
        name, last = reading.sentence.keys[speaker.label[1]], self.floor.last
        fresh = last is not None and last.label is None and last.kind in {"office", "role"} and not last.plural
        office = self.floor.introduced.get(name) or (last if fresh else None)
        if office is not None:
            self.floor.introduced[name] = office
            speaker.code, speaker.sector, speaker.title = office.code, office.sector, office.title
        return speaker


def _beginning(reading: Reading, cue: CueClause) -> int:
    """The first word of the clause that the cue's own clause goes on from."""
    clause = cue.clause
    while clause.after >= 0:
        clause = reading.clauses[clause.after]
    return min(clause.first, cue.clause.first)


def _pronoun(reading: Reading, cue: CueClause) -> bool:
    """Whether the subject is a person by its pronoun."""
    mention = head(reading.roles[cue.clause.number].subject)
    return mention is not None and mention.id == "pronoun-one"
