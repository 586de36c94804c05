"""Builds src/rasad/packs/fa/words.tsv from the counts of the corpus.

A form is a word of one part, a compound with its half-spaces, or two words that are often
written without the blank between them. Run from the repository root:

    python tools/words/build.py ../shared/corpus
"""

import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from counts import Counts, counted

from rasad.stages.repair.forms import forms_of
from rasad.stages.repair.letters import HALF_SPACE, NON_JOINERS
from rasad.stages.repair.words import WordList, affixes_of

PACK = Path(__file__).resolve().parents[2] / "src" / "rasad" / "packs" / "fa"
MARKS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")


@dataclass(frozen=True, slots=True)
class Compound:
    """A half-space form and how often it was seen, in the treebank and anywhere."""

    form: str
    treebank: int
    clean: int
    everywhere: int


class Builder:
    """Sorts what was seen into words, compounds and what is only damage."""

    def __init__(self, counts: Counts, folder: Path) -> None:
        self.counts = counts
        self.affixes = affixes_of(folder)
        self.every = counts.treebank + counts.clean + counts.other
        self.endings = self.affixes["ending"] | self.affixes["heh-ending"] | self.affixes["participle-ending"]
        self.prefixes = self.affixes["verb-prefix"] | self.affixes["preverb-prefix"]
        self.curated = _curated(Path(__file__).with_name("curated.tsv"))

    def compounds(self) -> dict[str, Compound]:
        """Return glued form -> the half-space form most seen, where that is no regular form."""
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        treebank: Counter[str] = Counter()
        clean: Counter[str] = Counter()
        for form, count in self.every.items():
            if (whole := self._lexical(form)) is not None:
                seen[whole.replace(HALF_SPACE, "")][whole] += count
                treebank[whole] += self.counts.treebank[form]
                clean[whole] += self.counts.clean[form]
        found = {}
        for glued, forms in seen.items():
            form = max(forms, key=lambda f: (treebank[f], forms[f]))
            compound = Compound(form, treebank[form], clean[form], forms[form])
            if self._is_compound(compound, glued):
                found[glued] = compound
        return found

    def _lexical(self, form: str) -> str | None:
        parts = [part for part in form.split(HALF_SPACE) if part]
        while len(parts) > 1 and parts[-1] in self.endings:
            parts.pop()
        if len(parts) < 2 or any(part in self.prefixes for part in parts) or self._has_ending(parts[-1]):
            return None
        return HALF_SPACE.join(parts)

    def _has_ending(self, part: str) -> bool:
        """Return whether an ending stands glued to the last part of a compound."""
        return any(
            part.endswith(ending) and len(part) > len(ending) + 1 and part[-len(ending) - 1] not in NON_JOINERS
            for ending in self.affixes["sure-ending"]
        )

    def _is_compound(self, compound: Compound, glued: str) -> bool:
        parts = compound.form.split(HALF_SPACE)
        if any(mark in compound.form for mark in MARKS) or parts[-1] in self.affixes["never-second"]:
            return False
        if any(len(part) < 2 and part != "\u0648" for part in parts) and compound.everywhere < 20:
            return False
        numerals = self.affixes["numeral"]
        if parts[0] in numerals and (parts[-1] in numerals or parts[-1].lstrip("\u0648") in numerals):
            return False
        loose = any(part in self.affixes["function"] for part in parts)
        if loose and not compound.clean and not compound.treebank:
            return False
        if compound.treebank:
            return compound.treebank >= self.counts.treebank[glued] and (compound.treebank > 1 or not loose)
        apart = self.counts.clean[glued] + self.counts.other[glued]
        return compound.everywhere >= 4 and compound.clean + 1 >= apart and not self.counts.treebank[glued]

    def is_apart(self, compound: Compound) -> bool:
        """Return whether the parts side by side are more often words of their own."""
        parts = tuple(compound.form.split(HALF_SPACE))
        if parts[-1] in self.affixes["free-second"]:
            return True
        if len(parts) > 2 and set(parts) & self.affixes["free-middle"]:
            return True
        beside = self.counts.clean_pairs[parts] + self.counts.other_pairs[parts]
        if beside > 5 * compound.everywhere and compound.treebank < 3:
            return True
        spelt = (parts[0], "\u0648", parts[1][1:]) if parts[1][0] == "\u0648" else parts
        beside = self.counts.treebank_pairs[parts] + self.counts.treebank_pairs[spelt] * (spelt != parts)
        loose = 3 if parts[0] in self.affixes["function"] else 1
        if compound.treebank or beside:
            return loose * beside > compound.treebank or (loose > 1 and compound.treebank < 2)
        beside = self.counts.clean_pairs[parts] + self.counts.clean_pairs[spelt] * (spelt != parts)
        return not compound.clean or loose * beside > compound.clean

    def listed(self, words: dict[str, int], compounds: dict[str, Compound]) -> WordList:
        """Return what is known so far as repair would read it."""
        split = [c.form.split(HALF_SPACE) for c in compounds.values()]
        firsts, seconds = frozenset(p[0] for p in split), frozenset(p[-1] for p in split)
        forms = {glued: c.form for glued, c in compounds.items()}
        return WordList(PACK, words, forms, {}, {}, firsts, seconds, self.graded(), frozenset(), self.affixes)

    def graded(self) -> frozenset[str]:
        """Return the words seen with the half-space and an ending of degree."""
        seen: Counter[str] = Counter()
        for form, count in self.every.items():
            stem, _, ending = form.rpartition(HALF_SPACE)
            if ending in self.affixes["degree"]:
                seen[stem] += count + self.counts.treebank[form]
        return frozenset(stem for stem, count in seen.items() if count > 1)

    def words(self, compounds: dict[str, Compound]) -> dict[str, int]:
        """Return the forms of one part that are no damage, with their counts."""
        words = {
            form: count
            for form, count in self.every.items()
            if HALF_SPACE not in form and self._is_seen(form, count)
        }
        listed = self.listed(words, compounds)
        forms = forms_of(listed)
        damaged = set()
        for form in sorted(words, key=len, reverse=True):
            count = words.pop(form)
            mended = forms.mend(form)
            words[form] = count
            if mended != form and self._is_damage(form, mended):
                damaged.add(form)
        return {form: count for form, count in words.items() if form not in damaged}

    def _is_seen(self, form: str, count: int) -> bool:
        if self.counts.treebank[form]:
            return True
        if any(mark in form for mark in MARKS):
            return count > 20
        return self.counts.clean[form] >= 2 or count >= 4

    def _is_damage(self, form: str, mended: str) -> bool:
        treebank, clean, every = self.counts.treebank[form], self.counts.clean[form], self.every[form]
        if " " in mended:
            beside = self.counts.clean_pairs[tuple(mended.split(" ")[:2])]
            return not treebank and beside > 0 and clean <= beside * 2
        whole = self.every[mended]
        if treebank:
            return treebank < self.counts.treebank[mended] or (treebank <= 2 and whole > 3 * every)
        return clean <= 30 * whole if whole else clean < 2 and every < 10

    def irregular(self, listed: WordList) -> dict[str, str]:
        """Return glued form -> half-space form for what the rules would get wrong."""
        forms = forms_of(listed)
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for form, count in self.every.items():
            if HALF_SPACE in form and not any(mark in form for mark in MARKS):
                seen[form.replace(HALF_SPACE, "")][form] += count + 20 * self.counts.treebank[form]
        found = {}
        for glued, ways in seen.items():
            form, count = ways.most_common(1)[0]
            if count < 20 or glued in listed.words or forms.mend(glued) == form:
                continue
            if self._apart_in_treebank(form):
                found[glued] = form.replace(HALF_SPACE, " ", 1)
            elif self.counts.treebank[form] or count >= 60:
                found[glued] = form
        return found

    def _apart_in_treebank(self, form: str) -> bool:
        parts = tuple(form.split(HALF_SPACE))
        beside = self.counts.treebank_pairs[parts]
        return parts[0] in self.affixes["function"] and beside > self.counts.treebank[form]


