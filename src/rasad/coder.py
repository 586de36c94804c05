"""`code` is one pure function: the same report and lexicon give the same coded report on every machine.

It reads top to bottom: repair, read, find, resolve, attribute, code, and at the end the records,
whose spans are mapped back to the original text.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rasad.assemble import assemble
from rasad.pack import Pack, load_pack
from rasad.records import CodedReport, Report
from rasad.stages.attribute.homes import settle_at_home, settle_by_name
from rasad.stages.code.answers import answered
from rasad.stages.code.carried import carried
from rasad.stages.code.completion import completed, dated, placed
from rasad.stages.code.drafts import PlaceName
from rasad.stages.code.harm_shares import handed_on, inherit
from rasad.stages.code.merge import absorbed, merged
from rasad.stages.code.scene import Scene, located
from rasad.stages.code.settling import settled
from rasad.stages.code.slots import parties
from rasad.stages.code.spoken_to import put
from rasad.stages.find.agreements import find_agreements
from rasad.stages.find.mentions import Mention
from rasad.stages.find.numbers import find_numbers
from rasad.stages.find.place_mentions import PlaceMention
from rasad.stages.find.places import find_places
from rasad.stages.find.times import Time, find_times
from rasad.stages.found import Coding
from rasad.stages.read.sentences import Sentence, sentences
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading, owners
from rasad.stages.repair import Repaired, repair
from rasad.stages.resolve.places import Context, resolve_place
from rasad.stages.resolve.situated import lies_in, situated

_BULLETS = "emoji"
_BEARERS = frozenset({"person", "equipment", "organisation"})  # what may bear the name of a place
_TOLD = 2  # sentences back to which a date without its year may be of the year told there
_POSTED = frozenset({"handle", "hashtag", "footer"})  # what channels close their posts with


def code(report: Report, pack: Pack | None = None) -> CodedReport:
    """Everything the report says, as records."""
    pack = pack or load_pack("fa")
    return assemble(work(report, pack), pack)


def work(report: Report, pack: Pack) -> Coding:
    """Everything the stages find in the report; `rasad explain` shows it."""
    repaired = repair(report.text, pack.words)
    skip = [(mark.start, mark.end) for mark in repaired.boilerplate]
    lines = sentences(repaired.text, _in_repaired(repaired, skip), pack.grammar)
    surnames: dict[str, Mention] = {}
    readings: list[Reading] = []
    for sentence in lines:
        before = next((r.times for r in readings[:-_TOLD - 1:-1] if r.times), ())
        readings.append(_read(sentence, report, pack, surnames, before))
    places = _places(readings, pack)
    bulleted = any(mark.kind.startswith(_BULLETS) for mark in repaired.boilerplate)
    pack.parties.resolve([r.sentence.keys for r in readings], [r.mentions for r in readings],
                         [[(p.first, p.place.country) for p in row if p.place] for row in places],
                         report.published[:10])
    posted = any(mark.kind in _POSTED for mark in repaired.boilerplate)
    speeches = pack.attribution.find(readings, bulleted=bulleted, posted=posted)
    scene = Scene(report.published, speeches, places, [r.mentions for r in readings],
                  [_allied(r, pack) for r in readings], _topics(readings), carried(readings, pack.grammar),
                  [located(r) for r in readings], pack.parties.home, pack.parties.foes.pairs(report.published[:10]))
    drafts = pack.events.drafts(readings, scene)
    put(speeches, drafts, readings)
    told = completed(answered(absorbed(drafts)), scene)
    kept = pack.keeping.kept(pack.choosing.chosen(told, readings, scene), readings, pack.parties.home)
    events = settled(merged(placed(dated(inherit(kept, told)))), readings, scene, pack.grammar)
    events = handed_on(pack.confidence.enough(events, readings), told)
    settle_by_name(speeches, readings)
    settle_at_home(speeches, [m for r in readings for m in r.mentions],
                   [p.place.country for row in places for p in row if p.place and p.place.country], pack.parties.home)
    return Coding(report, repaired, readings, places, speeches, drafts, events)


def _in_repaired(repaired: Repaired, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Original stretches as stretches of the repaired text."""
    return sorted((repaired.first_from(start), repaired.first_from(end)) for start, end in spans)


