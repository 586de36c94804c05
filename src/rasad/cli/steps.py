"""What repair changed, and what the sentences are: verbs, roles, and everything found in them."""

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from rasad.cli.bidi import isolated
from rasad.cli.marks import plain
from rasad.coder import Coding
from rasad.stages.find.roles import Chunk
from rasad.stages.read.clauses import Clause
from rasad.stages.reading import Reading
from rasad.stages.repair import Repaired

_SHOWN = 60  # places of the text at which a repair is shown one by one
_AROUND = 12  # characters
_UNSEEN = {0x200C: "HALF-SPACE", 0x200D: "JOINER", 0x200E: "LTR-MARK", 0x200F: "RTL-MARK", 0xA0: "NO-BREAK SPACE",
           0x20: "SPACE", 0x0A: "LINE END", 0xFEFF: "BOM"}


def repair_lines(repaired: Repaired) -> Iterator[Text]:
    """Every change of the text, letters that were only written in Arabic counted together."""
    folded = Counter((s.before, s.after, s.kind) for s in repaired.steps if len(s.before) == len(s.after) == 1)
    edits = [s for s in repaired.steps if len(s.before) != 1 or len(s.after) != 1]
    for (before, after, kind), times in folded.most_common():
        yield Text(f"  {times:>4} × {_named(before)} → {_named(after)}  {kind}")
    for step in edits[:_SHOWN]:
        around = repaired.original[max(0, step.start - _AROUND):step.end + _AROUND].replace("\n", " ")
        change = f"{_named(step.before) or 'nothing'} → {_named(step.after) or 'nothing'}"
        yield Text(f"  {step.start:>6}  {change:<28} {step.kind:<11} in {isolated(plain(around))}")
    if len(edits) > _SHOWN:
        yield Text(f"  and {len(edits) - _SHOWN} more", "dim")
    for mark in repaired.boilerplate:
        text = plain(repaired.original[mark.start:mark.end]).replace("\n", " ")
        yield Text(f"  {mark.start:>6}  not read: {mark.kind} {isolated(text)}", "dim")


def _named(text: str) -> str:
    return " ".join(_UNSEEN.get(ord(char)) or (isolated(char) if char.isprintable() else f"U+{ord(char):04X}")
                    for char in text)


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
            where = f"{place.place.name}, {place.place.country}, {place.place.precision}" if place.place else "left open"
            yield Text(f"      place   {isolated(plain(place.text))} {where}")


def _clause(reading: Reading, clause: Clause) -> Iterator[Text]:
    roles = reading.roles[clause.number]
    under = f" in {clause.parent + 1}" if clause.parent >= 0 else f" after {clause.after + 1}" if clause.after >= 0 else ""
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
