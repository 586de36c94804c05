"""Every speech of a report is found by its cue, with its speaker and the stretch that was said.

The report is read paragraph by paragraph, sentence by sentence, cue by cue; what was said runs to
the next cue, the end of its quotation or sentence, or, after a colon, of its paragraph.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from rasad.language.cues import CLAUSE, COMPLEMENT, OBJECT, Cues
from rasad.language.grammar import Grammar
from rasad.stages.attribute.cue_clauses import NO_SPEAKER, CueClause, cue_clauses
from rasad.stages.attribute.quotes import Quotations
from rasad.stages.attribute.speakers import addressees, head, known, speaker_of
from rasad.stages.attribute.speech import DIRECT, INDIRECT, Speech
from rasad.stages.find.actors import Mention
from rasad.stages.read.clauses import CONTENT, MAIN
from rasad.stages.reading import Reading

_SHORT = 8  # own words at most of a cue clause that follows what was said
_HEADING = 16  # words at most before the colon of a heading
_SAYING = frozenset({"say", "continue", "announce", "write", "explain", "stress", "claim"})
_SLOT_NOTES = {  # which manners of saying tell what was said in a noun phrase, by its slot
    OBJECT: frozenset({"deny", "accuse", "ask", "announce", "admit"}), COMPLEMENT: frozenset({"call", "opine"}),
    "from": frozenset({"announce", "reveal", "feeling", "warn", "accuse"}), "on": frozenset({"stress"}),
    "about": frozenset({"warn", "feeling"}), "to": frozenset({"accuse", "point"})}
_HELD = frozenset({"opine", "ask", "call", "promise", "show", "point", "feeling"})  # views held, said only when told
_BODIES = frozenset({"country", "group", "organisation", "institution", "force"})
_DEEDS = frozenset({"praise", "react"})  # kinds of saying that are told as deeds, without what was said
_ADDING = frozenset({"say", "continue", "explain", "stress"})


class Attribution:
    """Finds the speeches of reports in one language."""

    def __init__(self, cues: Cues, grammar: Grammar) -> None:
        self.cues, self.grammar = cues, grammar
        self.colon, self.commas, self.that = grammar["colon"], grammar["comma"], grammar["that"]
        self.quotes = grammar["open-quote"] | grammar["close-quote"]
        self.joins, self.stops = grammar["and"], grammar["stop"]
        self.loose = self.commas | self.quotes | self.stops | self.colon | self.joins
        self.before_starts = cues.before_speaker.starts()
        self.content_starts = cues.before_content.starts()
        self.first_person = grammar["first-many"] | grammar["first-one"]

    def find(self, readings: Sequence[Reading], *, bulleted: bool, posted: bool) -> list[Speech]:
        """The speeches of a report in order; `bulleted` where lines go on with what a heading began.

        `posted` tells a channel's post, where they do so after a heading that stands alone.
        """
        return _Pass(self, bulleted=bulleted, posted=posted).run(readings)


def _outlet(mention: Mention) -> bool:
    """Whether a mention is a news outlet: a credit, not somebody who speaks for themselves."""
    return mention.kind == "media" or (mention.kind == "institution" and mention.sector == "MED")


class _Pass:
    """One pass over one report."""

    def __init__(self, rules: Attribution, *, bulleted: bool, posted: bool) -> None:
        self.rules, self.bulleted, self.posted = rules, bulleted, posted
        self.speeches: list[Speech] = []
        self.last: Mention | None = None
        self.person: Mention | None = None
        self.by_clause: dict[tuple[int, int], Speech] = {}
        self.heading: Mention | None = None
        self.waiting: tuple[Mention, tuple[int, int] | None] | None = None
        self.quotations: Quotations
        self.readings: list[Reading] = []
        self.open: Speech | None = None

    def run(self, readings: Sequence[Reading]) -> list[Speech]:
        for number, (_, group) in enumerate(groupby(readings, key=lambda r: r.sentence.paragraph)):
            self._paragraph(number, list(group))
        return [s for s in self.speeches if s.end > s.start]

    def _paragraph(self, number: int, readings: list[Reading]) -> None:
        self.quotations = Quotations([r.sentence for r in readings], self.rules.grammar)
        self.open = None
        self.readings = readings
        before = len(self.speeches)
        start = self._heading(number, readings)
        for reading in readings:
            self._sentence(reading, start)
        if len(self.speeches) == before and self.waiting is not None:
            self._whole(readings, *self.waiting)
        elif len(self.speeches) == before and self.heading is not None and number > 0 and (
                self.bulleted or readings[0].sentence.keys[0].isdigit()):
            self._whole(readings, self.heading, None)
        self.waiting = self.waiting if len(self.speeches) == before else None
        self._close(readings[-1].sentence.end)

    def _whole(self, readings: list[Reading], speaker: Mention, cue: tuple[int, int] | None) -> None:
        """A paragraph that goes on with what a heading began is a speech of its own."""
        first, last = readings[0].sentence, readings[-1].sentence
        if all(not r.verbs for r in readings) and cue is None:
            return
        self._add(Speech(speaker, cue, first.start, last.end, INDIRECT, first.number, 0, how="heading"))

    # ---- headings: «X: words»

    def _heading(self, number: int, readings: list[Reading]) -> int:
        """Looks for a heading; gives the offset before which no cue is looked for."""
        reading = readings[0]
        keys = reading.sentence.keys
        colon = next((i for i in range(min(len(keys), _HEADING)) if keys[i] in self.rules.colon), -1)
        if colon < 1 or any(v.first < colon and v.finite for v in reading.verbs):
            return 0
        if any(key in self.rules.commas for key in keys[:colon]) and number > 1 and colon > 8:
            return 0
        speaker = next((m for m in reading.mentions if m.last < colon and not m.bare), None)
        speaker = known(speaker, self.last)
        if speaker is None or (speaker.kind == "anaphor" and not speaker.code):
            return 0
        if _outlet(speaker) and not self.bulleted:
            self.heading = None
            return reading.sentence.starts[colon]
        self.heading = speaker
        self.last = speaker
        self._heard(speaker)
        text_left = any(r.sentence.end > reading.sentence.ends[colon] for r in readings)
        if not text_left:
            self.waiting = (speaker, None)
            self.bulleted = self.bulleted or self.posted
            return reading.sentence.ends[colon]
        start, end, form = self._after(readings, reading, colon + 1)
        speech = Speech(speaker, None, start, end, form, reading.sentence.number, 0, how="heading", open=form != DIRECT)
        self._add(speech)
        self.open = speech if speech.open else None
        return reading.sentence.ends[colon]

    def _after(self, readings: Sequence[Reading], reading: Reading, word: int) -> tuple[int, int, str]:
        """What was said after a colon: the quotation that opens there, or all to the end of the paragraph."""
        sentence = reading.sentence
        if word < len(sentence):
            quotation = self.quotations.opening_at(sentence.starts[word])
            if quotation is not None:
                after = quotation[1] + 1
                rest = [s for r in readings for s in r.sentence.starts if s >= after]
                whole = not rest or self._new_cue_after(readings, after)
                return quotation[0] + 1, quotation[1] if whole or len(rest) > 3 else readings[-1].sentence.end, DIRECT
            form = DIRECT if self._first_person(readings, reading, word) else INDIRECT
            return sentence.starts[word], readings[-1].sentence.end, form
        following = next((r for r in readings if r.sentence.number > sentence.number), None)
        if following is None:
            return sentence.end, sentence.end, INDIRECT
        return self._after(readings, following, 0)

    def _new_cue_after(self, readings: Sequence[Reading], offset: int) -> bool:
        return any(r.sentence.starts[v.first] >= offset for r in readings for v in r.verbs)

    def _first_person(self, readings: Sequence[Reading], reading: Reading, word: int) -> bool:
        """Whether the words after a colon speak of «ما» or «من», up to the end of the paragraph or the next cue."""
        number = reading.sentence.number
        for other in readings:
            start = word if other.sentence.number == number else 0
            if other.sentence.number < number:
                continue
            if other.sentence.number > number and cue_clauses(other, self.rules.cues, frozenset()):
                return False
            keys = other.sentence.keys
            if any(v.person == 1 and v.first >= start for v in other.verbs) or any(
                    keys[i] in self.rules.first_person for i in range(start, len(keys))):
                return True
        return False

    # ---- sentences

    def _sentence(self, reading: Reading, start: int) -> None:
        sentence = reading.sentence
        cues = cue_clauses(reading, self.rules.cues, self.rules.grammar["cue-head"])
        self._before_speaker(reading, start, {cue.clause.number for cue in cues})
        self._before_content(reading, start)
        for cue in cues:
            if sentence.starts[cue.last] < start:
                continue
            self._cue(reading, cue)

    def _before_speaker(self, reading: Reading, start: int, cued: set[int]) -> None:
        """«به گفته X، …»: what follows the speaker is what was said."""
        keys, sentence = reading.sentence.keys, reading.sentence
        n, floor = len(keys), 0
        for i in range(n):
            if i < floor or keys[i] not in self.rules.before_starts or sentence.starts[i] < start:
                continue
            found = self.rules.cues.before_speaker.longest(keys, i, n)
            if found is None:
                continue
            stop, cue = found
            floor = stop
            opens = stop < n and (keys[stop] in self.rules.quotes or keys[stop] in self.rules.grammar["count"])
            mention = reading.by_first.get(stop + 1 if opens and stop not in reading.by_first else stop)
            if self._tied(keys, i):
                continue
            if mention is None or cue.note == "nosource" or _outlet(mention):
                continue
            if cue.note == "agency" and reading.clause_at(i).number in cued:
                continue
            speaker = known(mention, self.last)
            if speaker is None:
                continue
            after = mention.last + 1
            while after < n and keys[after] in self.rules.loose:
                after += 1
            first, last = (after, n - 1) if after < n - 1 else (0, i - 1)
            if last <= first:
                continue
            self._interrupt(sentence.starts[i])
            self._add(Speech(speaker, (sentence.starts[i], sentence.ends[stop - 1]), sentence.starts[first],
                             sentence.ends[last], INDIRECT, sentence.number, reading.clause_at(first).number,
                             how="before-speaker"))
            self.last = speaker

    def _tied(self, keys: Sequence[str], i: int) -> bool:
        """Whether the words at `i` end a longer preposition: «در واکنش به اظهارات X» cites nobody's words."""
        slots = self.rules.grammar.slots
        for start in range(max(0, i - 2), i):
            found = slots.longest(keys, start, len(keys))
            if found is not None and found[0] > i:
                return True
        return False

    def _before_content(self, reading: Reading, start: int) -> None:
        """«با بیان اینکه …»: the clauses that follow are what was said, by the subject of the clause around them."""
        keys, sentence = reading.sentence.keys, reading.sentence
        n, floor = len(keys), 0
        for i in range(n):
            if i < floor or keys[i] not in self.rules.content_starts or sentence.starts[i] < start:
                continue
            found = self.rules.cues.before_content.longest(keys, i, n)
            if found is None:
                continue
            stop, cue = found
            floor = stop
            if stop < n and keys[stop] in self.rules.that:
                stop += 1
            elif keys[stop - 1] not in self.rules.grammar["clause-noun"] and keys[stop - 1] not in self.rules.that:
                continue
            if cue.note in {"that", "text", "point-np", "stress-np"} or stop >= n - 1:
                continue
            outer = reading.clause_at(i)
            end = self._resumes(reading, outer.number, stop)
            mention = head(reading.roles[outer.number].subject)
            speaker = known(mention, self.last) if mention else self.last
            if speaker is None:
                continue
            self._interrupt(sentence.starts[i])
            self._add(Speech(speaker, (sentence.starts[i], sentence.ends[stop - 1]), sentence.starts[stop],
                             sentence.ends[end], INDIRECT, sentence.number, reading.clause_at(stop).number,
                             how="before-content"))
            self.last = speaker

    def _resumes(self, reading: Reading, outer: int, stop: int) -> int:
        """Index of the last word before the clause `outer` goes on after words from `stop` on."""
        clause = reading.clauses[outer]
        own = [w for w in clause.words if w >= stop and reading.sentence.keys[w] not in self.rules.loose]
        verb = clause.verb
        if verb is not None and verb.first >= stop:
            own.append(verb.first)
        inner = [c for c in reading.clauses if c.kind == CONTENT and c.first >= stop - 1 and c.parent == outer]
        floor = min((c.verb.last for c in inner if c.verb is not None), default=stop)
        later = [w for w in own if w > floor]
        return min(later) - 1 if later else len(reading.sentence) - 1

    # ---- cue verbs

    def _cue(self, reading: Reading, cue: CueClause) -> None:
        notes = cue.notes
        verb = cue.clause.verb
        assert verb is not None  # noqa: S101 - cue clauses have verbs
        if notes <= NO_SPEAKER or verb.passive:
            return
        unsaid = verb.tense in {"subjunctive", "imperative", "future"} or verb.person != 3
        if unsaid or (verb.negated and "deny" not in notes) or notes <= _DEEDS:
            return
        sentence = reading.sentence
        at = sentence.starts[max(cue.clause.first, 0)]
        host = self._host(sentence.starts[cue.first])
        speaker = self._speaker(reading, cue, host)
        goes_on = notes <= {"continue"} and bool(reading.roles[cue.clause.number].under("to"))
        if speaker is None or goes_on:
            return  # «به واردات ادامه می‌دهند» goes on with a deed
        content = self._content(reading, cue)
        if content is None:
            return
        start, end, form, is_open = content
        inside = self._nested(reading, cue, host)
        if inside and verb.tense == "present" and notes <= _HELD:
            return
        self._interrupt(at, nested=inside)
        if inside and host is not None and start < host.end < end:
            end = host.end  # what is told inside somebody's words ends with them
        speech = Speech(speaker, (sentence.starts[cue.first], sentence.ends[cue.last]), start, end, form,
                        sentence.number, cue.clause.number, addressees(cue, reading, speaker), is_open,
                        "verb", notes)
        self._add(speech)
        self.by_clause[sentence.number, cue.clause.number] = speech
        if is_open:
            self.open = speech
        if not inside:
            self.last = speaker
            if not verb.plural:
                self._heard(speaker)

    def _host(self, offset: int) -> Speech | None:
        """The innermost speech so far that the offset lies in."""
        inside = [s for s in self.speeches if s.holds(offset)]
        return min(inside, key=lambda s: s.end - s.start) if inside else None

    def _speaker(self, reading: Reading, cue: CueClause, host: Speech | None) -> Mention | None:
        last = self.person if self._pronoun(reading, cue) else self.last
        if host is not None and not self._nested(reading, cue, host):
            last = host.speaker
        speaker = speaker_of(cue, reading, last, self.rules.grammar)
        if speaker is not None and _outlet(speaker):
            speaker = self._source(reading, cue) or speaker
        return self._introduced(speaker) if speaker is not None else None

    def _source(self, reading: Reading, cue: CueClause) -> Mention | None:
        """Whom an outlet cites before its verb: «رویترز به نقل از X نوشت»."""
        keys, before = reading.sentence.keys, self.rules.cues.before_speaker
        for i in range(cue.clause.first, cue.first):
            found = before.longest(keys, i, cue.first) if keys[i] in self.rules.before_starts else None
            if found is None or found[1].note in {"nosource", "agency"}:
                continue
            near = (reading.by_first.get(k) for k in range(found[0], min(found[0] + 3, cue.first)))
            source = next((m for m in near if m is not None and not m.bare and not _outlet(m)), None)
            if source is not None and (source.code or source.label):
                return source
        return None

    def _heard(self, speaker: Mention) -> None:
        """A single person who speaks is whom «وی» means from here on."""
        if speaker.kind not in _BODIES and not speaker.plural and not _outlet(speaker):
            self.person = speaker

    def _introduced(self, speaker: Mention) -> Mention:
        """A bare new name after an office without a name («وزیر … گفت. محمد … افزود») is who holds the office."""
        office = self.person
        if speaker.code or speaker.label is None or office is None or office.label is not None:
            return speaker
        if office.kind not in {"office", "role"} or office.plural:
            return speaker
        return replace(speaker, code=office.code, sector=office.sector, title=office.title)

    @staticmethod
    def _pronoun(reading: Reading, cue: CueClause) -> bool:
        """Whether the subject is a person by its pronoun."""
        mention = head(reading.roles[cue.clause.number].subject)
        return mention is not None and mention.id == "pronoun-one"

    def _nested(self, reading: Reading, cue: CueClause, host: Speech | None) -> bool:
        """Whether the cue stands inside the host's words, not beside them."""
        if host is None:
            return False
        at = reading.sentence.starts[cue.first]
        quotation = self.quotations.around(at)
        if quotation is not None and quotation[0] >= host.start - 1:
            return True
        roles = reading.roles[cue.clause.number]
        own = roles.subject if roles.subject is not None and not 0 <= cue.element <= roles.subject.first else None
        if own is None and self._goes_on_inside(reading, cue, host):
            return True
        if own is None and (cue.notes & _ADDING or cue.clause.kind == MAIN):
            return False
        if host.sentence != reading.sentence.number:
            verb = cue.clause.verb
            return cue.clause.kind != MAIN or (host.open and own is not None and verb is not None
                                               and verb.tense == "present")
        return own is not None or cue.clause.kind != MAIN

    def _goes_on_inside(self, reading: Reading, cue: CueClause, host: Speech) -> bool:
        """Whether the clause that the cue goes on from is itself a cue inside the host's words."""
        after = cue.clause.after
        while after >= 0:
            speech = self.by_clause.get((reading.sentence.number, after))
            if speech is not None:
                return speech is not host and speech.cue is not None and speech.cue[0] >= host.start
            after = reading.clauses[after].after
        return False

    def _interrupt(self, offset: int, *, nested: bool = False) -> None:
        """Speeches that run on past the offset end before it, unless what begins there lies inside them."""
        if nested:
            return
        for speech in self.speeches[-6:]:
            if speech.start < offset < speech.end:
                quotation = self.quotations.around(offset)
                if quotation is not None and quotation[0] >= speech.start - 1:
                    continue
                speech.end = offset
        if self.open is not None and self.open.end <= offset:
            self.open = None

    def _close(self, offset: int) -> None:
        for speech in self.speeches:
            speech.end = min(speech.end, max(offset, speech.start)) if speech.open else speech.end
            speech.open = False

    def _add(self, speech: Speech) -> None:
        self.speeches.append(speech)

    # ---- what was said

    def _content(self, reading: Reading, cue: CueClause) -> tuple[int, int, str, bool] | None:
        sentence, clause = reading.sentence, cue.clause
        keys, n = sentence.keys, len(sentence)
        after, colon, that = cue.last + 1, False, False
        while after < n and (keys[after] in self.rules.commas or keys[after] in self.rules.colon
                             or keys[after] in self.rules.that):
            colon = colon or keys[after] in self.rules.colon
            that = that or keys[after] in self.rules.that
            after += 1
        rest = n - after - (1 if keys[-1] in self.rules.stops else 0)
        if after < n and colon:
            start, end, form = self._after(self.readings, reading, after)
            return start, end, form, form != DIRECT or self.quotations.unclosed
        if colon:
            start, end, form = self._after(self.readings, reading, n)
            return start, end, form, True
        if after < n and self.quotations.opening_at(sentence.starts[after]) is not None and cue.takes(CLAUSE):
            start, end, form = self._after(self.readings, reading, after)
            return start, end, form, False
        slot = self._slot_content(reading, cue)
        if rest >= 2 and (cue.takes(CLAUSE) or that) and self._clause_follows(reading, cue, that):
            return sentence.starts[after], sentence.end, INDIRECT, False
        if slot is not None:
            return (*slot, INDIRECT, False)
        first = clause.first
        if cue.takes(CLAUSE) and first > 2 and rest < 2 and cue.notes & _SAYING:
            return self._said_before(reading, cue)
        return None

    def _clause_follows(self, reading: Reading, cue: CueClause, that: bool) -> bool:
        """Whether a clause of its own comes after the cue, not only one that goes on at the same level."""
        keys = reading.sentence.keys
        following = [v for v in reading.verbs if v.first > cue.last]
        if not following:
            return False
        if that:
            return True
        return keys[cue.last + 1] not in self.rules.joins

    def _slot_content(self, reading: Reading, cue: CueClause) -> tuple[int, int] | None:
        """What was said as a noun phrase of the cue's clause: «از … خبر داد», «… را محکوم کرد»."""
        sentence, roles = reading.sentence, reading.roles[cue.clause.number]
        limit = cue.element if cue.element >= 0 else cue.first
        for entry in cue.cues:
            if entry.note not in _SLOT_NOTES.get(entry.content, frozenset()):
                continue
            if entry.content == OBJECT and roles.object is not None:
                return self._stretch(sentence.starts, sentence.ends, roles.object.first, limit)
            if entry.content == COMPLEMENT and roles.object is not None:
                pronoun = roles.object.first == roles.object.last
                first = roles.object.last + 2 if pronoun else roles.object.first
                if first < limit:
                    return sentence.starts[first], sentence.ends[limit - 1]
            chunks = roles.under(entry.content)
            if chunks and chunks[-1].first <= limit:
                return self._stretch(sentence.starts, sentence.ends, chunks[0].first, limit)
        after, verb = cue.element + 1, cue.clause.verb
        if cue.element >= 0 and sentence.keys[cue.element] in self.rules.grammar["complement"] and verb is not None \
                and verb.first > after:
            return sentence.starts[after], sentence.ends[verb.first - 1]
        return None

    @staticmethod
    def _stretch(starts: Sequence[int], ends: Sequence[int], first: int, limit: int) -> tuple[int, int] | None:
        return (starts[first], ends[limit - 1]) if limit - 1 >= first else None

    def _said_before(self, reading: Reading, cue: CueClause) -> tuple[int, int, str, bool] | None:
        """«…»، X گفت: the quotation or the clause before the cue."""
        sentence = reading.sentence
        at = sentence.starts[cue.clause.first]
        before = [q for q in self.quotations.spans if q[1] <= at and at - q[1] < 4]
        if before:
            return before[-1][0] + 1, before[-1][1], DIRECT, False
        inner = [q for q in self.quotations.spans if at <= q[0] and q[1] <= sentence.starts[cue.first]]
        if inner and inner[-1][1] - inner[-1][0] > 12:
            return inner[-1][0] + 1, inner[-1][1], DIRECT, False
        short = len(cue.clause.words) <= _SHORT and sentence.keys[cue.clause.first - 1] in self.rules.loose
        if short and any(v.last < cue.clause.first for v in reading.verbs):
            return sentence.start, sentence.ends[cue.clause.first - 1], INDIRECT, False
        return None
