"""The status of an event follows from the tense, the negation and the mood around its trigger.

Persian says what may be with the subjunctive, what will be with the future, what is denied with
the negated verb; an event that is only wished, asked or threatened is no event of its own (None).
"""

from collections.abc import Collection

from rasad.language.grammar import Grammar
from rasad.stages.code.trigger import Trigger
from rasad.stages.code.within import avowed, wanted_of_others
from rasad.stages.read.clauses import IF, THAT, WHILE, Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

ACTUAL, HISTORICAL, FUTURE, HYPOTHETICAL, NEGATED = "actual", "historical", "future", "hypothetical", "negated"
# Prepositions under which an event noun is only a purpose or a topic, by type.
_PURPOSES = {**dict.fromkeys(("AGREE", "CONSULT", "COOPERATE", "SUPPORT", "MOBILIZE", "COERCE", "RETREAT", "AID",
                              "REQUEST"), frozenset({"for", "about", "if"})), "ASSAULT": frozenset({"for"})}
_VAGUE = frozenset({"weak", "told", "killed", "inside"})  # notes of what is no attack on somebody by itself
_PLANNED = frozenset({"ASSAULT", "RETREAT", "COOPERATE", "AID"})
_PLAN = 4  # words before a purpose in which its plan is told: «قصد آنها برای ترور X»
_REACHED = 7  # words between what may be and the agreement that may be reached
_OVER = frozenset({"past", "pluperfect", "imperfect"})
_PAST = _OVER | {"perfect"}
_THIRD = 3
_TALKED_OF = frozenset({"CONCEDE", "RETREAT", "SUPPORT", "COOPERATE", "AID", "MOBILIZE"})
_PLOTTED = frozenset({"ASSAULT", "COERCE"})
_TOLD = frozenset({"ACCUSE", "SUPPORT", "REQUEST"})
_OTHERWISE = 2  # words at the opening of a clause that may tell it is what happens otherwise
_EASED = frozenset({"SANCTION", "COERCE"})  # what is lifted is conceded: see outcome
_MOODS = {"may": HYPOTHETICAL, "can": HYPOTHETICAL, "want": FUTURE, "decide": FUTURE, "plan": FUTURE}


