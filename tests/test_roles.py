"""Who stands where in a clause: subject, object with «را», and what hangs on prepositions."""

from dataclasses import dataclass
from itertools import pairwise

import pytest

from rasad.coder import work
from rasad.language.grammar import Grammar
from rasad.pack import load_pack
from rasad.records import Report
from rasad.stages.find.role_words import Edges, RoleWords, load_edges
from rasad.stages.find.roles import Chunk, RoleFinder, Roles
from rasad.stages.reading import Reading

PACK = load_pack("fa")
FINDER = RoleFinder(PACK.grammar, load_edges(PACK.folder))


@dataclass(frozen=True, slots=True)
class Found:
    """The roles of one clause, with the sentence they are in."""

    reading: Reading
    roles: Roles

    def words(self, chunk: Chunk | None) -> str:
        """The words of a chunk, empty for none."""
        return " ".join(self.reading.sentence.words[chunk.first:chunk.last + 1]) if chunk is not None else ""

    @property
    def subject(self) -> str:
        return self.words(self.roles.subject)

    @property
    def object(self) -> str:
        return self.words(self.roles.object)

    def under(self, slot: str) -> list[str]:
        """The words of every chunk in the slot."""
        return [self.words(chunk) for chunk in self.roles.under(slot)]


def found(text: str, verb: int = -1) -> Found:
    """The roles of the clause of one of the verbs, the last one unless told."""
    reading = work(Report(text, "r", "isna", "2024-05-14"), PACK).readings[0]
    times = frozenset(i for time in reading.times for i in range(time.first, time.last + 1))
    clauses = sorted((c for c in reading.clauses if c.verb is not None), key=lambda c: c.last)
    return Found(reading, FINDER.find(reading.sentence, clauses[verb], reading.by_first, times))


def case(gloss: str, text: str, *wanted: str) -> object:
    """A sentence under its gloss."""
    return pytest.param(text, *wanted, id=gloss)


@pytest.mark.parametrize(("text", "subject", "object_"), [
    case("France condemned the attack", "فرانسه این حمله را محکوم کرد.", "فرانسه", "این حمله"),
    case("the army of Syria took the city", "ارتش سوریه شهر را گرفت.", "ارتش سوریه", "شهر"),
    case("the foreign ministry of Kenya rejected Uganda's proposal", "وزارت خارجه کنیا پیشنهاد اوگاندا را رد کرد.",
         "وزارت خارجه کنیا", "پیشنهاد اوگاندا"),
    case("he ended his speech", "وی سخنان خود را پایان داد.", "وی", "سخنان خود"),
    case("they left the hall", "آنها سالن را ترک کردند.", "آنها", "سالن"),
    case("the farmers closed the road", "کشاورزها جاده را بستند.", "کشاورزها", "جاده"),
    case("the minister opened the most important bridge", "وزیر مهم‌ترین پل را افتتاح کرد.", "وزیر",
         "مهم‌ترین پل"),
    case("the police of Kenya arrested three journalists",
         "پلیس کنیا سه خبرنگار را بازداشت کرد.", "پلیس کنیا", "سه خبرنگار"),
    case("Peru expelled 12 diplomats", "پرو ۱۲ دیپلمات را اخراج کرد.", "پرو", "۱۲ دیپلمات"),
])
def test_a_subject_and_an_object_that_meet_are_two_phrases(text: str, subject: str, object_: str) -> None:
    """A noun phrase ends where a name, a pronoun, a plural or a determiner shows it, without a comma."""
    roles = found(text)
    assert (roles.subject, roles.object) == (subject, object_)


@pytest.mark.parametrize(("text", "subject", "object_"), [
    case("the parliament passed the budget", "مجلس بودجه را تصویب کرد.", "مجلس", "بودجه"),
    case("the government sent aid", "دولت کمک‌ها را فرستاد.", "دولت", "کمک‌ها"),
    case("the government's budget was passed by them (they passed)", "بودجه دولت را تصویب کردند.", "", "بودجه دولت"),
    case("they reviewed the programmes of the ministry",
         "برنامه‌های وزارتخانه را بررسی کردند.", "", "برنامه‌های وزارتخانه"),
])
def test_counted_edges_part_what_no_sign_parts(text: str, subject: str, object_: str) -> None:
    """Where no sign shows the end of the subject, it ends where phrases mostly end, or not at all."""
    roles = found(text)
    assert (roles.subject, roles.object) == (subject, object_)


