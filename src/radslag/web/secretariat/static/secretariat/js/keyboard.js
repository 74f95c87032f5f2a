// Shortcuts of one key. They can be turned off (WCAG 2.1.4), and never act while one writes.
const CHOICE = "radslag-shortcuts";
const help = document.getElementById("keyboard-help");

const areOn = () => localStorage.getItem(CHOICE) !== "off";
const writing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

// The shortcuts of the page one is on; all of them have a page of their own.
function openHelp() {
  if (!help || help.open) return;
  for (const row of help.querySelectorAll("[data-keys-where]")) row.hidden = !document.querySelector(row.dataset.keysWhere);
  help.showModal();
}

function toMenu() {
  const menu = document.getElementById("menu");
  if (!menu) return;
  if (getComputedStyle(menu).display === "none") menu.showPopover();
  menu.querySelector(".menu-group a[aria-current], .menu-group a")?.focus();
}

function toFilter() {
  const field = document.querySelector(".filters input:not([type=hidden]), .filters select");
  field?.focus();
  return Boolean(field);
}

// From mark to mark in the document's text; the address follows, so the place can be sent on.
function toMark(step) {
  const marks = [...document.querySelectorAll(".document mark[id]")];
  if (!marks.length) return;
  const now = marks.findIndex((mark) => `#${mark.id}` === location.hash);
  const next = now < 0 ? (step > 0 ? 0 : marks.length - 1) : (now + step + marks.length) % marks.length;
  location.hash = marks[next].id;
}

const KEYS = {
  "?": openHelp,
  "/": toFilter,
  m: toMenu,
  n: () => toMark(1),
  p: () => toMark(-1),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (!areOn() || !KEYS[event.key] || writing(event.target) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  KEYS[event.key]();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-dialog='keyboard-help']") || !help) return;
  event.preventDefault();
  openHelp();
});

for (const row of document.querySelectorAll("[data-keys-choice]")) {
  const box = row.querySelector("[data-keys-on]");
  row.hidden = false;
  box.checked = areOn();
  box.addEventListener("change", () => localStorage.setItem(CHOICE, box.checked ? "on" : "off"));
}
