// Which files were chosen, and how large, before they are sent. The whole page takes what is dropped on it.
const form = document.querySelector("form[data-drop]");
const field = form?.querySelector("input[type=file]");
const list = form?.querySelector("[data-chosen]");

function size(bytes) {
  const units = ["B", "kB", "MB"];
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  const number = bytes / 1024 ** step;
  return `${number.toLocaleString(document.documentElement.lang, { maximumFractionDigits: step ? 1 : 0 })} ${units[step]}`;
}

function row(file) {
  const item = document.createElement("li");
  const [name, weight] = [document.createElement("span"), document.createElement("span")];
  name.textContent = file.name;
  weight.textContent = size(file.size);
  if (file.size > form.dataset.limit * 1024 * 1024) {
    weight.textContent += ` – ${list.dataset.tooLarge}`;
    weight.className = "too-large";
  }
  item.append(name, weight);
  return item;
}

field?.addEventListener("change", () => list.replaceChildren(...[...field.files].map(row)));

if (form) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (event.defaultPrevented && event.target.closest(".drop")) return;
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    form.scrollIntoView({ block: "nearest" });
  });
}