def _curated(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t")[:2] for line in lines if line and line[0] != "#")


def build(counts: Counts) -> list[str]:
    """Return the lines of the table."""
    builder = Builder(counts, PACK)
    curated = {form.replace(HALF_SPACE, "").replace(" ", "") for form in builder.curated}
    compounds = builder.compounds()
    words = builder.words(compounds)
    for form, what in builder.curated.items():
        glued = form.replace(HALF_SPACE, "").replace(" ", "")
        compounds.pop(glued, None)
        words.pop(glued, None)
        if what == "word":
            words[form] = 100
    for glued in compounds.keys() & words.keys():
        del (compounds if counts.treebank[glued] >= compounds[glued].treebank else words)[glued]
    irregular = builder.irregular(builder.listed(words, compounds))
    graded = builder.graded()
    rows = [f"{form}\t{count}" + ("\tgraded" if form in graded else "") for form, count in words.items()]
    rows += [
        f"{c.form}\t{c.everywhere}" + ("\tapart" if builder.is_apart(c) else "") for c in compounds.values()
    ]
    known = compounds.keys() | curated
    rows += [f"{form}\t1\tapart" for glued, form in irregular.items() if glued not in known]
    rows += [f"{form}\t100" + ("\tapart" if what == "apart" else "")
             for form, what in builder.curated.items() if what in ("together", "apart")]
    return ["form\tcount\tnote", *sorted(set(rows))]


if __name__ == "__main__":
    (PACK / "words.tsv").write_text("\n".join(build(counted(Path(sys.argv[1])))) + "\n", encoding="utf-8")