@pytest.mark.parametrize(("text", "subject", "object_"), [
    case("Iran yesterday rejected the offer", "ایران دیروز پیشنهاد را رد کرد.", "ایران", "پیشنهاد"),
    case("the US on Monday 4 March closed the border", "آمریکا روز دوشنبه ۴ مارس مرز را بست.", "آمریکا", "مرز"),
    case("he also denied the news", "وی همچنین این خبر را تکذیب کرد.", "وی", "این خبر"),
    case("Russia has not yet published the report", "روسیه هنوز گزارش را منتشر نکرده است.", "روسیه", "گزارش"),
    case("last night the guards closed the gate", "شب گذشته نگهبانان دروازه را بستند.", "نگهبانان", "دروازه"),
    case("Tehran must open the road", "تهران باید راه را باز کند.", "تهران", "راه"),
])
def test_adverbs_and_times_are_no_part_of_a_role(text: str, subject: str, object_: str) -> None:
    """An adverb, a date or a modal word between two phrases parts them and belongs to neither."""
    roles = found(text)
    assert (roles.subject, roles.object) == (subject, object_)


@pytest.mark.parametrize(("text", "subject", "object_"), [
    case("she took the letter in Cairo", "او در قاهره نامه را گرفت.", "او", "نامه"),
    case("we published his letter with their help", "ما با کمک آنها نامه او را منتشر کردیم.", "ما", "نامه او"),
    case("Russia in a statement accepted this demand", "روسیه در بیانیه خود این درخواست را پذیرفت.", "روسیه",
         "این درخواست"),
])
def test_words_behind_a_complete_phrase_are_the_object(text: str, subject: str, object_: str) -> None:
    """After a preposition «را» marks the words behind the noun phrase, when something else is the subject."""
    roles = found(text)
    assert (roles.subject, roles.object) == (subject, object_)


@pytest.mark.parametrize(("text", "object_"), [
    case("he rejected any talks with Japan", "وی هرگونه گفت‌وگو با ژاپن را رد کرد.", "هرگونه گفت‌وگو"),
    case("she ended the dependence on oil", "او وابستگی به نفت را پایان داد.", "وابستگی"),
    case("the storm destroyed one of the bridges", "طوفان یکی از پل‌ها را ویران کرد.", "یکی"),
])
def test_a_phrase_with_a_preposition_hangs_on_the_object(text: str, object_: str) -> None:
    """Where the phrase under the preposition is not complete, «را» marks the noun that it hangs on."""
    assert found(text).object == object_


@pytest.mark.parametrize(("text", "object_"), [
    case("justice, freedom and peace", "آنها عدالت، آزادی و صلح را ستودند.", "عدالت ، آزادی و صلح"),
    case("he called me", "او مرا صدا کرد.", "مرا"),
    case("he closed the back of the seat", "پشت صندلی را بست.", "پشت صندلی"),
    case("she has the right to a lawyer", "او حق داشتن وکیل را دارد.", "حق داشتن وکیل"),
    case("the list below", "وزیر فهرست زیر را منتشر کرد.", "فهرست زیر"),
])
def test_the_object_is_whole(text: str, object_: str) -> None:
    """A list, a pronoun written together with «را» and a word that looks like a preposition are all object."""
    assert found(text).object == object_


@pytest.mark.parametrize(("text", "subject"), [
    case("I accept the plan of the president", "طرح رئیس‌جمهور را می‌پذیرم.", ""),
    case("we welcome the decision of Canada", "از تصمیم کانادا استقبال می‌کنیم.", ""),
    case("we support Canada", "ما از کانادا حمایت می‌کنیم.", "ما"),
    case("we ourselves will decide", "خودمان تصمیم می‌گیریم.", "خودمان"),
])
def test_the_first_and_second_person_have_pronouns_as_subjects(text: str, subject: str) -> None:
    """A verb in the first or second person has a pronoun for its subject or none at all."""
    assert found(text).subject == subject


@pytest.mark.parametrize(("text", "subject"), [
    case("it is natural", "طبیعی است.", ""),
    case("the minister is in Rome", "وزیر در رم است.", "وزیر"),
])
def test_what_a_copula_says_is_no_subject(text: str, subject: str) -> None:
    """A lone word directly before a copula is what is said of somebody, not who."""
    assert found(text).subject == subject


