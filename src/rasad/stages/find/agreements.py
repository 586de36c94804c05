"""An agreement is found where the words name one: a known name, or a noun of agreement that is used as a thing.

A verb («they agreed») and an outcome still sought («to reach an agreement») are no agreements;
nothing is linked to a known agreement that is younger than the report.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rasad.stages.find.agreement_chain import Chain
from rasad.stages.find.agreement_lexicon import AgreementLexicon, Noun, load_agreements

__all__ = ["Agreement", "AgreementLexicon", "find_agreements", "load_agreements"]

SIGN_REACH = 2
WEAK = {"sign": frozenset[str](), "thing": frozenset({"quality", "self"})}


@dataclass(frozen=True, slots=True)
class Agreement:
    """One mention: words `first` to `last`, inclusive, and what they tell about the agreement.

    `noun` is the fold of the head noun, empty for a name that stands alone; `family` parts nouns of one
    kind that do not stand for each other («document», «joint statement»); `parties` are (word, code);
    `words` are the folds of the describing words; `open` is true of something possible, proposed or new.
    """

    first: int
    last: int
    kind: str
    known: str = ""
    noun: str = ""
    family: str = ""
    numbers: tuple[int, ...] = ()
    parties: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    open: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing describes the noun."""
        return bool(self.noun) and not self.words


def find_agreements(words: Sequence[str], lexicon: AgreementLexicon, published: str = "") -> list[Agreement]:
    """The agreements one sentence refers to, left to right; `published` (EDTF) keeps links in their time."""
    begins, folds = lexicon.begins, lexicon.folds
    if not any(map(begins.__getitem__, words)):
        return []
    likely = [i for i, word in enumerate(words) if begins[word]]
    keys = [folds[word] for word in words]
    found: list[Agreement] = []
    after = 0
    for i in likely:
        head = lexicon.heads.longest(keys, i, len(keys)) if i >= after else None
        if head is None:
            continue
        after, meaning = head
        mention = (_named(i, after, meaning, lexicon, published) if isinstance(meaning, str)
                   else _described(i, meaning, Chain(keys, after, lexicon), lexicon, published))
        if mention is not None:
            found.append(mention)
            after = mention.last + 1
    return found


def _named(first: int, after: int, name: str, lexicon: AgreementLexicon, published: str) -> Agreement:
    known = lexicon.known.by_name(name, published)
    parties = tuple((code, code) for code in known.parties)
    return Agreement(first, after - 1, known.kind, known.id if known.born_by(published) else "", parties=parties)


def _described(first: int, noun: Noun, chain: Chain, lexicon: AgreementLexicon, published: str) -> Agreement | None:
    """The mention that the noun and what describes it make, or None where no agreement is meant."""
    before = chain.keys[first - 1] if first else ""
    if before in lexicon["block"] or _is_verb(first, chain, lexicon):
        return None
    known = _known(noun, chain, lexicon, published)
    if not known and not _counts(first, noun, chain, lexicon):
        return None
    vague = noun.indefinite or before in lexicon["one"] or any(word in lexicon["open"] for word in chain.words)
    mention = Agreement(first, chain.end - 1, noun.kind, "", noun.key, noun.family, chain.numbers, chain.parties,
                        chain.words, vague)
    return mention if vague else replace(mention, known=known)


def _known(noun: Noun, chain: Chain, lexicon: AgreementLexicon, published: str) -> str:
    """The id of the agreement that the describing words name or fit, or ""."""
    for name in chain.names:
        known = lexicon.known.by_name(name, published)
        if known.born_by(published):
            return known.id
    around = (*chain.keys, noun.key)
    return lexicon.known.by_words(noun.kind, chain.words, chain.parties, published, around)


def _counts(first: int, noun: Noun, chain: Chain, lexicon: AgreementLexicon) -> bool:
    """Whether an agreement is meant as a thing, judged by what the noun needs."""
    if noun.needs == "nothing":
        return True
    if noun.needs == "name":
        return any(key in noun.names for key, _ in chain.units)
    if any(unit.role not in WEAK[noun.needs] for _, unit in chain.units):
        return True
    return not noun.indefinite and _signed(first, chain, lexicon)


def _is_verb(first: int, chain: Chain, lexicon: AgreementLexicon) -> bool:
    """Whether the noun is part of a verb («agreed») or of an outcome that is reached or sought."""
    after = chain.keys[chain.end:chain.end + 2]
    if not chain.units and after and after[0] in lexicon["verb"]:
        return True
    if not first or chain.keys[first - 1] not in lexicon["toward"]:
        return False
    return any(key in lexicon["reach"] for key in (*after, *chain.keys[max(0, first - 2):first - 1]))


def _signed(first: int, chain: Chain, lexicon: AgreementLexicon) -> bool:
    """Whether a word nearby shows that the agreement exists: «breach of», «this», the mark of the object."""
    if any(key in lexicon["sign"] for key in chain.keys[max(0, first - SIGN_REACH):first]):
        return True
    return chain.end < len(chain.keys) and chain.keys[chain.end] in lexicon["object"]
