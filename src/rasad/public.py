"""A report in any language comes back coded, or with its language named and nothing coded: never a wrong guess."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasad.assemble import VERSION
from rasad.coder import code as code_in
from rasad.inputs import checked, report_of
from rasad.language.detect import language_of
from rasad.pack import LANGUAGES, PACKS, Pack, load_pack
from rasad.records import CodedReport, Coder, Report, ReportHead
from rasad.stages.repair import Repaired
from rasad.stages.repair import repair as repair_in

DEFAULT = "fa"


def code(report: Report | str | Mapping[str, Any], *, published: str = "", source: str = "", language: str = "",
         lexicon: Path | str | None = None) -> CodedReport:
    """Everything the report says, as records; `report` is a Report, its fields, or just its text.

    `published` (an ISO date) dates relative times and offices, `lexicon` is a folder of own
    tables. Raises InputError where the text is empty or too long, or the date is no date.
    """
    if isinstance(report, str):
        report = Report(report, source=source, published=published, language=language)
    elif not isinstance(report, Report):
        report = report_of(report)
    return code_report(checked(report), pack_of(lexicon))


def code_report(report: Report, pack: Pack) -> CodedReport:
    """The coding of a checked report, empty where it is not in the language of the pack."""
    language = language_for(report, pack)
    if language == pack.language:
        return code_in(report, pack)
    head = ReportHead(report.id, report.source, report.published, language, report.title, report.url, len(report.text))
    return CodedReport(head, coder=Coder("rasad", VERSION, pack.lexicon))


def language_for(report: Report, pack: Pack) -> str:
    """The language the report says it is in, else the one its text tells."""
    told = report.language.replace("_", "-").partition("-")[0].lower()
    return told or language_of(report.text, pack.folder)


def repair(text: str, *, language: str = DEFAULT) -> Repaired:
    """The text made readable, with the map back to every character of the original."""
    return repair_in(text, load_pack(language).words)


@lru_cache(maxsize=4)
def pack_of(lexicon: Path | str | None = None, language: str = DEFAULT) -> Pack:
    """The pack of the language with the tables of the user's own folder, where one is given."""
    return load_pack(language, Path(lexicon) if lexicon is not None else None)


def warm(pack: Pack) -> None:
    """All tables of the pack are in memory."""
    code_in(Report("0"), pack)


__all__ = ["DEFAULT", "LANGUAGES", "PACKS", "code", "code_report", "language_for", "pack_of", "repair", "warm"]
