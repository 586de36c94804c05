"""The docs are true: commands give what is shown, tables and records stand there with all their fields, links lead on.

A page is read as a reader would: a block after "save it as `NAME`:" is written to that file, the commands
of a `console` block are run in order, and `…` stands for lines, or for a part of a line, left out.
"""

import json
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import ROOT, SAMPLES, Ran, Rasad

from rasad.language.tables import rows, values
from rasad.pack import PACKS, Pack
from rasad.schema import json_schema

PAGES = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
         for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))}
LEXICON, RECORDS = PAGES["docs/lexicon.md"], PAGES["docs/records.md"]
TABLES = sorted(path.relative_to(PACKS).as_posix() for path in PACKS.glob("*/*.tsv"))
UNSEEN = re.compile("[\u200e\u200f\u2066-\u2069]")  # marks of direction that the terminal view puts in
FENCE = re.compile(r"(?P<before>[^\n]*\n)?\n```(?P<kind>\w*)\n(?P<body>.*?)```", re.DOTALL)
SAVED = re.compile(r"`([\w./-]+\.(?:txt|tsv|jsonl))`:\s*$")
ELSEWHERE = ("make", "pip")  # commands that build an environment; their targets are looked at, not run
GAP = "…"


class Block(NamedTuple):
    """A fenced block of a page: its language, the file it is to be saved as, and its text."""

    kind: str
    saved: str
    body: str


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    for match in FENCE.finditer(page):
        saved = SAVED.search(match["before"] or "")
        yield Block(match["kind"], saved[1] if saved else "", match["body"])


def commands(body: str) -> Iterator[tuple[str, list[str]]]:
    """(command, lines shown below it) of a console block."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown.splitlines()


def plain(line: str) -> str:
    """The line as a reader sees it: without marks of direction, blanks run together."""
    return " ".join(UNSEEN.sub("", line).split())


def missing(shown: list[str], output: str) -> list[str]:
    """The shown lines that do not follow on each other in the output, which may have more only where `…` stands."""
    lines, wanted = [plain(line) for line in output.splitlines()], [plain(line) for line in shown]
    at, lost, free = 0, [], False
    for line in filter(None, wanted):
        if line == GAP:
            free = True
            continue
        pattern = re.compile(".*".join(re.escape(part.strip()) for part in line.split(GAP)))
        found = next((n for n in range(at, len(lines)) if pattern.fullmatch(lines[n])), -1)
        if found < 0 or (not free and any(lines[at:found])):
            lost.append(line)
            continue
        at, free = found + 1, False
    return lost + [f"and also: {line}" for line in lines[at:] if line and not free]


def holds(whole: Any, part: Any) -> bool:
    """Whether JSON `part` is `whole` with fields left out."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and holds(whole[key], part[key]) for key in part)
    if isinstance(part, list):
        return isinstance(whole, list) and len(whole) == len(part) and all(map(holds, whole, part))
    return bool(whole == part)


class Reader:
    """Does what a page says, in a folder of its own."""

    def __init__(self, rasad: Rasad, folder: Path) -> None:
        self.rasad, self.folder, self.last, self.wrong = rasad, folder, Ran(0, "", ""), list[str]()

    def follow(self, page: str) -> list[str]:
        """What is not as the page says."""
        printed = ""
        for block in blocks(page):
            if block.saved:
                self._save(block)
            elif block.kind == "console":
                self._run(block.body)
            elif block.kind == "json" and not holds(json.loads(self.last.out), json.loads(block.body)):
                self.wrong.append(block.body)
            elif block.kind == "python":
                printed = self._execute(block.body)
            elif block.kind == "text":
                self.wrong += missing(block.body.splitlines(), printed)
        return self.wrong

    def _save(self, block: Block) -> None:
        path = self.folder / block.saved
        path.parent.mkdir(exist_ok=True)
        path.write_text(block.body, encoding="utf-8")

    def _run(self, body: str) -> None:
        for command, shown in commands(body):
            program, *arguments = shlex.split(command)
            if program in ELSEWHERE:
                continue
            assert program == "rasad", command
            into = arguments.pop() if ">" in arguments else ""
            self.last = self.rasad(*[argument for argument in arguments if argument != ">"])
            if into:
                (self.folder / into).write_text(self.last.out, encoding="utf-8")
            if shown:
                self.wrong += [f"{command}: {line}" for line in missing(shown, self.last.out + self.last.err)]

    @staticmethod
    def _execute(code: str) -> str:
        printed = StringIO()
        with redirect_stdout(printed):
            exec(compile(code, "README", "exec"), {})  # noqa: S102 - the code of our own page
        return printed.getvalue()


@pytest.mark.parametrize("page", sorted(PAGES))
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_the_commands_of_a_page_give_what_it_shows(page: str, rasad: Rasad, tmp_path: Path,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    """Followed from top to bottom in an empty folder, a page is right about every output it shows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "samples.jsonl").write_text(SAMPLES.read_text(encoding="utf-8"), encoding="utf-8")
    assert Reader(rasad, tmp_path).follow(PAGES[page]) == []


def test_a_wrong_output_would_be_seen() -> None:
    """A line that is not there, lines left out without a sign, and another value in JSON are told."""
    assert missing(["a", "c"], "a\nb\nc\n") == ["c", "and also: b", "and also: c"]
    assert missing(["a", "…", "c"], "a\nb\nc\n") == []
    assert missing(["a", "d…"], "a\nb\n") == ["d…", "and also: b"]
    assert not holds({"events": [{"type": "AID"}]}, {"events": [{"type": "ASSAULT"}]})


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_make_target_named_is_there(page: str) -> None:
    """`make TARGET` names targets of the Makefile."""
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"[`\n] *(?:\$ )?make (\w+)[`\n]", PAGES[page])) <= targets


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_script_named_is_there(page: str) -> None:
    """Scripts and files of the repository that a page names exist."""
    named = re.findall(r"(?:^|[ `(])((?:tools|bench|tests|src)/[\w./]+)", PAGES[page])
    assert [path for path in named if not (ROOT / path.rstrip(".")).exists()] == []


# ---- links


def anchors(page: str) -> set[str]:
    """The names under which the headings of a page are reached."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", page, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_link_leads_somewhere(page: str) -> None:
    """A link leads to a file that is there, and to a heading that is in it."""
    lost = []
    for link in re.findall(r"\]\(([^)\s]+)\)", PAGES[page]):
        if link.startswith("http"):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / page).parent / path if path else ROOT / page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            lost.append(link)
    assert lost == []


