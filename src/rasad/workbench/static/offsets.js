// The one place where units are converted: the archive counts code points, the browser counts UTF-16 units.

/** The number of code points before a boundary point of the text that an element holds. */
export function codePointsBefore(element, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return length(range.toString());
}

/** The number of code points of a string. */
export function length(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The range that covers a stretch of an element's text, given in UTF-16 units. */
export function rangeOf(element, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0, begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = at + node.data.length;
    if (!begun && start < after) { range.setStart(node, start - at); begun = true; }
    if (begun && end <= after) { range.setEnd(node, end - at); break; }
    at = after;
  }
  return range;
}
