"""A pack is everything one language knows, read from its folder of tables when it is first asked for.

Nothing in a pack changes after it is loaded; two packs of the same folders give the same codings.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from rasad.language.actors import Names, load_bearers, load_names
from rasad.language.cues import Cues, load_cues
from rasad.language.fold import fold
from rasad.language.frames import Frames, load_frames
from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.language.tables import TableError, merged, rows, values
from rasad.stages.attribute.attribution import Attribution
from rasad.stages.code.casualties import CasualtyFinder
from rasad.stages.code.choosing import Choosing, load_choosing
from rasad.stages.code.coding import EventCoder
from rasad.stages.code.confidence import Confidence, load_confidence
from rasad.stages.code.harm_words import harm_table
from rasad.stages.code.keeping import Keeping, load_keeping
from rasad.stages.find.actors import ActorFinder
from rasad.stages.find.agreements import AgreementLexicon, load_agreements
from rasad.stages.find.gazetteer import Gazetteer
from rasad.stages.find.gazetteer_tables import load_places
from rasad.stages.find.headed import Headed
from rasad.stages.find.number_words import NumberLexicon
from rasad.stages.find.numbers import load_numbers
from rasad.stages.find.role_words import load_edges
from rasad.stages.find.roles import RoleFinder
from rasad.stages.find.strangers import load_strangers
from rasad.stages.find.time_lexicon import TimeLexicon
from rasad.stages.find.times import load_times
from rasad.stages.read.clauses import ClauseReader
from rasad.stages.read.verbs import VerbLexicon, load_verbs
from rasad.stages.repair import WordList, load_words
from rasad.stages.resolve.foes import load_wars
from rasad.stages.resolve.parties import PartyResolver

PACKS = Path(__file__).parent / "packs"
SOURCES = PACKS / "world" / "sources.tsv"  # where reports come from changes no coding
LANGUAGES = tuple(sorted(p.name for p in PACKS.iterdir() if p.is_dir() and (p / "grammar.tsv").exists()))


class Pack:
    """The tables of one language, the package's and those of a user's own folder."""

    def __init__(self, language: str, own: Path | None = None) -> None:
        self.language = language
        self.folder = PACKS / language
        self.folders = (self.folder, own) if own is not None else (self.folder,)

    @cached_property
    def lexicon(self) -> str:
        """A short digest of all tables: codings of one lexicon are comparable."""
        digest = sha256()
        for folder in (*self.folders, PACKS / "world"):
            for path in sorted(set(folder.glob("*.tsv")) - {SOURCES}):
                digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()[:12]

    @cached_property
    def words(self) -> WordList:
        return load_words(self.folder)

    @cached_property
    def grammar(self) -> Grammar:
        return Grammar(*self.folders)

    @cached_property
    def verbs(self) -> VerbLexicon:
        return load_verbs(self.folder)

    @cached_property
    def clauses(self) -> ClauseReader:
        return ClauseReader(self.grammar)

    @cached_property
    def names(self) -> Names:
        return load_names(self.grammar, self.frames.nouns.whole(), *self.folders)

    @cached_property
    def actors(self) -> ActorFinder:
        anaphora: Phrases[str] = Phrases()
        for kind, word in self._anaphora():
            anaphora.add(word, kind)
        strangers = load_strangers(self.names, self.grammar, self.words.count, *self.folders)
        finder = ActorFinder(self.names, self.grammar, anaphora, self.frames.nouns.whole(), strangers)
        finder.headed = Headed(load_bearers(*self.folders), self.grammar)
        return finder

    def _anaphora(self) -> Iterator[tuple[str, str]]:
        for row in merged("anaphora.tsv", *self.folders):
            for word in values(row, "fa"):
                yield row["kind"], word

    @cached_property
    def parties(self) -> PartyResolver:
        anaphora = {fold(word.replace(" ", "")): kind for kind, word in self._anaphora()}
        home = [row["country"] for row in merged("home.tsv", *self.folders)][-1]  # an own folder speaks last
        return PartyResolver(self.grammar, anaphora, home, load_wars(*self.folders))

    @cached_property
    def times(self) -> TimeLexicon:
        return load_times(self.folder)

    @cached_property
    def numbers(self) -> NumberLexicon:
        return load_numbers(*self.folders)

    @cached_property
    def places(self) -> Gazetteer:
        return load_places(PACKS, language=self.language)

    @cached_property
    def agreements(self) -> AgreementLexicon:
        return load_agreements(*self.folders)

    @cached_property
    def roles(self) -> RoleFinder:
        return RoleFinder(self.grammar, load_edges(*self.folders))

    @cached_property
    def cues(self) -> Cues:
        return load_cues(self.grammar, *self.folders)

    @cached_property
    def attribution(self) -> Attribution:
        return Attribution(self.cues, self.grammar)

    @cached_property
    def frames(self) -> Frames:
        frames = load_frames(self.grammar, *self.folders)
        known = {kind for kind, _ in ontology()} | {""}
        for rule, kind in frames.types.items():
            if kind not in known:
                told = ", ".join(sorted(known - {""}))
                raise TableError(f"frames.tsv, rule {rule}: type {kind!r} is none of {told}")
        return frames

    @cached_property
    def events(self) -> EventCoder:
        harms = harm_table(list(merged("harms.tsv", *self.folders)))
        return EventCoder(self.frames, self.grammar, CasualtyFinder(harms, self.grammar))

    @cached_property
    def choosing(self) -> Choosing:
        return load_choosing(*self.folders)

    @cached_property
    def keeping(self) -> Keeping:
        return load_keeping(*self.folders)

    @cached_property
    def confidence(self) -> Confidence:
        return load_confidence(*self.folders)


@lru_cache(maxsize=4)
def load_pack(language: str, own: Path | None = None) -> Pack:
    """The pack of a language, the same one at every call; LookupError names the languages there are."""
    if language not in LANGUAGES:
        raise LookupError(f"no language pack {language!r}; there is {', '.join(LANGUAGES)}")
    return Pack(language, own)


@lru_cache(maxsize=1)
def ontology() -> dict[tuple[str, str], tuple[str, float, str]]:
    """(type, mode) -> (quad class, conflict-cooperation score, nearest CAMEO code)."""
    return {(row["type"], row["mode"]): (row["quad"], float(row["score"]), row["cameo"])
            for row in rows(PACKS / "world" / "plover.tsv")}