def _read(sentence: Sentence, report: Report, pack: Pack, surnames: dict[str, Mention],
          before: Sequence[Time]) -> Reading:
    words = sentence.words
    verbs = pack.verbs.groups(words)
    clauses = pack.clauses.read(sentence.keys, verbs)
    verb_words = _covered(verbs)
    mentions = pack.actors.find(sentence, verb_words, report.published, surnames)
    surnames.update(pack.actors.surnames(sentence, mentions))
    by_first = {m.first: m for m in mentions}
    times = find_times(words, _day(report.published), pack.times, before)
    time_words = _covered(times)
    numbers = find_numbers(words, pack.numbers, time_words)
    roles = [pack.roles.find(sentence, clause, by_first, time_words) for clause in clauses]
    return Reading(sentence, verbs, clauses, mentions, by_first, times, numbers,
                   find_places(words, pack.places), find_agreements(words, pack.agreements, report.published), roles,
                   owners(clauses, len(words)))


def _covered(stretches: Sequence[Verb] | Sequence[Time]) -> frozenset[int]:
    """The words that the stretches cover."""
    none: frozenset[int] = frozenset()
    return none.union(*[range(one.first, one.last + 1) for one in stretches]) if stretches else none


def _day(published: str) -> dt.date | None:
    parts = [int(part) for part in published[:10].split("-") if part.isdigit()]
    return dt.date(*parts) if len(parts) == 3 else None


def _places(readings: Sequence[Reading], pack: Pack) -> list[list[PlaceName]]:
    """The places of each sentence, resolved by the countries the report speaks of."""
    named = Counter(m.code.partition(".")[0] for r in readings for m in r.mentions
                    if m.code and m.kind != "media" and len(m.code.partition(".")[0]) == 3)
    out: list[list[PlaceName]] = []
    for reading in readings:
        row: list[PlaceName] = []
        for mention in reading.places:
            if mention.pointing:
                row += _pointed(mention, [*(p for before in out for p in before), *row])
                continue
            if _names_another(mention, reading):
                continue
            context = Context(named, [p.place for p in row if p.place is not None], pack.parties.home)
            row.append(_place_name(reading, mention, context))
        _situate(reading, row, pack)
        out.append(row)
    return out


def _names_another(place: PlaceMention, reading: Reading) -> bool:
    """Whether a person, a ship or a body bears the name of a place at its end: «ناو جورج واشنگتن»."""
    if any(candidate.precision == "country" for candidate in place.candidates):
        return False
    return any(m.kind in _BEARERS and m.first < place.first and m.last == place.last for m in reading.mentions)


def _situate(reading: Reading, row: Sequence[PlaceName], pack: Pack) -> None:
    """Small places that no table knows are put into the known ones told right after them."""
    kinds = {mention.first: mention for mention in reading.places}
    keys, words = reading.sentence.keys, reading.sentence.words
    for inner, outer in pairwise(row):
        mention = kinds.get(inner.first)
        if inner.place is not None or outer.place is None or mention is None:
            continue
        if mention.candidates and mention.noun != "type":
            continue
        if lies_in(keys, inner.last, outer.first, pack.grammar):
            inner.place = situated(_bare(words[inner.first + 1:inner.last + 1]), mention.precision, outer.place)


def _bare(words: Sequence[str]) -> str:
    """The name in the words, without marks around it."""
    return " ".join(word for word in words if word[0].isalnum())


def _pointed(mention: PlaceMention, before: Sequence[PlaceName]) -> list[PlaceName]:
    """The place last named before that words such as «این شهر» mean, if there is one of their kind."""
    place = next((p for p in reversed(before) if p.place and p.place.precision == mention.precision), None)
    if place is None:
        return []
    return [PlaceName(place.text, place.place, mention.first, mention.last, place.of or place)]


def _allied(reading: Reading, pack: Pack) -> list[str]:
    """The countries whose agreements a sentence names, by the text or by the table of known ones."""
    if not reading.agreements:
        return []
    out = [code.partition(".")[0] for a in reading.agreements for _, code in a.parties]
    known = pack.agreements.known.by_id
    for agreement in reading.agreements:
        out += known[agreement.known].parties if agreement.known in known else ()
    return list(dict.fromkeys(out))


def _topics(readings: Sequence[Reading]) -> list[list[Mention]]:
    """For each sentence, the subject of the one before in the same paragraph."""
    out: list[list[Mention]] = [[]]
    for before, reading in pairwise(readings):
        same = before.sentence.paragraph == reading.sentence.paragraph
        main = next((r for r, c in zip(before.roles, before.clauses, strict=True) if c.parent < 0 and r.subject), None)
        out.append(parties(main.subject) if same and main is not None else [])
    return out


def _place_name(reading: Reading, mention: PlaceMention, context: Context) -> PlaceName:
    words = reading.sentence.words[mention.first:mention.last + 1]
    site = mention.noun == "site" or (mention.noun == "type" and mention.precision not in {"", "country"})
    return PlaceName(" ".join(words), resolve_place(mention, context), mention.first, mention.last, site=site)
