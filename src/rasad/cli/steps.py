"""What repair changed, and what the sentences are: verbs, roles, and everything found in them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from rasad.cli.bidi import isolated
from rasad.cli.marks import plain
from rasad.stages.find.roles import Chunk
from rasad.stages.found import Coding
from rasad.stages.read.clauses import Clause
from rasad.stages.reading import Reading
from rasad.stages.repair import Repaired, Step

_SHOWN = 60  # places of the text at which a repair is shown one by one
_UNSEEN = {0x200C: "HALF-SPACE", 0x200D: "JOINER", 0x200E: "LTR-MARK", 0x200F: "RTL-MARK", 0xA0: "NO-BREAK SPACE",
           0x20: "SPACE", 0x0A: "LINE END", 0xFEFF: "BOM"}


def repair_lines(repaired: Repaired) -> Iterator[Text]:
    """Every word that was changed; letters only written in Arabic are counted, doubled blanks passed over."""
    changes = list(_changes(repaired))
    folded = Counter((s.before, s.after, s.kind) for s in repaired.steps if len(s.before) == len(s.after) == 1)
    for (before, after, kind), times in folded.most_common():
        yield Text(f"  {times:>6} × {_named(before)} → {_named(after)}  {kind}")
    for start, before, after, kinds in changes[:_SHOWN]:
        yield Text(f"  {start:>6}  {isolated(_flat(before))} → {isolated(_flat(after))}  {kinds}")
    if len(changes) > _SHOWN:
        yield Text(f"  and {len(changes) - _SHOWN} more", "dim")
    for mark in repaired.boilerplate:
        text = _flat(repaired.original[mark.start:mark.end])
        yield Text(f"  {mark.start:>6}  not read: {mark.kind} {isolated(text)}", "dim")


def _changes(repaired: Repaired) -> Iterator[tuple[int, str, str, str]]:
    """(offset, as it was, as it is, kinds of change) of the words changed in more than letters and blanks."""
    text = repaired.original
    words: list[tuple[int, int, list[Step]]] = []
    for step in repaired.steps:
        start, end = _word_around(text, step.start, step.end)
        if words and start <= words[-1][1]:
            start, _, steps = words.pop()
            words.append((start, end, [*steps, step]))
        else:
            words.append((start, end, [step]))
    for start, end, steps in words:
        letters = [step for step in steps if len(step.before) == len(step.after) == 1]
        if _flat(_applied(text, start, end, letters)) != _flat(_applied(text, start, end, steps)):
            kinds = ", ".join(dict.fromkeys(step.kind for step in steps))
            yield start, text[start:end], _applied(text, start, end, steps), kinds


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _applied(text: str, start: int, end: int, steps: Sequence[Step]) -> str:
    pieces, at = [], start
    for step in steps:
        pieces += [text[at:step.start], step.after]
        at = step.end
    return "".join([*pieces, text[at:end]])


def _named(text: str) -> str:
    return " ".join(_UNSEEN.get(ord(char)) or (isolated(char) if char.isprintable() else f"U+{ord(char):04X}")
                    for char in text)


def _flat(text: str) -> str:
    return " ".join(plain(text).split())


def sentence_lines(coding: Coding) -> Iterator[Text]:
    """Every sentence with its clauses, and the times, numbers and places in it."""
    for reading, places in zip(coding.readings, coding.places, strict=True):
        sentence = reading.sentence
        text = plain(coding.repaired.text[sentence.start:sentence.end]).replace("\n", " ")
        yield Text(f"{sentence.number + 1:>3} ", "bold").append(isolated(text))
        for clause in reading.clauses:
            yield from _clause(reading, clause)
        for time in reading.times:
            yield Text(f"      time    {_words(reading, time.first, time.last)} {time.value or 'not resolved'}")
        for number in reading.numbers:
            yield Text(f"      number  {_words(reading, number.first, number.last)} {number.min}–{number.max}")
        for place in places:
            found = place.place
            where = f"{found.name}, {found.country}, {found.precision}" if found is not None else "left open"
            yield Text(f"      place   {isolated(plain(place.text))} {where}")


def _clause(reading: Reading, clause: Clause) -> Iterator[Text]:
    roles = reading.roles[clause.number]
    under = f" in {clause.parent + 1}" if clause.parent >= 0 else ""
    under = under or (f" after {clause.after + 1}" if clause.after >= 0 else "")
    yield Text(f"      clause {clause.number + 1} {clause.kind}{under}: ", "cyan").append(verb_told(reading, clause))
    for chunk in roles.chunks:
        role = "subject" if chunk is roles.subject else "object" if chunk is roles.object else chunk.slot
        if role:
            yield Text(f"          {role:<8} {_chunk(reading, chunk)}")


def verb_told(reading: Reading, clause: Clause) -> str:
    """The verb of a clause: its words, its infinitive and what its form says."""
    verb = clause.verb
    if verb is None:
        return "no verb"
    form = [verb.tense, f"{verb.person}{'pl' if verb.plural else 'sg'}" if verb.person else "",
            "negated" if verb.negated else "", "passive" if verb.passive else "", verb.modal and f"modal {verb.modal}"]
    whole = " ".join(part for part in (verb.compound, verb.lemma) if part)
    return f"{_words(reading, verb.first, verb.last)} from {isolated(whole)} {' '.join(part for part in form if part)}"


def _chunk(reading: Reading, chunk: Chunk) -> str:
    who = ", ".join(f"{m.code or m.kind}" for m in chunk.mentions)
    return f"{_words(reading, chunk.first, chunk.last)}{f'  {who}' if who else ''}"


def _words(reading: Reading, first: int, last: int) -> str:
    return isolated(plain(" ".join(reading.sentence.words[first:last + 1])))
