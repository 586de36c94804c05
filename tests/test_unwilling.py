"""What a side says it will not do is drafted as a refusal, and praise as praise whatever governs its verb."""

import pytest
from by_grammar import stages


def drafted(text: str, kind: str) -> set[tuple[str, str]]:
    """Who does what to whom, by the drafts of one type."""
    return {(" ".join(sorted(m.code for m in d.actors)), " ".join(sorted(m.code for m in d.recipients)))
            for d in stages(text).drafts if d.type == kind}


@pytest.mark.parametrize("text", [
    pytest.param("رئیس‌جمهور شیلی گفت: «ما هرگز این جزیره را ترک نخواهیم کرد.»", id="the first person, to come"),
    pytest.param("رئیس‌جمهور شیلی گفت: «ما وارد این بحث نمی‌شویم.»", id="the first person, now"),
    pytest.param("رئیس‌جمهور شیلی گفت: «هیچ پولی پرداخت نخواهد شد.»", id="what nobody will do"),
    pytest.param("رئیس‌جمهور شیلی گفت: «شیلی این سند را منتشر نخواهد کرد.»", id="what one's own land will not do"),
    pytest.param("رئیس‌جمهور شیلی گفت: «قرار نیست این زندان تعطیل شود.»", id="what is not meant to be"),
])
def test_what_a_side_will_not_do_it_refuses(text: str) -> None:
    """A negated deed to come, of one's own side or of nobody, is a refusal by who says so, whatever the verb."""
    assert "CHL" in {actors.partition(".")[0] for actors, _ in drafted(text, "REJECT")}


@pytest.mark.parametrize("text", [
    pytest.param("رئیس‌جمهور شیلی گفت: «مکزیک این سند را منتشر نخواهد کرد.»", id="what another land will not do"),
    pytest.param("رئیس‌جمهور شیلی گفت: «من فکر نمی‌کنم باران ببارد.»", id="what one does not think"),
    pytest.param("رئیس‌جمهور شیلی گفت: «این کار آسان نخواهد بود.»", id="what will not be so"),
    pytest.param("رئیس‌جمهور شیلی گفت: «ما این جام را به دست نخواهیم آورد.»", id="what one will not gain"),
    pytest.param("هیچ پولی پرداخت نخواهد شد.", id="in nobody's words"),
])
def test_what_is_no_deed_of_the_speakers_side_is_not_refused(text: str) -> None:
    """Forecasts of others, thoughts, states and what nobody says refuse nothing."""
    assert not drafted(text, "REJECT")


@pytest.mark.parametrize("text", [
    pytest.param("رئیس‌جمهور شیلی گفت: «این پیشنهاد مکزیک قابل قبول نیست.»", id="not acceptable"),
    pytest.param("رئیس‌جمهور شیلی گفت: «پیشنهاد مکزیک غیرقابل قبول است.»", id="unacceptable"),
])
def test_what_is_unacceptable_may_be_blamed_or_refused(text: str) -> None:
    """Words that charge or refuse are drafted as both, with who speaks as the one who does it."""
    assert ("CHL.GOV", "MEX") in drafted(text, "REJECT") & drafted(text, "ACCUSE")


@pytest.mark.parametrize("text", [
    pytest.param("رئیس‌جمهور شیلی گفت: «مایلم از دولت مکزیک تشکر کنم.»", id="would like to"),
    pytest.param("رئیس‌جمهور شیلی گفت: «باید از دولت مکزیک تشکر کنم.»", id="has to"),
    pytest.param("رئیس‌جمهور شیلی گفت: «می‌خواهم از دولت مکزیک تشکر کنم.»", id="wants to"),
    pytest.param("رئیس‌جمهور شیلی گفت: «ما مکزیک را تنها نخواهیم گذاشت.»", id="will never leave alone"),
])
def test_praise_is_given_by_saying_so(text: str) -> None:
    """Thanks that somebody says they want or have to give are given, and standing by somebody is done now."""
    assert {recipients.partition(".")[0] for _, recipients in drafted(text, "SUPPORT")} == {"MEX"}


def test_one_does_not_praise_oneself() -> None:
    """A good word of oneself in the first person is no praise of anybody."""
    assert not drafted("رئیس‌جمهور شیلی گفت: «ما در مکزیک قهرمان بودیم.»", "SUPPORT")


def test_a_deed_in_a_gap_that_is_none_there_hides_no_refusal() -> None:
    """A noun that tells an event only beside certain words does not take the place of the verb around it."""
    text = "رئیس‌جمهور شیلی گفت: «من مخالف اقدام مکزیک هستم.»"
    assert "CHL.GOV" in {actors for actors, _ in drafted(text, "REJECT")}


def test_a_refusal_needs_no_speech_where_its_doer_is_told() -> None:
    """What else is a refusal only in speech is one in the reporter's words too, where who refuses is named."""
    assert "CHL" in {actors for actors, _ in drafted("شیلی از برنامه خود دست نمی‌کشد.", "REJECT")}
