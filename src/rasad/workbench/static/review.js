// Every step of a review has a key. Keys are known by their place, since a Persian layout has other letters on them.

const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea");
const form = document.getElementById("judging");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target)) {
    if (event.code === "Escape") event.target.blur();
    return;
  }
  if (event.code === "KeyE" && form) {
    form.querySelector("[data-first]")?.focus();
    event.preventDefault();
    return;
  }
  if (event.code === "Slash" && event.shiftKey) {
    const help = document.querySelector("details.help");
    if (help) help.open = !help.open;
    help?.scrollIntoView({ block: "nearest" });
    return;
  }
  const key = (event.shiftKey ? "Shift+" : "") + event.code;
  const wanted = document.querySelector(`[data-key="${key}"]`);
  if (!wanted) return;
  event.preventDefault();
  if (wanted instanceof HTMLFormElement) wanted.requestSubmit();
  else wanted.click();
});

// A page is sent once, however often a key is pressed.
for (const one of document.querySelectorAll("form[method=post]")) {
  one.addEventListener("submit", (event) => {
    if (one.dataset.sent) event.preventDefault();
    one.dataset.sent = "1";
  });
}
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

// Only the modes of the type that is chosen can be chosen.
const type = document.getElementById("type"), mode = document.getElementById("mode");
function fit() {
  for (const group of mode.querySelectorAll("optgroup")) {
    const fits = group.dataset.type === type.value;
    group.hidden = group.disabled = !fits;
    if (!fits) for (const one of group.children) if (one.selected) mode.value = "";
  }
}
if (type && mode) { type.addEventListener("change", fit); fit(); }

document.querySelector(".queue [aria-current]")?.scrollIntoView({ block: "nearest" });
