"""When an event happened is what its own words tell, then its sentence; nothing falls back to the day of publication.

The day of a saying is that of what one does by it, and no day of what it tells; years before the report make an event
historical.
"""

import datetime as dt
from collections.abc import Sequence

from rasad.language.grammar import Grammar
from rasad.stages.code.one_date import one_date
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.status import ACTUAL, FUTURE, HISTORICAL
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.time_spans import OCCASION
from rasad.stages.find.times import Time
from rasad.stages.reading import Reading

_LONG_AGO = 2  # years before the report from which on an event is its background
_SINCE = 7  # words from «از زمان» to the time that it is about
_DAY = len("2023-09-19")
_IN_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})  # what one does by saying it
_SPOKEN = _IN_WORDS | {"SUPPORT", "CONCEDE", "AGREE"}  # what is done by saying it
_TALKS = frozenset({"CONSULT"})
_NEWS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})  # what is told on the day when it happened, or the next
_LASTING = frozenset({"COERCE", "SANCTION"})  # what one begins to do and then keeps up
_ONCE = frozenset({"past", "pluperfect"})  # tenses of what was done once
_BEFORE = _ONCE | {"perfect"}
_LATELY = 3  # days before the report since which something goes on that is news
_OVER = frozenset({ACTUAL, HISTORICAL})  # what was done before it was reported …
_COMING = "present"  # … but for what is told in the present: «فردا سفر می‌کند»
_OCCASION = frozenset({"in", "cause", "time"})  # slots that tell on what occasion something was said


