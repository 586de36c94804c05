"""The index of words finds a report by its tokens; both databases read a question the same way."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, literal_column, text

from rasad.archive.tables import REPORTS
from rasad.archive.words import tokens
from rasad.public import repair

MADE = {
    "sqlite": ("CREATE VIRTUAL TABLE words USING fts5(tokens, content='', tokenize='unicode61 remove_diacritics 0')",),
    "postgresql": (
        "CREATE TABLE words (report integer PRIMARY KEY REFERENCES reports (number), tokens tsvector NOT NULL)",
        "CREATE INDEX ix_words_tokens ON words USING gin (tokens)"),
}
_PLACES = 16_000  # positions that PostgreSQL can tell apart
_INSERT = {
    "sqlite": "INSERT INTO words (rowid, tokens) VALUES (:report, :tokens)",
    "postgresql": "INSERT INTO words (report, tokens) VALUES (:report, CAST(:tokens AS tsvector))",
}
_OPENING, _CLOSING = '"«“', '"»”'


def index(connection: Connection, found: Mapping[int, Sequence[str]]) -> None:
    """The reports are found by their tokens."""
    if found:
        name = connection.dialect.name
        written = _vector if name == "postgresql" else " ".join
        connection.execute(text(_INSERT[name]), [{"report": n, "tokens": written(words)} for n, words in found.items()])


def _vector(words: Sequence[str]) -> str:
    places: dict[str, list[str]] = {}
    for place, word in enumerate(words[:_PLACES], 1):
        places.setdefault(word, []).append(str(place))
    return " ".join(f"'{word}':{','.join(at[:255])}" for word, at in places.items())


def asked(question: str) -> list[list[str]]:
    """The phrases that a question asks for, all of them: what stands in quotes, and each word outside them."""
    phrases: list[str] = []
    rest = ""
    quoted: list[str] | None = None
    for char in question:
        if quoted is None and char in _OPENING:
            quoted = []
        elif quoted is not None and char in _CLOSING:
            phrases.append("".join(quoted))
            quoted = None
            rest += " "
        elif quoted is not None:
            quoted.append(char)
        else:
            rest += char
    rest += "".join(quoted or ())
    return [found for phrase in (*phrases, *_words(rest)) if (found := tokens(phrase))]


def _words(text_: str) -> list[str]:
    return repair(text_).text.split()


def matching(question: str, dialect: str) -> ColumnElement[bool] | None:
    """The condition that a report holds all that the question asks for; None for a question without a word."""
    phrases = asked(question)
    if not phrases:
        return None
    if dialect == "postgresql":
        query = " & ".join("(" + " <-> ".join(f"'{word}'" for word in phrase) + ")" for phrase in phrases)
        inner = text("SELECT report FROM words WHERE tokens @@ CAST(:question AS tsquery)").bindparams(question=query)
    else:
        query = " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases)
        inner = text("SELECT rowid FROM words WHERE words MATCH :question").bindparams(question=query)
    return REPORTS.c.number.in_(inner.columns(literal_column("report")).scalar_subquery())
