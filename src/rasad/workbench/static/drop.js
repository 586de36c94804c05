// Files and folders that are dropped anywhere on the page go into the form for files, and the form is sent.

const form = document.querySelector("form[data-drop]");
const field = form?.querySelector("input[type=file]");
const tooLarge = form?.querySelector("[data-most]");
const folder = form?.querySelector(".folder");

const entries = (reader) => new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
const fileOf = (entry) => new Promise((resolve, reject) => { entry.file(resolve, reject); });

async function under(entry) {
  if (!entry.isDirectory) return [await fileOf(entry)];
  const reader = entry.createReader(), found = [];
  for (let some = await entries(reader); some.length; some = await entries(reader)) found.push(...some);
  return (await Promise.all(found.map(under))).flat();
}

function send(files) {
  const data = new DataTransfer();
  for (const one of files) data.items.add(one);
  field.files = data.files;
  form.requestSubmit();
}

document.addEventListener("dragover", (event) => {
  if (!form || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("over");
});
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form?.classList.remove("over"); });
document.addEventListener("drop", async (event) => {
  if (!form || !event.dataTransfer?.files.length) return;
  event.preventDefault();
  const dropped = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry?.());
  if (dropped.some((one) => one?.isDirectory)) send((await Promise.all(dropped.filter(Boolean).map(under))).flat());
  else send(event.dataTransfer.files);
});
if (form) {
  form.classList.add("scripted");
  form.querySelector(".choose").hidden = false;
  field.addEventListener("change", () => {
    form.querySelector(".chosen").textContent = [...field.files].slice(0, 5).map((one) => one.name).join(" · ")
      + (field.files.length > 5 ? " …" : "");
  });
}
if (folder) {
  folder.hidden = !("webkitdirectory" in field);
  folder.addEventListener("click", () => {
    const whole = Object.assign(document.createElement("input"), { type: "file", webkitdirectory: true });
    whole.addEventListener("change", () => { if (whole.files.length) send(whole.files); });
    whole.click();
  });
}
form?.addEventListener("submit", (event) => {
  const size = [...field.files].reduce((sum, one) => sum + one.size, 0);
  tooLarge.hidden = size <= Number(tooLarge.dataset.most);
  if (!tooLarge.hidden) event.preventDefault();
});
for (const one of document.querySelectorAll("form[method=post]")) {
  one.addEventListener("submit", (event) => { if (!event.defaultPrevented) one.classList.add("busy"); });
}
