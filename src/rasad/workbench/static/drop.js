// A file that is dropped anywhere on the page goes into the form for files, and the form is sent.

const form = document.querySelector("form[data-drop]");
const field = form?.querySelector("input[type=file]");

document.addEventListener("dragover", (event) => {
  if (!form || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("over");
});
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form?.classList.remove("over"); });
document.addEventListener("drop", (event) => {
  if (!form || !event.dataTransfer?.files.length) return;
  event.preventDefault();
  field.files = event.dataTransfer.files;
  form.requestSubmit();
});
for (const one of document.querySelectorAll("form[method=post]")) {
  one.addEventListener("submit", () => one.classList.add("busy"));
}
