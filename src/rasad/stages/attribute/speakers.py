"""The speaker of a cue is its subject; without one, or with a pronoun, whoever spoke last."""

from collections.abc import Sequence
from typing import NamedTuple

from rasad.language.cues import CLAUSE, COMPLEMENT, OBJECT, Cue
from rasad.language.fold import fold
from rasad.language.grammar import Grammar
from rasad.stages.attribute.cue_clauses import CueClause
from rasad.stages.attribute.rules import Rules, outlet
from rasad.stages.find.mentions import PRONOUN, Mention
from rasad.stages.find.role_records import Chunk, Roles
from rasad.stages.read.clauses import CONTENT, RELATIVE, THAT, Clause
from rasad.stages.reading import Reading

_PERSONS = frozenset({"person", "office", "role", "anaphor", PRONOUN})
_SPEAKING = frozenset({"organisation", "group", "institution", "force"})  # subjects that no person beside them replaces
_NOBODY_ELSE = frozenset({"pronoun-many", "country", "group", "media"})  # pointing words that mean no last speaker
_LONGEST_NAME = 6
_JOINED = "\u200c"


def speaker_of(cue: CueClause, reading: Reading, last: Mention | None, grammar: Grammar) -> Mention | None:
    """Who speaks in the clause: its subject, the one it hangs on, or the last speaker; None for nobody known."""
    clause = cue.clause
    roles = reading.roles[clause.number]
    subject = roles.subject
    if subject is not None and 0 <= cue.element <= subject.first:
        subject = None
    mention = _named(cue, reading, subject, grammar)
    if mention is None and clause.kind == RELATIVE:
        mention = antecedent(reading, clause.antecedent)
    if mention is None and subject is None and clause.kind == THAT and clause.after < 0 and not _words(reading, clause):
        told = [m for m in reading.mentions if m.last < cue.first and m.code]
        mention = told[-1] if told else None
    if mention is not None and subject is not None and cue.notes <= {"show"} and mention.first > subject.first + 1:
        return None  # «آغاز مذاکرات X نشان داد …»: a deed of theirs shows it
    if mention is None and _text(cue.cues):
        mention = next((m for c in roles.chunks if c.slot in {"in", "to"} for m in c.mentions), None)
    if subject is not None and (mention is None or mention.bare) and last is not None and not outlet(last) and (
            _pointed(reading, subject, grammar) or _told_before(roles, subject, cue)):
        return last  # «این بیانیه می‌افزاید», «این فعال چادی می‌گوید»: whoever spoke in it, whoever spoke
    if mention is None and subject is not None:
        dumb = cue.notes <= {"show", "text"} or _made(reading, cue, grammar)
        return None if dumb else stranger(reading, subject, grammar)
    if mention is None and clause.kind in {THAT, RELATIVE} and clause.after < 0:
        outer = reading.roles[clause.parent].subject if clause.parent >= 0 else None
        if outer is not None and not outer.mentions:
            return None  # «نامه‌ای بود که … را بیان می‌کرد»: a thing tells, nobody speaks
    if mention is None:
        mention = _earlier(reading, clause.number) or last
    return known(mention, last)


def _named(cue: CueClause, reading: Reading, subject: Chunk | None, grammar: Grammar) -> Mention | None:
    """Who is named as speaking: the subject, a person beside a place or a country, or the agent."""
    roles = reading.roles[cue.clause.number]
    mention = _framing(reading, cue.clause, grammar) or head(subject)
    if mention is None and subject is None and cue.takes(CLAUSE):
        mention = _unmarked(roles, cue)
    if mention is None or mention.kind not in _SPEAKING:
        mention = _spoken(roles.chunks, cue) or mention
    if mention is None and subject is not None:
        mention = next((head(c) for c in roles.chunks if not c.slot and not c.marked and c.last < subject.first), None)
    agents = roles.under("agent")
    return head(agents[0]) if mention is None and agents else mention


def _framing(reading: Reading, clause: Clause, grammar: Grammar) -> Mention | None:
    """The subject of the clause without a verb that this one ends: «X با اشاره به اینکه …، گفت»."""
    if clause.kind != CONTENT or clause.parent < 0 or reading.clauses[clause.parent].verb is not None:
        return None
    subject = reading.roles[clause.parent].subject
    return somebody(reading, subject, grammar) if subject is not None else None


def somebody(reading: Reading, subject: Chunk, grammar: Grammar) -> Mention | None:
    """Whoever the subject names, known or not; nobody where it only points back."""
    mention = head(subject)
    if (mention is None or mention.bare) and _pointed(reading, subject, grammar):
        return None
    return mention or stranger(reading, subject, grammar)


def _unmarked(roles: Roles, cue: CueClause) -> Mention | None:
    """Somebody who opens the clause and was taken for an object without «را»."""
    chunk = roles.object
    opens = chunk is not None and not chunk.marked and chunk is next(iter(roles.chunks), None)
    return head(chunk) if opens and not cue.takes(OBJECT) else None


def _words(reading: Reading, clause: Clause) -> list[int]:
    """The own words of a clause that are words at all."""
    return [i for i in clause.words if reading.sentence.keys[i].isalpha()]


