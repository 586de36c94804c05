"""Every speech of a report is found by its cue, with its speaker and the stretch that was said.

The report is read paragraph by paragraph, sentence by sentence, cue by cue; what was said runs to
the next cue, the end of its quotation or sentence, or, after a colon, of its paragraph.
"""

from collections.abc import Sequence
from itertools import groupby

from rasad.language.cues import Cues
from rasad.language.grammar import Grammar
from rasad.stages.attribute.cue_clauses import cue_clauses
from rasad.stages.attribute.cue_verbs import CueVerbs
from rasad.stages.attribute.floor import Floor
from rasad.stages.attribute.headings import Headings
from rasad.stages.attribute.prefaces import Prefaces
from rasad.stages.attribute.quotes import Quotations, quotations
from rasad.stages.attribute.rules import Rules, outlet
from rasad.stages.attribute.said import Words
from rasad.stages.attribute.speech import Speech
from rasad.stages.reading import Reading


class Attribution:
    """Finds the speeches of reports in one language."""

    def __init__(self, cues: Cues, grammar: Grammar) -> None:
        self.rules = Rules(cues, grammar)

    def find(self, readings: Sequence[Reading], *, bulleted: bool, posted: bool) -> list[Speech]:
        """The speeches of a report in order; `bulleted` where lines go on with what a heading began.

        `posted` tells a channel's post, where they do so after a heading that stands alone.
        """
        return _Pass(self.rules, bulleted=bulleted, posted=posted).run(readings)


class _Pass:
    """One pass over one report."""

    def __init__(self, rules: Rules, *, bulleted: bool, posted: bool) -> None:
        self.rules, self.floor = rules, Floor()
        self.words = words = Words(rules, self.floor)
        self.headings = Headings(rules, self.floor, words, bulleted=bulleted, posted=posted)
        self.prefaces = Prefaces(rules, self.floor)
        self.verbs = CueVerbs(rules, self.floor, words)

    def run(self, readings: Sequence[Reading]) -> list[Speech]:
        """The speeches in the order of their cues; those without any words are left out."""
        paragraphs = [list(group) for _, group in groupby(readings, key=lambda r: r.sentence.paragraph)]
        marked = quotations([[r.sentence for r in p] for p in paragraphs], self.rules.grammar)
        for number, (paragraph, marks) in enumerate(zip(paragraphs, marked, strict=True)):
            self._paragraph(number, paragraph, marks)
        return [s for s in self.floor.speeches if s.end > s.start]

    def _paragraph(self, number: int, readings: list[Reading], marks: Quotations) -> None:
        floor = self.floor
        before = len(floor.speeches)
        floor.paragraph(readings, marks)
        start = self.headings.open(number, readings[0])
        if start == 0:
            self.words.go_on(readings[0])
        for reading in readings:
            self._sentence(reading, start)
        self.headings.close(number, readings, before=before)
        floor.close(readings[-1].sentence.end)

    def _sentence(self, reading: Reading, start: int) -> None:
        self.floor.resume(reading, self.rules)
        cues = [c for c in cue_clauses(reading, self.rules) if not self.prefaces.holds(reading, c.first)]
        self.prefaces.find(reading, start, {cue.clause.number for cue in cues})
        for cue in cues:
            if reading.sentence.starts[cue.last] >= start:
                self.verbs.find(reading, cue)
        outlets = [m for m in reading.mentions if outlet(m) and m.code and not m.plural]
        if outlets:
            self.floor.read(outlets, self.prefaces.cited(reading))
