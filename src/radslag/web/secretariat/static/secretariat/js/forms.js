// What makes forms kinder: nothing typed is lost by mistake, errors get focus, addresses hold no empty filters.
const changed = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guard]");
  if (form) changed.add(form);
});
document.addEventListener("submit", (event) => changed.delete(event.target));
document.addEventListener("reset", (event) => changed.delete(event.target));

window.addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});

document.addEventListener("formdata", (event) => {
  if (!event.target.matches(".filters")) return;
  const names = new Set(event.formData.keys());
  for (const name of names) {
    const values = event.formData.getAll(name).filter((value) => value !== "");
    event.formData.delete(name);
    values.forEach((value) => event.formData.append(name, value));
  }
});

document.querySelector("[data-focus]")?.focus();

// A file dropped on the page's drop area lands in its file field; the field alone works as well.
for (const area of document.querySelectorAll(".drop")) {
  const field = area.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) {
    area.addEventListener(name, (event) => { event.preventDefault(); area.classList.add("over"); });
  }
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    if (!field || !event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