@pytest.mark.parametrize(("text", "subject"), [
    case("more than 40 soldiers were wounded in the south", "در جنوب بیش از ۴۰ سرباز زخمی شدند.", "۴۰ سرباز"),
    case("about 20 houses collapsed", "حدود ۲۰ خانه فروریخت.", "۲۰ خانه"),
])
def test_about_before_a_number_is_no_preposition(text: str, subject: str) -> None:
    """«بیش از» and the like before a number leave the counted phrase in its role."""
    assert found(text).subject == subject


@pytest.mark.parametrize(("text", "subject", "object_"), [
    case("Syria the Turkish army bombed", "سوریه را ارتش ترکیه بمباران کرد.", "ارتش ترکیه", "سوریه"),
    case("they called him a deputy of Iran", "او را نماینده ایران خواندند.", "", "او"),
])
def test_a_subject_may_follow_the_object(text: str, subject: str, object_: str) -> None:
    """Behind the object stands the subject when it is the name of a state or body, not a title given."""
    roles = found(text)
    assert (roles.subject, roles.object) == (subject, object_)


def test_a_number_after_about_stays_under_its_preposition() -> None:
    """«با بیش از ۴۰ کشور»: the number is under «با», not a subject."""
    roles = found("وزیر با بیش از ۴۰ کشور گفت‌وگو کرد.")  # the minister talked with more than 40 countries
    assert (roles.subject, roles.under("with")) == ("وزیر", ["۴۰ کشور"])


def test_after_is_one_preposition() -> None:
    """«پس از» is a time, although «پس» alone joins clauses."""
    roles = found("وزیر پس از نشست به شهر رفت.")  # after the session the minister went to the city
    assert (roles.under("time"), roles.under("from"), roles.subject) == (["نشست"], [], "وزیر")


def test_words_in_brackets_are_passed_over() -> None:
    """What stands in brackets neither ends a phrase nor is the object."""
    roles = found("او سخنان (بیانات) رهبر را شنید.")  # he heard the words (sayings) of the leader
    assert roles.object.startswith("سخنان")
    assert roles.object.endswith("رهبر")


def test_a_clause_inside_ends_the_phrase_before_it() -> None:
    """The object behind a relative clause does not run into the noun before it."""
    # the delegation that has come to the city visited three camps
    roles = found("هیئتی که به شهر رسیده است سه اردوگاه را بازدید کرد.")
    assert (roles.subject, roles.object) == ("هیئتی", "سه اردوگاه")


def test_names_after_commas_are_one_list() -> None:
    """Countries after commas go on with the list before them, as subject and under a preposition."""
    roles = found("فرانسه، آلمان و اسپانیا با مصر، اردن و عراق گفت‌وگو کردند.")
    assert roles.roles.subject is not None
    assert [m.code for m in roles.roles.subject.mentions] == ["FRA", "DEU", "ESP"]
    assert [m.code for m in roles.roles.under("with")[0].mentions] == ["EGY", "JOR", "IRQ"]


def test_every_word_is_in_one_chunk_at_most() -> None:
    """Chunks come in order and do not overlap, however the object was parted."""
    chunks = found("دولت در نامه‌ای به سازمان ملل، اقدامات ارتش ترکیه در شمال عراق را محکوم کرد.").roles.chunks
    assert all(a.last < b.first for a, b in pairwise(chunks))


def test_a_clause_without_words_has_no_roles() -> None:
    """A lone verb has neither subject nor object."""
    roles = found("نمی‌پذیریم.").roles  # we do not accept
    assert (roles.chunks, roles.subject, roles.object) == ([], None, None)


@pytest.fixture(scope="module")
def words(grammar: Grammar) -> RoleWords:
    return RoleWords(grammar, Edges({"شهر": 1.0}, {"نامه": 2.0}))


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return PACK.grammar


def test_a_joint_weighs_both_sides(words: RoleWords) -> None:
    """A joint is the likelier the more often the one word ends phrases and the other begins them."""
    assert words.joint("شهر", "نامه") > words.joint("شهر", "کتاب") > words.joint("کتاب", "کتاب")


def test_a_phrase_never_ends_with_an_ezafe(words: RoleWords) -> None:
    """After a written ezafe («نیروهای») no phrase begins, whatever the next word is."""
    assert words.joint("نیروهای", "نامه") < min(words.joint("نیروها", "نامه"), words.joint("کتاب", "کتاب"))


def test_the_edges_of_the_pack_are_known_words() -> None:
    """Every word of the table weighs for or against an edge, «وزارت» against ending a phrase."""
    edges = load_edges(PACK.folder)
    assert edges.closes["وزارت"] < 0
    assert all(value != 0 for value in (*edges.closes.values(), *edges.opens.values()))
