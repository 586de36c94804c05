"""Where somebody spoke is told by words that stand free or hang on a meeting or speech, never by what was spoken of.

In «در بغداد از X خواست» and «در سخنانی در بغداد …» it is Baghdad; in «جنایت‌ها در غزه را محکوم کرد» it is nowhere.
"""

from rasad.language.grammar import Grammar
from rasad.stages.code.drafts import PlaceName
from rasad.stages.reading import Reading

_TOPIC = frozenset({"about", "for", "to", "cause", "from"})  # slots under which words are about something
_PHRASE = 3  # words of a preposition at most
_REACH = 14  # words from a meeting to where it was


def spoken_in(reading: Reading, place: PlaceName, grammar: Grammar) -> bool:
    """Whether the place is told as where somebody spoke or met, by the words before it."""
    start = _led(reading, place.first, grammar)
    if start < 0:
        return False
    return _met(reading, start, grammar) or (place.place is not None and _free(reading, start, grammar))


def credited(reading: Reading, place: PlaceName, grammar: Grammar) -> bool:
    """Whether the place is where an agency writes from: «به گزارش X از Y», «خبرنگار X در Y», «Y - X: …»."""
    keys = reading.sentence.keys
    if not place.first:
        after = place.last + 1
        return after < len(keys) and not keys[after][:1].isalnum() and any(
            m.kind == "media" and m.first == after + 1 for m in reading.mentions)
    joint = keys[place.first - 1]
    if joint not in grammar["of"] and grammar.slots.get(joint) != "in":
        return False
    return any(m.kind == "media" and m.last == place.first - 2 for m in reading.mentions)


def _led(reading: Reading, first: int, grammar: Grammar) -> int:
    """Where the preposition of place right before a word begins, -1 for none."""
    keys = reading.sentence.keys
    for start in range(max(0, first - _PHRASE), first):
        if grammar.slots.longest(keys, start, first) == (first, "in"):
            return start
    return -1


def _free(reading: Reading, start: int, grammar: Grammar) -> bool:
    """Whether the phrase opens its clause, or follows its subject or a time: it hangs on nothing but the verb."""
    keys = reading.sentence.keys
    clause = reading.clause_at(start)
    before = start - 1
    while before >= 0:
        time = next((t for t in reading.times if t.first <= before <= t.last), None)
        if time is None:
            break
        before = time.first - 1
    mark = before >= 0 and not keys[before][:1].isalnum() and keys[before] not in grammar["close-quote"]
    if before < clause.first or mark or keys[before] in grammar["and"]:
        return True
    subject = reading.roles[clause.number].subject
    return subject is not None and subject.last == before and any(m.last == before for m in subject.mentions)


def _met(reading: Reading, start: int, grammar: Grammar) -> bool:
    """Whether the phrase hangs on a meeting or speech told before it in its clause."""
    keys, clause = reading.sentence.keys, reading.clause_at(start)
    for at in range(start - 1, max(clause.first, start - _REACH) - 1, -1):
        if keys[at] in grammar["gathering"]:
            return True
        spoken_of = keys[at] in grammar["object"] or grammar.slots.get(keys[at]) in _TOPIC
        if spoken_of or reading.clause_at(at) is not clause:
            return False
    return False
