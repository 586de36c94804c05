"""On a screen the records of one report are s1, e1, a1 in order; the ids of the files are hashes, made to be kept."""

from dataclasses import replace

from rasad.records import CodedReport


def labelled(coded: CodedReport) -> CodedReport:
    """The coded report with short labels for ids; one that has them stays as it is."""
    told = (("s", [s.id for s in coded.statements]), ("e", [e.id for e in coded.events]),
            ("a", [a.id for a in coded.agreements]))
    new = {id_: f"{letter}{n}" for letter, ids in told for n, id_ in enumerate(ids, 1)}
    return replace(
        coded,
        statements=tuple(replace(s, id=new[s.id], within=new[s.within] if s.within is not None else None)
                         for s in coded.statements),
        events=tuple(replace(e, id=new[e.id], statement=new[e.statement] if e.statement is not None else None,
                             agreements=tuple(new[a] for a in e.agreements)) for e in coded.events),
        agreements=tuple(replace(a, id=new[a.id]) for a in coded.agreements))
