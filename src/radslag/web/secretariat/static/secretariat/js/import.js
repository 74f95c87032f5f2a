// Which files were chosen, and how large, before they are sent; whole folders, chosen or dropped on the page. What is
// too much for one request is sent in several, to the same batch.
import { pieces, walk } from "./folders.js";

const form = document.querySelector("form[data-drop]");
const field = form?.querySelector("input[name=documents]");
const folder = form?.querySelector("#mapp");
const list = form?.querySelector("[data-chosen]");
const told = form?.querySelector("[data-told]");
const SHOWN = 12;
let chosen = [];

function size(bytes) {
  const units = ["B", "kB", "MB"];
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  const number = bytes / 1024 ** step;
  return `${number.toLocaleString(document.documentElement.lang, { maximumFractionDigits: step ? 1 : 0 })} ${units[step]}`;
}

function most(file) {
  const megabytes = file.name.toLowerCase().endsWith(".zip") ? form.dataset.total : form.dataset.limit;
  return megabytes * 1024 * 1024;
}

function line(...words) {
  const item = document.createElement("li");
  item.append(...words.map((word) => Object.assign(document.createElement("span"), { textContent: word })));
  return item;
}

function row({ file, path }) {
  const item = line(path, size(file.size));
  if (file.size > most(file)) {
    item.lastChild.textContent += ` – ${list.dataset.tooLarge}`;
    item.lastChild.className = "too-large";
  }
  return item;
}

function show(files) {
  chosen = files;
  // A folder lies beside the field, which must not be missed then.
  field.required = !files.length;
  const rows = files.slice(0, SHOWN).map(row);
  if (files.length > SHOWN) rows.push(line(list.dataset.more.replace("{n}", files.length - SHOWN)));
  list.replaceChildren(...rows);
  const sum = files.reduce((bytes, { file }) => bytes + file.size, 0);
  told.textContent = files.length > 1 ? form.dataset.count.replace("{n}", files.length).replace("{size}", size(sum)) : "";
}

const named = (files) => [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

async function send(address, files) {
  const data = new FormData();
  for (const name of ["csrfmiddlewaretoken"]) data.append(name, form.elements[name].value);
  data.append("nonce", crypto.randomUUID());
  for (const { file, path } of files) {
    data.append("documents", file, file.name);
    data.append("paths", path);
  }
  const answer = await fetch(address, { method: "POST", body: data });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.url;
}

async function sendAll() {
  let batch = "";
  let sent = 0;
  for (const piece of pieces(chosen)) {
    told.textContent = form.dataset.sending.replace("{n}", sent).replace("{total}", chosen.length);
    const url = await send(batch ? `${batch}lagg-till/` : form.action, piece);
    batch ||= url;
    sent += piece.length;
  }
  location.assign(batch);
}

if (form) {
  form.querySelector("[data-folder]").hidden = !("webkitdirectory" in folder);
  field.addEventListener("change", () => show(named(field.files)));
  folder.addEventListener("change", () => show(named(folder.files)));

  form.addEventListener("submit", (event) => {
    // A few files go as the form is; the field must then hold them itself.
    if (!chosen.length || (chosen.length === field.files.length && pieces(chosen).length === 1)) return;
    event.preventDefault();
    const button = form.querySelector("button:not([type=button])");
    button.disabled = true;
    sendAll().catch(() => {
      told.textContent = form.dataset.failed;
      button.disabled = false;
    });
  });

  document.addEventListener("dragover", (event) => event.preventDefault());
  // Before forms.js, which would put the files alone into the field: a folder is no file.
  document.addEventListener("drop", async (event) => {
    if (!event.dataTransfer.items.length) return;
    event.preventDefault();
    event.stopPropagation();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = event.dataTransfer.files;
    if (entries.some((entry) => entry.isDirectory)) {
      show((await Promise.all(entries.map((entry) => walk(entry)))).flat());
    } else if (files.length) {
      field.files = files;
      show(named(files));
    }
    form.scrollIntoView({ block: "nearest" });
  }, { capture: true });
}
