"""`rasad explain` shows why each record is there; `rasad gaps` shows what is lacking."""

import json
import math
import re
from pathlib import Path

import pytest
from conftest import SAMPLES, SENTENCE, Rasad

from rasad.cli.signs_told import sign_told
from rasad.language.weights import load_weights
from rasad.pack import PACKS, load_pack

MUCH = 99  # a weight that no others outweigh
ROUNDED = 0.03  # what weights told with two places may come to


def test_an_event_is_explained_by_its_words_entry_and_slots(rasad: Rasad) -> None:
    """The words that triggered it, the entry they matched, who fills each slot, and who vouches for it are told."""
    out = rasad("explain", "-", stdin=SENTENCE.encode()).out
    events = out[out.index("Events"):]
    for piece in ("because", "حمله کردند", "assault/attack in frames.tsv", "subj", "UKR.MIL → actor",
                  "according to RUS.GOV in s1"):
        assert piece in events


def test_confidence_is_explained_by_what_it_is_made_of(rasad: Rasad) -> None:
    """Under how sure an event is stand the features that make it so, in words and with their weights."""
    out = rasad("explain", "-", stdin=SENTENCE.encode()).out
    under = out[out.index("      sure "):].replace("\u200e", "").partition("\n\n")[0]
    first, *made_of = [line.split(maxsplit=1) for line in under.splitlines()]
    [event] = json.loads(rasad("code", "-", stdin=SENTENCE.encode()).out)["events"]
    assert first[1].startswith(f"{event['confidence']:.2f}, ")
    total = sum(float(weight) for weight, _ in made_of)
    assert abs(1 / (1 + math.exp(-total)) - event["confidence"]) < ROUNDED


def weighed(folder: Path, table: str, **weights: float) -> Path:
    """A folder of one's own with a table of weights."""
    lines = ["sign\tweight", *(f"{sign}\t{weight}" for sign, weight in weights.items())]
    (folder / table).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_an_event_is_told_with_its_chance_and_the_signs_that_spoke_loudest(rasad: Rasad) -> None:
    """Under the chance stand at most three signs for the event and three against it, the loudest first."""
    out = rasad("explain", "-", stdin=SENTENCE.encode()).out.replace("\u200e", "")
    kept = re.search(r"      kept      chance ([\d.]+), needs ([\d.]+); by the grammar an event\n"
                     r"((?:        [+-].*\n)+)", out)
    assert kept is not None
    assert float(kept[1]) >= float(kept[2])
    weights = [float(line.split()[0]) for line in kept[3].splitlines()]
    speak, oppose = [w for w in weights if w > 0], [w for w in weights if w < 0]
    assert weights == [*sorted(speak, reverse=True), *sorted(oppose)]
    assert 0 < len(speak) <= 3
    assert len(oppose) <= 3


def test_a_sign_of_ones_own_weight_is_the_loudest(rasad: Rasad, tmp_path: Path) -> None:
    """What weighs most against an event that is kept all the same is told first of what speaks against it."""
    out = rasad("explain", "-", "--lexicon", weighed(tmp_path, "keeping.tsv", **{"base": MUCH, "t:ASSAULT": -50}),
                stdin=SENTENCE.encode()).out.replace("\u200e", "")
    told = [line.split(maxsplit=1) for line in out[out.index("      kept "):].splitlines()[1:5]]
    assert told[0] == ["+99.00", "what any event begins with"]
    assert ["-50.00", "type: ASSAULT"] in told


def test_each_side_tells_how_likely_its_parties_are(rasad: Rasad) -> None:
    """Beside who did it and to whom stands a chance."""
    out = rasad("explain", "-", stdin=SENTENCE.encode()).out
    for side in ("actors", "recipients"):
        assert re.search(rf"      {side} .* · likely [01]\.\d\d\n", out)


