"""What a time looks like, as patterns over the letters of units; the first that fits at a place counts.

Letters: W day of the week; M month, m a month whose name is an everyday word, l one that is even
more so; d k o y h x D C day, week, month, year, hour, minute, decade, century; q w u j c their
plurals (no decade, century); R a day told from today, Y a year told from this year; P part of the
day; L last, A ago, N next, B from now, T this, e recent; Q early, middle or late; S season; E
calendar; i a figure and r a word up to 31, I an ordinal up to 31, 2 up to 99, v a year's number, n
any other number, z several; t & , - / : . ( ) marks and the words for "to" and "and"; p and
f prepositions; g the word "date"; a a word that makes a date a name; G a noun often dated by a bare
year; b a small word; = "is"; # a noun that is
often counted; ' other marks; _ any other word.
"""

import re
from typing import Final

# A bare number is a year only where no word follows that it could count; a short year may stand before
# any word that is not known to be counted.
_END = r"(?![_#irnvz2dkoyhxDC])"
_UNCOUNTED = r"(?![#irnvz2dkoyhxDC])"
_YEAR = rf"(?:/?[,pf]?[yj]?vE?|[pf]?y[2i]{_UNCOUNTED}E?|/?2{_UNCOUNTED}E?|[pf]?y[LNT]E?|[pf]?Y|[pf]?[LNT])"
_PART = r"[Pdq]{0,2}"
_LEAD = rf"(?:{_PART}[WR]P?(?:k[LNT]|Tk|[LN])?[,(]?){{0,2}}{_PART}g?"
_DAYS = r"(?:[iIr][&t,-]){0,3}"
_DAY_MONTH = (
    rf"{_DAYS}(?:[iI]/?o?[Mm]o?|[iI](?:ol|lo|l(?=p?y?v)|l{_END})|ro?Mo?|r(?:om|mo|m(?=p?y?v)))"
)
_MANY = r"[irzn2](?:[&t-]?[irz])?"
_STRETCH = r"(?:Q|[kD]I)?"

PATTERNS: Final = {
    "named": rf"a{_DAY_MONTH}(?!{_YEAR})",
    "numeric": rf"{_PART}(?:WP?[,(]?)?g?(?:v(?P<first>[-/.])i(?P=first)i|i(?P<second>[-/.])i(?P=second)v|2/i/i|i/i/2)",
    "date": rf"(?<!a){_LEAD}{_DAY_MONTH}{_YEAR}?",
    "months": rf"(?<!a)[Mm]o?[&t-](?:Mo?|mo){_YEAR}?",
    "month": rf"(?<!a)(?:{_STRETCH}(?:o[Mml]|[Mml]o){_YEAR}?|{_STRETCH}[Mml]y?vE?"
             rf"|(?:Q|[kDq]I)[Mm]{_YEAR}?|m(?:[pf]?y[LNT]|[pf]?Y|[LNT])|M{_YEAR}?)",
    "relative_day": rf"{_PART}(?:R|P?dL|PL)(?:{_PART}[,(]?{_PART}WP?)?|{_PART}WP?[,(]R",
    "weekday": rf"{_PART}WP?(?:k[LN]|Tk|kT|L|N)?",
    "ago": rf"{_MANY}[dkoyhxDP]A(?!f)|[quwjch]A(?!f)",
    "last": rf"{_MANY}[dkoyhxD][Le]|[quwjcD][Le]|Tq|zd=",
    "next": rf"{_MANY}[dkoyhx][NB]|[quwjc]N",
    "this": r"Q?[koy][LNTe]|Q?T[ko]|DL|[koy]A(?!f)",
    "season": r"S(?:y?vE?|y2|y[LNT]|Y|L|N)",
    "decade": r"D(?:[2irv])E?",
    "century": r"C[iIr]E?",
    "clock": r"(?<![irnz2])h[irn](?::[in2])?(?:&[irn2]x)?P?|(?<![:./\d])[in]:[i2](?![:./])",
    "occasion": r"O",
    "years": rf"Q?(?:[yj]vE?(?:[t&,-]y?vE?)*|y2{_UNCOUNTED}E?|Y|vE|(?<=G)v(?:[t-]v)?|(?<=[pft])v{_END}|(?<=\()v(?=\)))",
}
_MAY_BEGIN = "(?=[^_'b])"  # no time begins with a word that tells nothing
TIME: Final = re.compile(_MAY_BEGIN + "(?:" + "|".join(f"(?P<{name}>{p})" for name, p in PATTERNS.items()) + ")")
NO_TIMES: Final = frozenset({"named"})
