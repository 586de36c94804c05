"""Exports of Telegram Desktop, as JSON and as HTML, give one arrival a message, with its own bytes."""

import json
from pathlib import Path
from typing import Any

import pytest
from web import fetcher

from rasad.collect import Arrival, Memory, arrivals, expected, json_stream
from rasad.inputs import Fault, Limits

CHANNEL = "کانال نمونه"
WORDS = "نیروهای مرزی آتش‌بس را نقض کردند."


def message(number: int, text: Any, **more: Any) -> dict[str, Any]:
    """A message as the JSON of an export holds it."""
    return {"id": number, "type": "message", "date": "2023-09-19T14:30:00", "date_unixtime": "1695121200",
            "from": CHANNEL, "text": text, **more}


def chat(*messages: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A chat as the JSON of an export holds it."""
    return {"name": CHANNEL, "type": "public_channel", "id": 1234567, **more, "messages": list(messages)}


def collected(place: Path, limits: Limits | None = None) -> list[Arrival | Fault]:
    """What the place gives."""
    return list(arrivals([str(place)], limits=limits or Limits(), fetcher=fetcher(), states=Memory()))


def messages(place: Path) -> list[Arrival]:
    """The messages of an export in which nothing is wrong."""
    found = collected(place)
    assert all(isinstance(item, Arrival) for item in found), found
    return [item for item in found if isinstance(item, Arrival)]


def result(folder: Path, content: object) -> Path:
    """A `result.json` of this content, written as Telegram Desktop writes it."""
    path = folder / "result.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


# ---- JSON


def test_a_message_arrives(tmp_path: Path) -> None:
    """Text, channel, moment, address and bytes of a message are those of the export."""
    path = result(tmp_path, chat(message(7, WORDS)))
    (found,) = messages(path)
    report = found.report
    assert (report.text, report.source, report.published) == (WORDS, CHANNEL, "2023-09-19T14:30:00+03:30")
    assert (report.id, report.url) == (f"{CHANNEL}/7", "https://t.me/c/1234567/7")
    assert (found.media, found.way, found.place) == ("application/json", "telegram", str(path))
    assert json.loads(found.original) == message(7, WORDS)
    assert found.original.decode() in path.read_text(encoding="utf-8")


def test_the_parts_of_a_text_are_joined(tmp_path: Path) -> None:
    """A text in parts is read as it was written, links and bold words in their place."""
    parts = ["نیروها ", {"type": "bold", "text": "آتش‌بس"}, " را\n", {"type": "link", "text": "example.org"}]
    (found,) = messages(result(tmp_path, chat(message(1, parts))))
    assert found.report.text == "نیروها آتش‌بس را\nexample.org"


def test_what_is_no_text_is_passed_over(tmp_path: Path) -> None:
    """Service messages and messages that are only a picture give nothing."""
    service = {"id": 1, "type": "service", "date": "2023-09-19T14:00:00", "action": "pin_message", "text": ""}
    path = result(tmp_path, chat(service, message(2, ""), message(3, [], photo="p.jpg"), message(4, WORDS)))
    assert [found.report.id for found in messages(path)] == [f"{CHANNEL}/4"]


def test_in_a_group_the_source_names_who_wrote(tmp_path: Path) -> None:
    """In a group the source is the group and the member; a private chat has no address."""
    group = chat(message(1, WORDS, **{"from": "سارا"}), name="گروه", type="private_group")
    (found,) = messages(result(tmp_path, group))
    assert (found.report.source, found.report.url) == ("گروه: سارا", "")


def test_a_channel_that_tells_its_name_has_public_addresses(tmp_path: Path) -> None:
    """Where the export tells the user name of a channel, its messages have their public addresses."""
    (found,) = messages(result(tmp_path, chat(message(9, WORDS), username="nemune")))
    assert found.report.url == "https://t.me/nemune/9"


def test_all_chats_of_a_whole_export_arrive(tmp_path: Path) -> None:
    """The export of an account gives the messages of every chat, each with its own source."""
    whole = {"about": "Here is the data", "personal_information": {"user_id": 1}, "chats": {"about": "x", "list": [
        chat(message(1, WORDS)), chat(message(1, WORDS, **{"from": "دیگری"}), name="دیگری")]},
        "left_chats": {"list": [chat(name="سومی")]}}
    assert [found.report.source for found in messages(result(tmp_path, whole))] == [CHANNEL, "دیگری"]


def test_a_folder_of_an_export_gives_its_messages_only(tmp_path: Path) -> None:
    """In the folder of an export nothing but the messages is read; other folders are read as always."""
    export = tmp_path / "ChatExport"
    export.mkdir()
    result(export, chat(message(1, WORDS)))
    (export / "files").mkdir()
    (export / "files" / "sent.txt").write_text("پیوست", encoding="utf-8")
    (tmp_path / "note.txt").write_text("یادداشت", encoding="utf-8")
    assert [found.way for found in messages(tmp_path)] == ["file", "telegram"]
    assert expected([str(tmp_path)]) is None


@pytest.mark.parametrize("block", [1, 7, 64])
def test_an_export_of_any_length_is_read_piece_by_piece(tmp_path: Path, block: int,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a block ends, within a word, a number or an escape, the same messages arrive."""
    path = result(tmp_path, chat(*(message(n, [WORDS, {"type": "bold", "text": f'\\ " {n}'}]) for n in range(20))))
    whole = messages(path)
    monkeypatch.setattr(json_stream, "_BLOCK", block)
    assert messages(path) == whole
    assert len(whole) == 20


def test_of_a_broken_export_what_stands_before_arrives(tmp_path: Path) -> None:
    """An export that breaks off gives its messages up to there, and a fault."""
    path = result(tmp_path, chat(message(1, WORDS), message(2, WORDS), message(3, WORDS)))
    path.write_text(path.read_text(encoding="utf-8")[:-120], encoding="utf-8")
    *before, fault = collected(path)
    assert [item.report.id for item in before if isinstance(item, Arrival)] == [f"{CHANNEL}/1", f"{CHANNEL}/2"]
    assert str(fault) == f"{path}: the JSON breaks off or is damaged; export it again"


def test_a_bad_message_hides_no_other(tmp_path: Path) -> None:
    """A message over the limit, or with a date that is none, is a fault that names it; the others arrive."""
    path = result(tmp_path, chat(message(1, WORDS * 50), message(2, WORDS, date="yesterday"), message(3, WORDS)))
    first, second, third = collected(path, Limits(characters=200))
    assert isinstance(first, Fault)
    assert first.item == f"{path}, message 1"
    assert isinstance(second, Fault)
    assert "no ISO date" in second.what
    assert isinstance(third, Arrival)


def test_a_report_that_tells_of_messages_is_no_export(tmp_path: Path) -> None:
    """A JSON file of reports stays one, whatever its fields."""
    path = tmp_path / "report.json"
    path.write_text('{"text": "سلام", "messages": []}', encoding="utf-8")
    assert [found.way for found in messages(path)] == ["file"]


# ---- HTML

HEAD = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"/><title>Exported Data</title></head><body onload="CheckLocation();">
 <div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
{CHANNEL}
 </div></div></div><div class="page_body chat_page"><div class="history">
"""
TAIL = "</div></div></div></body></html>"


def default(number: int, text: str, sender: str = CHANNEL, date: str = "19.09.2023 14:30:00 UTC+03:30") -> str:
    """A message as the HTML of an export holds it; one without a sender is joined to the one before."""
    name = f'<div class="from_name">\n{sender} \n</div>' if sender else ""
    return f"""
<div class="message default clearfix{'' if sender else ' joined'}" id="message{number}">
 <div class="pull_left userpic_wrap"><div class="userpic"><div class="initials">ک</div></div></div>
 <div class="body"><div class="pull_right date details" title="{date}">14:30</div>{name}
 <div class="text">
{text}
 </div></div></div>
"""


def written(folder: Path, *parts: str, name: str = "messages.html") -> Path:
    """A page of an export with these messages."""
    path = folder / name
    path.write_text(HEAD + "".join(parts) + TAIL, encoding="utf-8")
    return path


def test_a_message_of_a_page_arrives(tmp_path: Path) -> None:
    """Text with its lines, channel, moment and bytes of a message are those of the page."""
    path = written(tmp_path, default(7, 'نیروها <strong>آتش‌</strong>بس را<br>نقض &amp; <a href="https://x.example">پیوند</a>'))
    (found,) = messages(path)
    assert found.report.text == "نیروها آتش‌بس را\nنقض & پیوند"
    assert (found.report.source, found.report.id) == (CHANNEL, f"{CHANNEL}/7")
    assert found.report.published == "2023-09-19T14:30:00+03:30"
    assert found.original.startswith(b'<div class="message default clearfix" id="message7">')
    assert found.original in path.read_bytes()
    assert (found.media, found.way) == ("text/html", "telegram")


def test_a_joined_message_has_the_sender_of_the_one_before(tmp_path: Path) -> None:
    """A joined message was written by whoever wrote the one before it."""
    path = written(tmp_path, default(1, WORDS, "سارا"), default(2, WORDS, ""),
                   default(3, WORDS, "رضا"), default(4, WORDS, ""))
    assert [found.report.source for found in messages(path)] == [
        f"{CHANNEL}: سارا", f"{CHANNEL}: سارا", f"{CHANNEL}: رضا", f"{CHANNEL}: رضا"]


def test_a_forwarded_text_is_of_who_forwards_it(tmp_path: Path) -> None:
    """The name of whom a message was taken from is not its sender, and its moment not the message's."""
    forwarded = f"""<div class="forwarded body"><div class="from_name">دیگری
 <span class="date details" title="18.09.2023 09:00:00 UTC+03:30"> 18.09.2023</span></div>
 <div class="text">{WORDS}</div></div>"""
    plain = default(2, "", "").replace('<div class="text">\n\n </div>', forwarded)
    (_, found) = messages(written(tmp_path, default(1, "یک"), plain))
    assert (found.report.text, found.report.source) == (WORDS, CHANNEL)
    assert found.report.published == "2023-09-19T14:30:00+03:30"


def test_service_messages_of_a_page_are_passed_over(tmp_path: Path) -> None:
    """Days, pins and messages without text give nothing."""
    service = '<div class="message service" id="message-1"><div class="body details">\n19 September 2023\n</div></div>'
    path = written(tmp_path, service, default(1, ""), default(2, WORDS))
    assert [found.report.id for found in messages(path)] == [f"{CHANNEL}/2"]


def test_the_pages_of_an_export_come_in_their_order(tmp_path: Path) -> None:
    """The tenth page of an export comes after the second, and other pages in its folder are not read."""
    for number in ("", "2", "10"):
        written(tmp_path, default(int(number or 1), WORDS), name=f"messages{number}.html")
    (tmp_path / "index.html").write_text("<html></html>", encoding="utf-8")
    assert [found.report.id.rpartition("/")[2] for found in messages(tmp_path)] == ["1", "2", "10"]


def test_an_old_export_tells_no_zone(tmp_path: Path) -> None:
    """A moment without a zone stays without one; a message without a moment has none."""
    path = written(tmp_path, default(1, WORDS, date="19.09.2023 14:30:00"), default(2, WORDS, date=""))
    assert [found.report.published for found in messages(path)] == ["2023-09-19T14:30:00", ""]


def test_a_page_that_is_no_utf_8_is_a_fault(tmp_path: Path) -> None:
    """A page of an export in another encoding is one fault."""
    path = written(tmp_path, default(1, "حمله"))
    path.write_bytes(path.read_bytes().replace("حمله".encode(), "حمله".encode("windows-1256")))
    (fault,) = collected(path)
    assert "not UTF-8" in str(fault)