class DateFinder:
    """Finds the day, month or year of events in one language."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.since = grammar["of"]

    def date(self, reading: Reading, trigger: Trigger, scene: Scene, status: str,
             others: Sequence[Trigger] = ()) -> tuple[str, str, bool]:
        """The date told in the event's clause, else in its sentence, and the status: years ago is historical.

        At last, whether the date is only that of the saying in which the event is told. The day of one of the
        `others` is none of it, and what is to be may begin on the day since which it holds.
        """
        clauses = (trigger.clause.number, trigger.clause.parent)
        verb = trigger.clause.verb
        over = status in _OVER and not (trigger.verbal and verb is not None and verb.tense == _COMING)
        end = scene.published[:_DAY] if over else ""
        words = trigger.frame.type in _SPOKEN | _TALKS
        times = [t for t in reading.times if t.value and not (end and t.value > end)
                 and not (words and t.grain == OCCASION) and not self._of_another(reading, t, trigger, others)]
        near = [t for t in times if reading.clause_at(t.first).number in clauses or self._begun(reading, trigger, t)]
        years = [int(t.value.rpartition("/")[2][:4]) for t in near]
        if status == ACTUAL and years and scene.published and int(scene.published[:4]) - max(years) >= _LONG_AGO:
            status = HISTORICAL
        told = [t for t in times if one_date(t) and (
            status == FUTURE or not self._since(reading, t) or self._begun(reading, trigger, t))]
        own = self._of_event(reading, trigger, scene, told) or self._lately(reading, trigger, scene, near)
        value = max(((one_date(t), -abs(t.first - trigger.first)) for t in own if t in near),
                    key=lambda found: (len(found[0]), found[1]), default=("", 0))[0]
        carried = "" if reading.times else scene.carried[reading.sentence.number]
        if not value and status == FUTURE:
            value = max(carried, _one_day(own))
            value = value if value >= scene.published[:_DAY] else ""
        if value or status in {HISTORICAL, FUTURE}:
            return value, status, False
        day = _one_day(own) or _one_month(own) or carried
        if day or trigger.frame.type not in _SPOKEN | _NEWS | _TALKS:
            return day, status, False
        return _one_day(told), status, True

    @staticmethod
    def _of_another(reading: Reading, time: Time, trigger: Trigger, others: Sequence[Trigger]) -> bool:
        """Whether a time hangs on the event that words are about, not on their occasion: «مسئول انفجارهای دیروز»."""
        if trigger.frame.type not in _IN_WORDS or not any(
                t.noun[1] == time.first - 1 and t.first != trigger.first for t in others):
            return False
        chunks = reading.roles[reading.clause_at(time.first).number].chunks
        return not any(c.first <= time.first <= c.last and c.slot in _OCCASION for c in chunks)

    def _since(self, reading: Reading, time: Time) -> bool:
        """Whether a time is only when something began: «از سال …», «از زمان آغاز … در مهر»."""
        keys, since = reading.sentence.keys, self.grammar.phrases["since"]
        pointed = time.first > 1 and keys[time.first - 1] in self.grammar["demonstrative"]
        if time.first > 0 and keys[time.first - 1 - pointed] in self.since:
            return True
        before = [i for i in range(max(0, time.first - _SINCE), time.first) if since.begins[keys[i]]]
        return any(since.longest(keys, i, time.first) is not None for i in before)

    def _begun(self, reading: Reading, trigger: Trigger, time: Time) -> bool:
        """Whether a time since when something holds is that of the deed: «از سال ۱۹۸۹ X را تحریم کرد».

        So is that since which it goes on («از دیروز آغاز شد»). A deed is done once where its verb looks back on it
        from then or now, and is not told as going on.
        """
        clause, keys = reading.clause_at(time.first), reading.sentence.keys
        verb = clause.verb
        begun, bare = self.grammar["begun"], time.first > 0 and keys[time.first - 1] in self.since
        if bare and keys[time.last + 1:time.last + 2] and keys[time.last + 1] in self.grammar["that"]:
            return trigger.first > time.last and clause.number in {trigger.clause.number, trigger.clause.parent}
        if not trigger.verbal and trigger.first > 0 and keys[trigger.first - 1] in begun:
            return not bare and trigger.last < time.first and self._since(reading, time)  # «از زمان آغاز X در …»
        if verb is None or verb.tense not in _BEFORE or not bare:
            return False
        own = trigger.verbal and trigger.clause.number == clause.number and trigger.frame.type in _LASTING
        begins = any(keys[i] in begun for i in (verb.first, verb.noun) if i >= 0)
        return (own and verb.tense in _ONCE) or (begins and trigger.clause.number in {clause.number, clause.parent})

    def _lately(self, reading: Reading, trigger: Trigger, scene: Scene, near: Sequence[Time]) -> list[Time]:
        """The days just before the report since which what its clause tells is done: «از بامداد امروز … کرده‌اند»."""
        clause = trigger.clause
        if clause.verb is None or clause.verb.tense not in _BEFORE:
            return []
        return [t for t in near if len(t.value) == _DAY and reading.clause_at(t.first).number == clause.number
                and _days_between(t.value, scene.published) <= _LATELY]

    @staticmethod
    def _of_event(reading: Reading, trigger: Trigger, scene: Scene, times: list[Time]) -> list[Time]:
        """The times that stand in the same words as the event: in what somebody says, or outside it as it does."""
        starts = reading.sentence.starts
        said = innermost(scene.speeches, starts[trigger.first]) if times else None
        if said is None or said.sentence != reading.sentence.number:
            return times
        return [t for t in times if said.holds(starts[t.first])]


def _days_between(day: str, published: str) -> int:
    """How many days lie between two, as many as can be where one is not told."""
    if min(len(day), len(published)) < _DAY:
        return dt.timedelta.max.days
    return abs((dt.date.fromisoformat(published[:_DAY]) - dt.date.fromisoformat(day)).days)


def _one_month(times: Sequence[Time]) -> str:
    """The month that these times name, "" where they tell more than that one."""
    dates = {one_date(t) for t in times}
    return dates.pop() if len(dates) == 1 and {t.grain for t in times} == {"month"} else ""


def _one_day(times: Sequence[Time]) -> str:
    """The day that all of these times that tell a day agree on, "" where they tell none or several."""
    days = {t.value for t in times if len(t.value) == _DAY}
    return days.pop() if len(days) == 1 else ""
