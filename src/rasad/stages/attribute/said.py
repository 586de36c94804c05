"""What was said runs from its cue to the end of its quotation or sentence, or after a colon of its paragraph.

Words in the first person after a colon are direct like those between marks; where nothing that was said
follows or stands before a cue, there is no speech.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rasad.language.cues import CLAUSE, COMPLEMENT, OBJECT
from rasad.stages.attribute.cue_clauses import CueClause, cue_clauses
from rasad.stages.attribute.floor import Floor
from rasad.stages.attribute.rules import Rules
from rasad.stages.attribute.speech import DIRECT, INDIRECT
from rasad.stages.find.role_records import Chunk, Roles
from rasad.stages.read.clauses import RELATIVE, WHILE
from rasad.stages.reading import Reading

_LINK = 3  # words from the end of one phrase to the next that hangs on it, its preposition between
_SHORT = 8  # own words at most of a cue clause that follows what was said
_QUOTED = 0.6  # share of the words between quote marks that makes them direct
_SAYING = frozenset({"say", "continue", "announce", "write", "explain", "stress", "claim"})
_FACING = frozenset({1, 2})  # grammatical persons in which people talk
_SLOT_NOTES = {  # which manners of saying tell what was said in a noun phrase, by its slot
    OBJECT: frozenset({"deny", "accuse", "ask", "announce", "admit", "stress"}),
    COMPLEMENT: frozenset({"call", "opine"}),
    "from": frozenset({"announce", "reveal", "feeling", "warn", "accuse"}), "on": frozenset({"stress"}),
    "about": frozenset({"warn", "feeling"}), "to": frozenset({"accuse", "point"})}
_OBJECT_TOLD = frozenset({"say", "write", "reveal", "announce", "explain", "promise", "call", "claim", "ask"})


class Stretch(NamedTuple):
    """Offsets of what was said, its form, and whether it runs on to the end of the paragraph."""

    start: int
    end: int
    form: str
    open: bool = False


class Words:
    """Finds what was said with a cue."""

    def __init__(self, rules: Rules, floor: Floor) -> None:
        self.rules, self.floor = rules, floor

    def after_colon(self, reading: Reading, word: int) -> Stretch:
        """The quotation that opens after a colon at `word`, or all to the end of the paragraph."""
        sentence, readings = reading.sentence, self.floor.readings
        if word < len(sentence):
            quotation = self.floor.quotations.opening_at(sentence.starts[word])
            if quotation is not None and not self._a_name(reading, *quotation):
                return self._quoted(*quotation)
            return Stretch(sentence.starts[word], readings[-1].sentence.end, self.form(reading, word), open=True)
        following = next((r for r in readings if r.sentence.number > sentence.number), None)
        if following is None:
            return Stretch(sentence.end, sentence.end, INDIRECT, open=True)
        return self.after_colon(following, 0)

    @staticmethod
    def _a_name(reading: Reading, opening: int, closing: int) -> bool:
        """Whether the marks stand around a name or a few words of a clause that goes on: «تایوان»، … است."""
        starts = reading.sentence.starts
        inside = any(v.finite and opening < starts[v.first] < closing for v in reading.verbs)
        after = [v for v in reading.verbs if v.finite and starts[v.first] > closing]
        return not inside and bool(after) and closing < reading.sentence.end

    def go_on(self, reading: Reading) -> None:
        """The words that were announced by a colon at the end of the paragraph before are those of this one."""
        speech = self.floor.pending
        if speech is not None:
            speech.start, speech.end, speech.form, speech.open = self.after_colon(reading, 0)
            self.floor.open = speech if speech.open else None

    def _quoted(self, opening: int, closing: int) -> Stretch:
        """The quotation; words after it that tell of nobody else's deeds or words go on with it."""
        after, readings = closing + 1, self.floor.readings
        rest = sum(start >= after for r in readings for start in r.sentence.starts)
        told = any(r.sentence.starts[v.first] >= after for r in readings for v in r.verbs)
        whole = not rest or told or rest > 3
        end = closing if whole else readings[-1].sentence.end
        return Stretch(opening + 1, end, DIRECT, open=self.floor.quotations.unclosed)

    def form(self, reading: Reading, word: int) -> str:
        """Direct where «ما» or «شما» is heard from `word` on, up to the paragraph's end or its next cue."""
        for other in self.floor.readings:
            if other.sentence.number < reading.sentence.number:
                continue
            same = other.sentence.number == reading.sentence.number
            if not same and cue_clauses(other, self.rules):
                return INDIRECT
            if self.facing(other, word if same else 0):
                return DIRECT
        return INDIRECT

    def facing(self, reading: Reading, start: int = 0) -> list[int]:
        """Offsets of the words from `start` on that talk in the first or second person outside of quotations."""
        sentence, around = reading.sentence, self.floor.quotations.around
        words = [v.first for v in reading.verbs if v.person in _FACING and v.first >= start]
        words += [i for i in range(start, len(sentence)) if sentence.keys[i] in self.rules.facing]
        return [sentence.starts[i] for i in words if around(sentence.starts[i]) is None]

    def of(self, reading: Reading, cue: CueClause) -> Stretch | None:
        """What was said with a cue verb: after it, in a noun phrase of its clause, or before it."""
        sentence, keys, n = reading.sentence, reading.sentence.keys, len(reading.sentence)
        after, colon, that = self._past_marks(keys, cue.last + 1)
        if colon:
            return self.after_colon(reading, after)
        opened = self.floor.quotations.opening_at(sentence.starts[after]) if after < n else None
        if opened is not None and cue.takes(CLAUSE) and not self._a_name(reading, *opened):
            return self.after_colon(reading, after)
        rest = n - after - (1 if keys[-1] in self.rules.stops else 0)
        slot = self._slot(reading, cue)
        if that and (self._relative(reading, cue) or self._while(reading, cue)):
            return slot
        if cue.clause.kind == WHILE and not that and keys[cue.last + 1:cue.last + 2] and keys[cue.last + 1] in \
                self.rules.commas:
            return slot  # «زمانی که X موافقت کرد، …»: what follows is the clause it hangs on
        if rest >= 2 and (cue.takes(CLAUSE) or that) and self._clause_follows(reading, cue, after, that=that):
            return self._plain(sentence.starts[after], self._end(reading, cue, after))
        if slot is not None:
            return slot
        before = cue.takes(CLAUSE) and cue.clause.first > 2 and rest < 2 and cue.notes & _SAYING
        return self._before(reading, cue) if before else None

    def _end(self, reading: Reading, cue: CueClause, after: int) -> int:
        """Where the sentence ends, or the clause goes on that a saying «در حالی که X گفت …» only comes in beside."""
        outer = reading.clauses[cue.clause.parent] if cue.clause.kind == WHILE and cue.clause.parent >= 0 else None
        told = next((v.last for v in reading.verbs if v.first > after), len(reading.sentence))
        words = outer.words if outer is not None else []
        later = [w for w in words if w > told and reading.sentence.keys[w] not in self.rules.loose]
        if later:
            return reading.sentence.ends[later[0] - 1]
        return self.floor.period(reading, self.rules.grammar["weak-stop"])

    def _plain(self, start: int, end: int) -> Stretch:
        """The words told after «که»: direct where most of them stand between quote marks."""
        quoted = sum(min(b, end) - a for a, b in self.floor.quotations.spans if start <= a < end)
        return Stretch(start, end, DIRECT if quoted > (end - start) * _QUOTED else INDIRECT)

    def _past_marks(self, keys: Sequence[str], after: int) -> tuple[int, bool, bool]:
        """The index past the marks and «که» at `after`, and whether a colon and «که» were among them."""
        colon = that = False
        while after < len(keys) and (keys[after] in self.rules.commas or keys[after] in self.rules.colon
                                     or keys[after] in self.rules.that):
            colon = colon or keys[after] in self.rules.colon
            that = that or keys[after] in self.rules.that
            after += 1
        return after, colon, that

    def _while(self, reading: Reading, cue: CueClause) -> bool:
        """Whether «که» belongs to the time of the saying: «این سخنان را در حالی بیان کرد که …»."""
        keys, noun = reading.sentence.keys, self.rules.grammar["while-noun"]
        return any(keys[i] in noun for i in cue.clause.words if i < cue.first)

    def _relative(self, reading: Reading, cue: CueClause) -> bool:
        """Whether «که» after the cue goes on about its object, «طرحی را مطرح کرد که …», and tells nothing said."""
        keys, roles = reading.sentence.keys, reading.roles[cue.clause.number]
        under = roles.under("from") if cue.takes("from") else []
        chunk = next((c for c in roles.chunks if c.marked), None) or next(iter(under), None)
        if chunk is not None and chunk.marked and cue.takes(COMPLEMENT) and self._called(reading, cue, chunk):
            return True
        if chunk is None or not cue.notes & _OBJECT_TOLD or keys[chunk.first] in self.rules.grammar["demonstrative"]:
            return False
        return not (chunk.mentions and chunk.mentions[0].first == chunk.first and chunk.mentions[0].last == chunk.last)

    @staticmethod
    def _called(reading: Reading, cue: CueClause, chunk: Chunk) -> bool:
        """Whether something is called something between the object and the cue: «X را کشوری … نامید که …»."""
        return chunk.last + 2 < cue.first and chunk.last + 2 < len(reading.sentence)

    def _clause_follows(self, reading: Reading, cue: CueClause, after: int, *, that: bool) -> bool:
        """Whether a clause of its own comes at the word `after`, not only one that goes on at the same level."""
        if not any(v.first > cue.last for v in reading.verbs):
            return False
        if that:
            return True
        going_on = self.rules.joins | self.rules.grammar["but"]
        next_to = {reading.sentence.keys[cue.last + 1], reading.sentence.keys[after]}
        return cue.clause.kind != RELATIVE and next_to.isdisjoint(going_on)

    def _slot(self, reading: Reading, cue: CueClause) -> Stretch | None:
        """What was said as a noun phrase of the cue's clause: «از … خبر داد», «… را محکوم کرد»."""
        roles = reading.roles[cue.clause.number]
        limit = cue.element if cue.element >= 0 else cue.first
        for entry in cue.cues:
            if entry.note not in _SLOT_NOTES.get(entry.content, frozenset()):
                continue
            empty = entry.note in _OBJECT_TOLD and roles.object is not None and self._only_points(reading, roles.object)
            if entry.content == OBJECT and roles.object is not None and not empty and cue.clause.kind != RELATIVE:
                return self._stretch(reading, _opening(reading, roles, roles.object), limit)
            if entry.content == COMPLEMENT and roles.object is not None and roles.object.first < limit:
                return self._stretch(reading, _opening(reading, roles, roles.object), limit)
            own = roles.subject.last if roles.subject is not None and roles.subject.last < limit else -1
            chunks = [c for c in roles.under(entry.content) if c.first > own] or roles.under(entry.content)
            if chunks and chunks[-1].first <= limit:
                return self._stretch(reading, chunks[0].first, limit)
            if chunks and cue.clause.verb is not None and chunks[0].first == limit + 2:  # «خبر از … داد»
                accused = roles.object if entry.note == "accuse" else None
                first = accused.first if accused is not None and accused.first < limit else chunks[0].first
                return self._stretch(reading, first, cue.clause.verb.first)
        after, verb = cue.element + 1, cue.clause.verb
        split = cue.element >= 0 and reading.sentence.keys[cue.element] in self.rules.grammar["complement"]
        return self._stretch(reading, after, verb.first) if split and verb is not None else None

    def _only_points(self, reading: Reading, chunk: Chunk) -> bool:
        """Whether the object is a pronoun alone: «آن را اعلام کرد» tells nothing of what was said."""
        words = [k for k in reading.sentence.keys[chunk.first:chunk.last + 1] if k not in self.rules.grammar["object"]]
        return all(k in self.rules.grammar["pronoun-thing"] for k in words)

    def _stretch(self, reading: Reading, first: int, limit: int) -> Stretch | None:
        """The words from `first` to before `limit`, if there are any."""
        while first < limit and reading.sentence.keys[first] in self.rules.commas:
            first += 1
        if limit <= first:
            return None
        return Stretch(reading.sentence.starts[first], reading.sentence.ends[limit - 1], INDIRECT)

    def _before(self, reading: Reading, cue: CueClause) -> Stretch | None:
        """«…»، X گفت: the quotation or the clause before the cue."""
        sentence, spans = reading.sentence, self.floor.quotations.spans
        at = sentence.starts[cue.clause.first]
        before = [q for q in spans if q[1] <= at and at - q[1] < 4]
        inner = [q for q in spans if at <= q[0] and q[1] <= sentence.starts[cue.first] and q[1] - q[0] > 12]
        for quotations in (before, inner):
            if quotations:
                return Stretch(quotations[-1][0] + 1, quotations[-1][1], DIRECT)
        apart = sentence.keys[cue.clause.first - 1] in self.rules.loose - self.rules.joins
        short = len(cue.clause.words) <= _SHORT and apart
        if short and any(v.last < cue.clause.first for v in reading.verbs):
            return Stretch(sentence.start, sentence.ends[cue.clause.first - 1], INDIRECT)
        return None


def _opening(reading: Reading, roles: Roles, told: Chunk) -> int:
    """Where the noun phrase begins that the object ends, with all that hangs on its head: «توسعه راه‌ها در شهر را»."""
    times = {i for time in reading.times for i in range(time.first, time.last + 1)}
    first, after = told.first, told
    for chunk in reversed(roles.chunks[:roles.chunks.index(told)] if told in roles.chunks else []):
        if chunk is roles.subject or chunk.first in times or after.comma or after.first - chunk.last > _LINK:
            break
        after = chunk
        first = first if chunk.slot else chunk.first
    return first