def test_where_the_weights_differ_from_the_grammar_its_parties_are_told(rasad: Rasad, tmp_path: Path) -> None:
    """Where the weights have nobody, whom the grammar names stands below; where they agree, no such line does."""
    folder = weighed(tmp_path, "keeping.tsv", base=MUCH)
    out = rasad("explain", "-", "--lexicon", weighed(folder, "choosing.tsv", A0=MUCH), stdin=SENTENCE.encode()).out
    lines = out[out.index("Events"):].replace("\u200e", "").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("      actors"))
    assert "nobody named · likely 1.00" in lines[at]
    assert "by the grammar" in lines[at + 1]
    assert "نیروهای اوکراین" in lines[at + 1]
    assert lines[at + 2].startswith("      recipients ")
    assert "by the grammar" not in lines[at + 3]


def test_a_draft_that_was_not_kept_is_told_with_its_type_parties_and_chance(rasad: Rasad, tmp_path: Path) -> None:
    """Among the words that made no event stand those whose event was unlikely, with the grammar's verdict."""
    folder = weighed(tmp_path, "keeping.tsv", base=-MUCH)
    out = rasad("explain", "-", "--lexicon", folder, stdin=SENTENCE.encode()).out.replace("\u200e", "")
    assert "none" in out[out.index("Events"):out.index("Words that made no event")]
    [word, why] = out[out.index("Words that made no event"):].splitlines()[1:]
    assert "حمله کردند" in word
    assert word.endswith("(active verb, sentence 1, clause 2) assault/attack")
    assert re.fullmatch(r" +no ASSAULT UKR\.MIL → RUS(\.\w+)?: chance 0\.00, needs 0\.\d\d; by the grammar an event",
                        why)


def test_a_draft_with_nobody_likely_on_either_side_is_told_so(rasad: Rasad, tmp_path: Path) -> None:
    """Where the weights have nobody on both sides, that is the reason, and no chance is told."""
    folder = weighed(tmp_path, "choosing.tsv", A0=MUCH, R0=MUCH)
    out = rasad("explain", "-", "--lexicon", folder, stdin=SENTENCE.encode()).out
    assert "no ASSAULT: nobody is likely to be a party of it; by the grammar an event" in out


def test_a_draft_of_parties_that_do_no_such_deed_is_told_so(rasad: Rasad, tmp_path: Path) -> None:
    """However likely it is held, an army that attacks its own government is no event, and that is told."""
    folder = weighed(tmp_path, "keeping.tsv", base=MUCH)
    text = "ارتش روسیه به وزارت خارجه روسیه حمله کرد."
    out = rasad("explain", "-", "--lexicon", folder, stdin=text.encode()).out
    assert "such parties do no such deed" in out[out.index("Words that made no event"):]


def test_every_sign_of_the_package_is_told_in_words() -> None:
    """No sign by which events are kept is shown as it stands in the table."""
    features = load_pack("fa").confidence.weights
    signs = load_weights("keeping.tsv", PACKS / "fa")
    assert [sign for sign in signs if sign_told(sign, features) == sign] == []


@pytest.mark.parametrize(("sign", "told"), [
    ("t:AID/v/AR", "type: AID, verb, actor and recipient"),
    ("t:AID/n/A", "type: AID, noun, actor alone"),
    ("ve:wanting/A/v", "by the grammar: a party is missing, actor alone, verb"),
    ("ve:kept/R/v", "by the grammar: an event, recipient alone, verb"),
    ("e:aid/send/AR=", "entry: aid/send, one country on both sides"),
    ("e:aid/send", "entry: aid/send"),
    ("h:AID/o", "type and whose words: AID, the outlet's own"),
    ("A:7/AID", "how likely the actors are: 0.7, AID"),
    ("AR:10", "how likely both sides are: 1.0"),
    ("x:GOV/-/AID", "sectors: GOV → no sector, AID"),
    ("x:0/MIL", "sectors: nobody → MIL"),
    ("n:weak/AID", "note: weak, AID"),
    ("nobody:knows", "nobody:knows"),
])
def test_a_sign_is_told_by_its_family_and_parts(sign: str, told: str) -> None:
    """Codes of sides, voices and verdicts are words; what nobody knows stays as it is."""
    assert sign_told(sign, {}) == told


def test_a_statement_is_explained_by_its_cue(rasad: Rasad) -> None:
    """Speaker, cue and what was said are told."""
    out = rasad("explain", "-", stdin=SENTENCE.encode()).out
    statements = out[out.index("Statements"):out.index("Events")]
    for piece in ("RUS.GOV", "گفت", "نیروهای اوکراین به مسکو حمله کردند"):
        assert piece in statements