class StatusFinder:
    """Tells the status of triggers in one language."""

    def __init__(self, grammar: Grammar) -> None:
        self.maybe, self.never = grammar["maybe"], grammar["not"]
        self.perhaps, self.past = grammar["maybe-adverb"], grammar["past-event"]
        self.planned = grammar["planned"]
        self.topics = grammar["topic-noun"]
        self.any, self.either = grammar["any"], grammar["either"]
        self.reasons = grammar["reason"]
        self.states = grammar["copula"]
        self.announced, self.asked = grammar["announced"], grammar["whether"]
        self.efforts = grammar["effort"]
        self.otherwise = grammar.phrases["otherwise"]

    def plotted(self, reading: Reading, trigger: Trigger) -> bool:
        """Whether a deed of force, or a charge, is only what somebody tries: «سعی دارد دولت X را سرنگون کند»."""
        verb = trigger.clause.verb
        charge = trigger.frame.type == "ACCUSE" and "inside" in trigger.frame.notes
        return (trigger.verbal and (charge or trigger.frame.type in _PLOTTED) and verb is not None and not verb.negated
                and verb.tense == "subjunctive" and verb.person == _THIRD
                and (verb.modal == "want" or self.tried(reading, trigger.clause)))

    def status(self, reading: Reading, trigger: Trigger, day: str = "") -> str | None:
        """The status on the `day` of the report, or None for what is only wished, asked or meant."""
        if trigger.verbal and _over(trigger, self.states):
            return None
        if trigger.verbal:
            status = self._verbal(reading, trigger)
            meant = "ahead" in trigger.frame.notes
            ahead = meant or _to_come(reading, trigger.clause, day) or _scheduled(trigger, self.states)
            return FUTURE if status == ACTUAL and ahead else status
        status = FUTURE if "future" in trigger.frame.notes else self._nominal(reading, trigger)
        ahead = status == ACTUAL and trigger.frame.type == "CONSULT" and _at_what_comes(reading, trigger, day)
        return FUTURE if ahead else status

    def _verbal(self, reading: Reading, trigger: Trigger) -> str | None:
        clause, verb = trigger.clause, trigger.clause.verb
        if verb is None or avowed(trigger):
            return ACTUAL
        if verb.negated and not trigger.negative:
            return NEGATED if verb.tense != "subjunctive" or verb.modal == "did" or _unable(verb) else None
        noun = trigger.noun[0]
        if noun > 0 and set(reading.sentence.keys[max(0, noun - 2):noun]) & self.maybe:
            return HYPOTHETICAL
        if trigger.aspect == "plan":
            return FUTURE
        hangs = self.hangs(reading, clause)
        told = trigger.frame.type in _TOLD  # what one thinks of others is thought already
        conditional = clause.kind == IF or (hangs and verb.tense == "present" and not told)
        if conditional or any(reading.sentence.keys[i] in self.perhaps for i in clause.words):
            return HYPOTHETICAL
        refused = trigger.negative and verb.modal == "can"
        done = verb.modal == "did" or refused
        mood = ACTUAL if done else _MOODS.get(verb.modal)
        asked = wanted_of_others(reading, clause)
        if mood is not None and not asked:
            return mood
        if asked or verb.modal == "must" or any(reading.sentence.keys[i] in self.asked for i in clause.words):
            return None
        if verb.tense == "future":
            return FUTURE
        if verb.tense in {"subjunctive", "imperative", "conditional-past"}:
            past = None if "effort" in trigger.frame.notes else _PAST if trigger.frame.type == "ASSAULT" else ()
            return ACTUAL if self.tried(reading, clause, past) else self._wished(reading, clause)
        return ACTUAL

    def hangs(self, reading: Reading, clause: Clause) -> bool:
        """Whether what a clause says hangs on a condition, also one named: «در صورت … حمله می‌کند»."""
        named = any(c.slot == "if" for c in reading.roles[clause.number].chunks)
        return named or self._conditioned(reading, clause)

    def _conditioned(self, reading: Reading, clause: Clause) -> bool:
        """Whether a clause says what follows from a condition: «اگر … کند، حمله می‌کنیم», «… وگرنه حمله می‌کنیم»."""
        keys, otherwise = reading.sentence.keys, self.otherwise
        if any(otherwise.begins[keys[i]] and otherwise.longest(keys, i, len(keys)) for i in clause.words[:_OTHERWISE]):
            return True
        held = any(c.kind == IF and c.parent == clause.number for c in reading.clauses)
        return held or _follows_condition(reading, clause)

    def _wished(self, reading: Reading, clause: Clause) -> str | None:
        """A subjunctive under «قرار است» or «قصد دارد» is planned, under «ممکن است» possible, else a wish."""
        outer = clause.parent if clause.kind == THAT or clause.parent >= 0 else clause.after
        for number in (outer, clause.after):
            if number < 0:
                continue
            other = reading.clauses[number]
            words = {reading.sentence.keys[i] for i in other.words}
            if other.verb is not None and other.verb.modal in _MOODS:
                return _MOODS[other.verb.modal]
            if words & self.planned:
                return FUTURE
            if words & self.maybe:
                return HYPOTHETICAL
        return None

    def tried(self, reading: Reading, clause: Clause, tenses: Collection[str] | None = None) -> bool:
        """Whether the clause says what is tried, in these tenses alone: «تلاش می‌کند X را متقاعد کند»."""
        above = [reading.clauses[n] for n in (clause.parent, clause.after) if n >= 0]
        if tenses is not None:
            above = [c for c in above if c.verb is not None and c.verb.tense in tenses and not c.verb.negated]
        return any(reading.sentence.keys[i] in self.efforts for other in above
                   for i in (*other.words, *((other.verb.first,) if other.verb is not None else ())))

    def _reason(self, reading: Reading, trigger: Trigger) -> bool:
        """Whether an event noun is why something was done: it stands under «به دلیل»."""
        keys, chunks = reading.sentence.keys, reading.roles[trigger.clause.number].chunks
        return any(c.first <= trigger.noun[0] <= c.last and keys[c.first - 1] in self.reasons for c in chunks)

    def _nominal(self, reading: Reading, trigger: Trigger) -> str | None:
        keys = reading.sentence.keys
        first = trigger.noun[0]
        if trigger.ended and trigger.frame.type not in _EASED:
            # a stop that is declared is conceded, any other is nothing new
            declared = trigger.frame.type == "ASSAULT" and set(keys[max(0, first - 3):first]) & self.announced
            return ACTUAL if declared else None
        before = keys[first - 1] if first else ""
        under = _under(reading, trigger)
        if under == "if" and trigger.frame.type == "ASSAULT":
            return HYPOTHETICAL
        if before in self.any and trigger.frame.type == "THREATEN":
            return None  # «هر تهدیدی» is nobody's yet
        if trigger.frame.type in _TALKED_OF and self._talked_of(reading, trigger):
            return None  # «لغو تحریم‌ها به نفع X است»
        if before in self.any - self.never and trigger.frame.type == "ASSAULT":
            return HYPOTHETICAL  # «هرگونه حمله»
        if before in self.topics and trigger.frame.type != "ACCUSE":
            return FUTURE if before in self.planned and trigger.frame.type == "ASSAULT" else None
        if under == "with" and trigger.clause.verb is not None and trigger.clause.verb.modal == "must":
            return None  # «باید با محاصره … فشار آورد»: the means that are asked for
        reason = under == "about" and self._reason(reading, trigger)  # «به دلیل بازداشت …» tells what happened
        met = trigger.frame.type == "CONSULT" and "weak" not in trigger.frame.notes
        topic = under == "about" and met  # «دربارهٔ دیدار X و Y گفت» tells that they met
        if not (reason or topic) and under in _PURPOSES.get(trigger.frame.type, frozenset()):
            planned = trigger.frame.type in _PLANNED and set(keys[max(0, first - _PLAN):first]) & self.planned
            aimed = trigger.frame.type == "ASSAULT" and not trigger.frame.notes & _VAGUE
            return FUTURE if planned else HYPOTHETICAL if aimed else None
        return self._worded(reading, trigger)

    def _talked_of(self, reading: Reading, trigger: Trigger) -> bool:
        """Whether an event noun heads the subject of what is said to be so or so, and is not told as done."""
        verb, subject = trigger.clause.verb, reading.roles[trigger.clause.number].subject
        return (verb is not None and verb.lemma in self.states and verb.tense == "present" and not verb.compound
                and subject is not None and subject.first == trigger.first)

    def _worded(self, reading: Reading, trigger: Trigger) -> str:
        """What the words beside an event noun and the mood of its clause tell of it."""
        keys, (first, last) = reading.sentence.keys, trigger.noun
        before = set(keys[max(0, first - 2):first])
        if first and keys[first - 1] in self.past:
            return HISTORICAL
        if before & self.never:
            return NEGATED
        if (before | set(keys[last + 1:last + 3])) & self.maybe:
            return HYPOTHETICAL
        if trigger.frame.type == "AGREE" and set(keys[max(0, first - _REACHED):first]) & self.maybe:
            return HYPOTHETICAL  # «احتمال دستیابی سریع X به توافق»
        if before & self.planned:
            return FUTURE
        if trigger.clause.verb is None:
            return ACTUAL
        subject = reading.roles[trigger.clause.number].subject
        if trigger.clause.verb.tense == "future" and subject is not None and subject.first <= first <= subject.last:
            return FUTURE  # «حملات ما شدیدتر خواهد بود»
        return HYPOTHETICAL if trigger.clause.kind == IF else ACTUAL


