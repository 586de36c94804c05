// What is pointed at on one side is lit on the other, and what is selected in the text goes into the form.

import { codePointsBefore, length, rangeOf } from "./offsets.js";

const text = document.getElementById("text");
const add = document.getElementById("add");

function light(ids, on) {
  for (const id of ids) {
    for (const one of document.querySelectorAll(`[data-of~="${CSS.escape(id)}"]`)) one.classList.toggle("lit", on);
  }
}

function holder(event) {
  return event.target.closest?.("mark[data-of], a.ref[data-of], article[data-of]");
}

for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(name, (event) => {
    const found = holder(event);
    if (found) light(found.dataset.of.split(" "), on);
  });
}

text?.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (!mark || !getSelection().isCollapsed) return;
  const ids = mark.dataset.of.split(" ");
  location.hash = `r-${ids.at(-1)}`;
});

// Where both stand side by side, the record is brought beside the words that the address names.
function beside() {
  const named = /^#m-([es][0-9a-f]+)/.exec(location.hash);
  const card = named && document.getElementById(`r-${named[1]}`);
  const words = named && document.querySelector(location.hash);
  if (!card || !words || !matchMedia("(min-width: 52.01rem)").matches) return;
  card.scrollIntoView({ block: "center", behavior: "instant" });
  const paper = words.closest(".paper");
  paper.scrollTop += words.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight / 3;
  light([named[1]], true);
}
addEventListener("hashchange", beside);
addEventListener("load", beside);

// ---- selecting

const first = document.getElementById("start"), last = document.getElementById("end");
const told = document.getElementById("selected");

function chosen() {
  const selection = getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return text.contains(range.startContainer) && text.contains(range.endContainer) ? range : null;
}

function take() {
  const range = chosen();
  if (!range || !first) return false;
  const start = codePointsBefore(text, range.startContainer, range.startOffset);
  first.value = start;
  last.value = start + length(range.toString());
  told.textContent = range.toString();
  add.classList.add("ready");
  return true;
}

document.addEventListener("selectionchange", take);

const KINDS = document.getElementById("what");
function fit() {
  for (const row of add.querySelectorAll("[data-for]")) row.hidden = row.dataset.for !== KINDS.value;
}
if (KINDS) { KINDS.addEventListener("change", fit); fit(); }

// ---- by keyboard: words are gone through one by one

let words = null, anchor = -1, focus = -1;

function wordsOf() {
  const parts = new Intl.Segmenter(document.documentElement.lang, { granularity: "word" }).segment(text.textContent);
  return [...parts].filter((part) => part.isWordLike).map((part) => [part.index, part.index + part.segment.length]);
}

function step(by, extend) {
  words ??= wordsOf();
  if (!words.length) return;
  focus = Math.max(0, Math.min(words.length - 1, focus < 0 ? 0 : focus + by));
  if (!extend || anchor < 0) anchor = focus;
  const [from, to] = [Math.min(anchor, focus), Math.max(anchor, focus)];
  const range = rangeOf(text, words[from][0], words[to][1]);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  range.endContainer.parentElement?.scrollIntoView({ block: "nearest" });
}

text?.addEventListener("keydown", (event) => {
  const forward = getComputedStyle(text).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (event.code === "ArrowLeft" || event.code === "ArrowRight") {
    step(event.code === forward ? 1 : -1, event.shiftKey);
    event.preventDefault();
  } else if (event.code === "Enter" && event.target === text) {
    take();
    add.open = true;
    (add.querySelector("select, input:not([type=hidden])"))?.focus();
    event.preventDefault();
  }
});

function opened() {
  if (location.hash === "#add" && add) add.open = true;
  if (location.hash.startsWith("#r-")) document.getElementById(location.hash.slice(1))?.focus({ preventScroll: true });
}
addEventListener("hashchange", opened);
opened();