def test_a_repair_is_explained_by_its_steps(rasad: Rasad) -> None:
    """Each change of the text is told by the word as it was and as it is."""
    out = rasad("explain", "-", stdin="وزير خارجه روسیه گفت نميدهیم.".encode()).out
    repairs = out[out.index("Repair"):out.index("Sentences")]
    assert "نميدهیم" in repairs
    assert "نمی‌دهیم" in repairs


def test_clauses_and_roles_are_told(rasad: Rasad) -> None:
    """The clauses of each sentence are told with their verbs and roles."""
    out = rasad("explain", "-", stdin=SENTENCE.encode()).out
    sentences = out[out.index("Sentences"):out.index("Statements")]
    assert "subject" in sentences
    assert "گفتن" in sentences


def test_words_that_made_no_event_are_told_with_the_reason(rasad: Rasad) -> None:
    """«Russia wants an attack not to happen»: the word for an attack is named, and why it is no event."""
    out = rasad("explain", "-", stdin="مردم در حمله کشته شدند.".encode()).out
    assert "nobody known stands in its slots" in out[out.index("Words that made no event"):]


def test_one_of_several_reports_is_chosen_by_id(rasad: Rasad) -> None:
    """--id chooses; without it several reports are an error of usage that names their ids."""
    assert "sample-agency-02" in rasad("explain", SAMPLES, "--id", "sample-agency-02").out.splitlines()[0]
    ran = rasad("explain", SAMPLES)
    assert ran.code == 2
    assert "sample-agency-01" in ran.err


def test_an_id_that_is_not_there_is_named(rasad: Rasad) -> None:
    """An id no report has is one line and exit code 1."""
    ran = rasad("explain", SAMPLES, "--id", "nobody")
    assert (ran.code, ran.err.splitlines()) == (1, [ran.err.strip()])
    assert "nobody: no report with this id" in ran.err


def test_every_sample_can_be_explained(rasad: Rasad, samples: list[dict[str, str]]) -> None:
    """Every event and statement of every sample has its explanation."""
    coded = [json.loads(line) for line in rasad("code", SAMPLES).out.splitlines()]
    for sample, report in zip(samples, coded, strict=True):
        out = rasad("explain", SAMPLES, "--id", sample["id"]).out
        for letter, records in (("s", report["statements"]), ("e", report["events"])):
            assert all(f"  {letter}{number:<3}" in out for number in range(1, len(records) + 1))
        assert out.count("because") >= len(report["events"])


def test_gaps_list_what_is_lacking_most_frequent_first(rasad: Rasad, tmp_path: Path) -> None:
    """A speaker, a title, a verb and a place that no table knows are listed with counts and an example."""
    texts = ["بلاگردان روسیه گفت جنگ تمام شد.", "بلاگردان ایران گفت جنگ تمام شد.",
             "زرنوشان گفت جنگ تمام شد.", "ارتش روسیه در شهر کوکبلاغ مستقر شد."]
    path = tmp_path / "r.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    rows = [line.split("\t") for line in rasad("gaps", path).out.splitlines()]
    found = {(kind, phrase): int(count) for kind, count, phrase, _ in rows}
    assert found["title", "بلاگردان"] == 2
    assert found["speaker", "زرنوشان"] == 1
    assert found["place", "شهر کوکبلاغ"] == 1
    for kind in {row[0] for row in rows}:
        counts = [int(row[1]) for row in rows if row[0] == kind]
        assert counts == sorted(counts, reverse=True)
    assert all(row[3] in texts for row in rows)


def test_gaps_know_what_the_lexicon_knows(rasad: Rasad) -> None:
    """A word that a table knows is no gap."""
    assert not rasad("gaps", "--kind", "speaker", "--kind", "title", "--kind", "place", stdin=SENTENCE.encode()).out


def test_gaps_are_the_same_with_several_processes(rasad: Rasad) -> None:
    """Two processes find what one finds, and --top keeps the list short."""
    one = rasad("gaps", SAMPLES, "--top", "3").out
    assert one
    assert rasad("gaps", SAMPLES, "--top", "3", "--jobs", "2").out == one
    assert len(one.splitlines()) <= 15