def _over(trigger: Trigger, states: Collection[str]) -> bool:
    """Whether the verb of a threat tells what happened or is so: «ضربه خورد», «پاسخ ایران سخت است»."""
    verb, frame = trigger.clause.verb, trigger.frame
    is_so = verb is not None and verb.tense != "future" and verb.lemma in states
    return (verb is not None and (is_so or verb.tense in _OVER) and frame.type == "THREATEN"
            and {"future", "inside"} <= frame.notes)


def _unable(verb: Verb) -> bool:
    """Whether somebody says that they cannot do it: «نمی‌توانیم سرمایه‌گذاری کنیم»."""
    return verb.modal == "can" and verb.person == 1


def _follows_condition(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says what follows from the condition right before it: «اگر … کند، حمله می‌کنیم»."""
    before = reading.clauses[clause.number - 1] if clause.number else None
    while before is not None and before.kind != IF and before.parent >= 0 and before.parent < before.number:
        before = reading.clauses[before.parent]
    return before is not None and before.kind == IF and before.number != clause.parent


def _under(reading: Reading, trigger: Trigger) -> str:
    """The preposition that an event noun stands under in its clause."""
    chunks = reading.roles[trigger.clause.number].chunks
    return next((c.slot for c in chunks if c.first <= trigger.noun[0] <= c.last), "")


def _scheduled(trigger: Trigger, states: Collection[str]) -> bool:
    """Whether a meeting, a visit or a signing is told in the present: it is still to come, «به مسکو می‌رود».

    A participle without its auxiliary tells what is done: «به مسکو سفر کرده و می‌گوید …».
    """
    frame, verb = trigger.frame, trigger.clause.verb
    due = "due" in frame.notes
    if not (due or frame.type == "CONSULT") or verb is None or trigger.aspect not in {"", "begin"}:
        return False
    if "lasting" in frame.notes and trigger.noun[0] < 0:
        return False  # «مذاکره می‌کنند» goes on now, «مذاکرات برگزار می‌شود» is to come
    met = due or frame.mode == "visit" or "weak" not in frame.notes
    return (met and verb.tense == "present" and verb.finite and verb.person == _THIRD and verb.lemma not in states
            and trigger.clause.kind not in {IF, WHILE})


def _at_what_comes(reading: Reading, trigger: Trigger, day: str) -> bool:
    """Whether talks are the subject or the occasion of what is still to come: «در دیدار با X … خواهد کرد»."""
    clause, first = trigger.clause, trigger.noun[0]
    if clause.verb is None or not (clause.verb.tense == "future" or _to_come(reading, clause, day)):
        return False
    roles = reading.roles[clause.number]
    held = [roles.subject, roles.object, *(c for c in roles.chunks if c.slot in {"in", "time", "cause"})]
    return any(c is not None and c.first <= first <= c.last for c in held)


def _to_come(reading: Reading, clause: Clause, day: str) -> bool:
    """Whether a present tense stands with a day, a month or a year after that of the report: «هفتهٔ آینده سفر می‌کند»."""
    if not day or clause.verb is None or clause.verb.tense != "present":
        return False
    days = [t for t in reading.times if t.value[:1].isdigit()]
    return any(t.value[:len(day)] > day[:len(t.value)] and reading.clause_at(t.first).number == clause.number
               for t in days)