def _spoken(chunks: Sequence[Chunk], cue: CueClause) -> Mention | None:
    """The person among several names before the cue: places and countries come in beside the speaker."""
    told = next((c.first for c in chunks if c.marked), cue.first) if cue.takes(COMPLEMENT) else cue.first
    plain = [c for c in chunks if not c.slot and not c.marked and c.mentions and c.first < told
             and (cue.element < 0 or c.first < cue.element)]
    if len(plain) < 2:
        return None
    return next((m for c in plain for m in c.mentions if m.kind in _PERSONS and not m.bare), None)


def _made(reading: Reading, cue: CueClause, grammar: Grammar) -> bool:
    """Whether the cue is a bare participle before the name of who made something: «کتاب X نوشته Y»."""
    verb, keys = cue.clause.verb, reading.sentence.keys
    if verb is None or verb.tense != "perfect" or verb.first != verb.last or cue.notes != {"write"}:
        return False
    after = keys[verb.last + 1] if verb.last + 1 < len(keys) else ""
    return after.isalpha() and after not in grammar["that"] and _JOINED not in reading.sentence.words[verb.last]


def _pointed(reading: Reading, subject: Chunk, grammar: Grammar) -> bool:
    """Whether the subject points at somebody, or a paper, named before."""
    return subject.last > subject.first and reading.sentence.keys[subject.first] in grammar["demonstrative"]


def _told_before(roles: Roles, subject: Chunk, cue: CueClause) -> bool:
    """Whether what was said stands before the supposed subject, as the list that it goes on with."""
    slots = {entry.content for entry in cue.cues}
    return any(c.slot in slots and c.slot and c.last < subject.first for c in roles.chunks)


def stranger(reading: Reading, subject: Chunk, grammar: Grammar) -> Mention | None:
    """A subject that no table knows, as a speaker under the words the report has for them."""
    keys, first, last = reading.sentence.keys, subject.first, subject.last
    bare = grammar["no-speaker"]
    times = {i for t in reading.times for i in range(t.first, t.last + 1)}
    while first <= last and (keys[first] in bare or first in times):
        first += 1
    while last >= first and (keys[last] in bare or last in times):
        last -= 1
    words = keys[first:last + 1]
    if not 0 < len(words) <= _LONGEST_NAME or not all(word.isalpha() for word in words):
        return None
    if words[0] in grammar["action-noun"] or any(word in grammar["document"] for word in words[:2]):
        return None  # a deed, a paper or a picture does not speak for itself
    if fold(reading.sentence.words[first].rpartition(_JOINED)[2]) in grammar["ezafe-ending"]:
        return None  # many of something: «رایزنی‌های لازم»
    return Mention(reading.sentence.number, first, last, "stranger", "", "", "", label=(first, last))


def known(mention: Mention | None, last: Mention | None) -> Mention | None:
    """The mention itself, or the last speaker where it points back: «وی», «این مقام»."""
    if mention is None:
        return None
    state = mention.code != "" and mention.code == mention.id  # «این کشور»
    points = mention.kind == PRONOUN or (mention.kind == "anaphor" and not mention.of and not state)
    if points and last is not None and mention.id not in _NOBODY_ELSE and not outlet(mention):
        return last
    return mention if mention.code or mention.label or mention.kind != PRONOUN else last


class Cited(NamedTuple):
    """Whom an outlet cites, the words of the credit, and whether they stay unnamed: «یک منبع», «منابع آگاه»."""

    mention: Mention
    first: int
    last: int
    unnamed: bool


def source(reading: Reading, first: int, stop: int, rules: Rules) -> Cited | None:
    """Whom an outlet cites in the words from `first` to before `stop`: «رویترز به نقل از X نوشت»."""
    keys, before, grammar = reading.sentence.keys, rules.cues.before_speaker, rules.grammar
    for i in range(first, stop):
        found = before.longest(keys, i, stop) if keys[i] in rules.before_starts else None
        if found is None or found[1].note == "nosource":
            continue
        near = (reading.by_first.get(k) for k in range(found[0], min(found[0] + 3, stop)))
        cited = next((m for m in near if m is not None and not m.bare and not outlet(m)), None)
        if cited is not None and (cited.code or cited.label):
            counted = any(keys[k] in grammar["count"] | grammar["one"] for k in range(found[0], cited.first + 1))
            return Cited(cited, i, found[0] - 1, counted or keys[cited.first] in grammar["source"])
    return None


def head(chunk: Chunk | None) -> Mention | None:
    """The first mention of a chunk that is somebody by itself."""
    if chunk is None:
        return None
    return next((m for m in chunk.mentions if not m.bare), next(iter(chunk.mentions), None))


def antecedent(reading: Reading, word: int) -> Mention | None:
    """The mention that ends at the word before «که»."""
    near = [m for m in reading.mentions if m.last <= word and word - m.last <= 2]
    return near[-1] if near else None


def _earlier(reading: Reading, clause: int) -> Mention | None:
    """The subject of the clause that this one goes on from: «… گفت و افزود»."""
    after = reading.clauses[clause].after
    while after >= 0:
        mention = head(reading.roles[after].subject)
        if mention is not None:
            return mention
        after = reading.clauses[after].after
    return None


def _text(cues: Sequence[Cue]) -> bool:
    return any(cue.note == "text" for cue in cues)


