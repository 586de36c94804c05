// The slider shows its period while it is moved and goes there when it is let go; the map is moved by keys.

const slider = document.querySelector("form[data-slider] input[type=range]");
const told = document.querySelector("form[data-slider] output");
slider?.addEventListener("input", () => {
  const label = document.querySelector(`#periods option[value="${slider.value}"]`)?.label ?? "";
  told.textContent = label;
  slider.setAttribute("aria-valuetext", label);
});
slider?.addEventListener("change", () => slider.form.requestSubmit());

const map = document.getElementById("map");
const moves = { ArrowUp: "north", ArrowDown: "south", ArrowLeft: "west", ArrowRight: "east", "+": "in", "=": "in", "-": "out" };
map?.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const link = moves[event.key] && map.querySelector(`[data-move="${moves[event.key]}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
// What does not fit is seen from its middle.
const drawn = map?.querySelector(".drawn");
if (drawn) drawn.scrollLeft = (drawn.scrollWidth - drawn.clientWidth) / 2;
if (location.hash === "#map") map?.focus({ preventScroll: true });