# ---- the page on the lexicon


class Section(NamedTuple):
    """What the page says of a table: its columns, whether a folder of one's own may hold it, and rows of it."""

    columns: list[str]
    own: bool
    rows: list[list[str]]


def sections() -> dict[str, Section]:
    """By table, what the page on the lexicon says of it."""
    found = {}
    for part in re.split(r"^### ", LEXICON, flags=re.MULTILINE)[1:]:
        title, _, text = part.partition("\n")
        text = re.split(r"^## ", text, flags=re.MULTILINE)[0]
        first = text.partition("| column | holds |")[2].partition("\n\n")[0]
        own = "Read from your folder: yes" in " ".join(text.split())
        shown = [line.split("\t") for block in blocks(text) if block.kind == "tsv" for line in block.body.splitlines()]
        section = Section(re.findall(r"^\| (\w+) \|", first, re.MULTILINE), own, shown)
        found.update(dict.fromkeys(re.findall(r"`([\w/]+\.tsv)`", title), section))
    return found


SECTIONS = sections()


def test_every_table_stands_in_the_page() -> None:
    """The page has a section for every table of the packs, and for no other."""
    assert sorted(SECTIONS) == TABLES


@pytest.mark.parametrize("table", TABLES)
def test_the_columns_of_a_table_stand_in_the_page(table: str) -> None:
    """The page tells of every column, in the order of the table."""
    lines = (PACKS / table).read_text(encoding="utf-8").splitlines()
    header = next(line for line in lines if line and not line.startswith("#"))
    assert SECTIONS[table].columns == header.split("\t")


@pytest.mark.parametrize("table", [name for name in TABLES if SECTIONS[name].rows])
def test_the_rows_shown_are_rows_of_the_table(table: str) -> None:
    """A row that the page shows is in the table, with all its values or some of them."""
    names = [name for name, section in SECTIONS.items() if section is SECTIONS[table]]
    known = [row for name in names for row in rows(PACKS / name)]
    for shown in SECTIONS[table].rows:
        row = dict(zip(SECTIONS[table].columns, shown, strict=False))
        assert any(all(set(values(row, column)) <= set(values(other, column)) for column in row)
                   for other in known), shown


def test_the_page_tells_which_tables_a_folder_of_ones_own_may_hold(tmp_path: Path,
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    """Exactly the tables that are said to be read from the user's folder are read from it."""
    for table in TABLES:
        (tmp_path / Path(table).name).write_text("\t".join(SECTIONS[table].columns) + "\n", encoding="utf-8")
    opened, read, opening = set(), Path.read_text, Path.open

    def read_text(self: Path, *arguments: Any, **named: Any) -> str:
        opened.add(self)
        return read(self, *arguments, **named)

    def open_(self: Path, *arguments: Any, **named: Any) -> Any:
        opened.add(self)
        return opening(self, *arguments, **named)

    monkeypatch.setattr(Path, "read_text", read_text)
    monkeypatch.setattr(Path, "open", open_)
    pack = Pack("fa", tmp_path)
    for name, value in vars(Pack).items():
        if isinstance(value, cached_property) and name != "lexicon":  # the digest opens every file
            getattr(pack, name)
    assert {p.name for p in opened if p.parent == tmp_path} == {Path(t).name for t in TABLES if SECTIONS[t].own}


# ---- the page on the records


def fields(title: str, column: int = 0) -> set[str]:
    """The fields that the first table of a section of the page names."""
    text = RECORDS.partition(f"## {title}\n")[2].partition("\n## ")[0]
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return {field for cells in lines for field in cells[column].split(", ")}


@pytest.mark.parametrize(("record", "title", "column"), [
    ("", "The parts", 0), ("Statement", "Statement", 0), ("Event", "Event", 0), ("Party", "Party", 0),
    ("Place", "Place, agreement, actor, time", 1), ("Agreement", "Place, agreement, actor, time", 1),
    ("Actor", "Place, agreement, actor, time", 1), ("Time", "Place, agreement, actor, time", 1)])
def test_every_field_of_a_record_stands_in_the_page(record: str, title: str, column: int) -> None:
    """The page tells of every field that the schema has."""
    schema = json_schema()
    wanted = schema["$defs"][record] if record else schema
    assert set(wanted["properties"]) - fields(title, column) == set()


def test_every_status_type_and_harm_stands_in_the_page() -> None:
    """The page names every value that a field may only have."""
    definitions = json_schema()["$defs"]
    named = [value for record in definitions.values() for field in record["properties"].values()
             for value in field.get("enum", ()) if value]
    assert [value for value in named if not re.search(rf"\b{value}\b", RECORDS)] == []
