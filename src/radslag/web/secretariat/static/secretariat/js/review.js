// Review made swift: a value shows its place without moving the page, a mark shows its value, and the keyboard reaches all.
// Without this file every link and form here still works.
const record = () => document.getElementById("granskning");
const pane = () => document.getElementById("dokumentet");
const beside = () => getComputedStyle(pane()).position === "sticky";
const still = matchMedia("(prefers-reduced-motion: reduce)");
const behavior = () => (still.matches ? "auto" : "smooth");

function showMark(id) {
  const pieces = [...document.querySelectorAll(`mark[data-mark="${CSS.escape(id)}"]`)];
  if (!pieces.length) return false;
  for (const old of document.querySelectorAll("mark.current")) old.classList.remove("current");
  for (const piece of pieces) piece.classList.add("current");
  if (!beside()) return false;
  const box = pane();
  const offset = pieces[0].getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTo({ top: box.scrollTop + offset - box.clientHeight / 3, behavior: behavior() });
  return true;
}

function stopAt(element) {
  for (const old of document.querySelectorAll("[data-stop].current")) old.classList.remove("current");
  element.classList.add("current");
  element.scrollIntoView({ block: "center", behavior: behavior() });
  (element.querySelector("button, a.value, a, input, select") ?? element).focus({ preventScroll: true });
  const value = element.querySelector("a.value[href^='#m-']");
  if (value) showMark(value.hash.slice(1));
}

function showValue(hash) {
  const found = document.getElementById(decodeURIComponent(hash.slice(1)));
  // A value within a value, or a title: the nearest that one can stop at.
  const path = hash.slice(3).split(".");
  let target = found;
  while (!target && path.length > 1) {
    path.pop();
    target = document.getElementById(`v-${path.join(".")}`);
  }
  if (!target) return false;
  stopAt(target.matches("[data-stop]") ? target : target.querySelector("[data-stop]") ?? target);
  return true;
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  if (link.hash.startsWith("#m-") && showMark(link.hash.slice(1))) event.preventDefault();
  if (link.hash.startsWith("#v-") && showValue(link.hash)) event.preventDefault();
  const line = link.hash.startsWith("#rad-") ? link.hash.slice(5) : "";
  if (line && link.closest(".document") && takeLine(line)) event.preventDefault();
});

// A form that asks for a line takes the one clicked in the text.
function takeLine(line) {
  const choice = document.querySelector(`.editor input[name="line"][type="radio"][value="${line}"]`);
  const field = document.querySelector(".editor input[data-line]");
  if (choice) choice.checked = true;
  else if (field) field.value = line;
  const taken = choice ?? field;
  taken?.dispatchEvent(new Event("input", { bubbles: true }));
  taken?.scrollIntoView({ block: "nearest" });
  return Boolean(taken);
}

function step(by) {
  const stops = [...record().querySelectorAll("[data-stop]")];
  const now = stops.findIndex((stop) => stop.classList.contains("current") || stop.contains(document.activeElement));
  const next = now < 0 ? (by > 0 ? 0 : stops.length - 1) : Math.min(Math.max(now + by, 0), stops.length - 1);
  if (stops[next]) stopAt(stops[next]);
}

function edit() {
  const stop = document.activeElement?.closest("[data-stop]") ?? record().querySelector("[data-stop].current");
  stop?.querySelector("[data-change]")?.click();
}

const KEYS = { j: () => step(1), k: () => step(-1), e: edit };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (event.target.closest("input, textarea, select") || document.querySelector("dialog[open]")) return;
  if (localStorage.getItem("radslag-shortcuts") === "off" || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

// What is typed into a form that is open is kept by this tab until it has been saved.
const kept = (form) => `radslag-typed:${location.pathname}:${form.dataset.editor}`;
const typedIn = (form) => [...form.elements].filter((each) => each.name && each.type !== "hidden" && each.matches("input, textarea, select"));

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-editor]");
  if (!form) return;
  const values = typedIn(form).filter((each) => each.type !== "radio" || each.checked).map((each) => [each.name, each.value]);
  sessionStorage.setItem(kept(form), JSON.stringify(values));
});

function restore() {
  const form = record()?.querySelector("form[data-editor]");
  const stored = form && !form.querySelector(".error-summary, .conflict") && sessionStorage.getItem(kept(form));
  if (!stored) return;
  for (const [name, value] of JSON.parse(stored)) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "hidden") continue;
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
  }
}

function focusEditor() {
  const form = record()?.querySelector("form[data-editor]");
  const error = record()?.querySelector(".error-summary");
  const field = form && typedIn(form).find((each) => each.type !== "submit");
  (error ?? field)?.focus();
}

// After a save only the record is exchanged; the text follows when its marks have changed, and keeps its place.
function followText() {
  const text = document.getElementById("texten");
  if (!text || text.dataset.fingerprint === record()?.dataset.fingerprint) return;
  const top = pane().scrollTop;
  htmx.ajax("GET", record().dataset.text, { target: "#texten", swap: "outerHTML" }).then(() => { pane().scrollTop = top; });
}

let place = "";
document.addEventListener("htmx:beforeRequest", (event) => {
  place = event.target.closest?.("[data-stop], .item")?.id ?? "";
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if ([409, 422].includes(event.detail.xhr.status)) event.detail.shouldSwap = true;
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form[data-editor]");
  if (form && event.detail.successful) sessionStorage.removeItem(kept(form));
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id === "texten" || !record()) return;
  followText();
  restore();
  if (record().querySelector("form[data-editor]")) focusEditor();
  else {
    const back = document.getElementById(place);
    (back?.querySelector("a.value, .change") ?? record().querySelector(".question button"))?.focus({ preventScroll: Boolean(back) });
  }
});
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => {
    if ([409, 422].includes(event.detail.xhr?.status)) return;
    const words = record()?.dataset.failed;
    if (words) document.getElementById("notices")?.replaceChildren(notice(words));
  });
}

function notice(words) {
  const box = document.createElement("div");
  box.className = "notice error";
  const text = document.createElement("p");
  text.className = "notice-text";
  text.textContent = words;
  box.append(text);
  return box;
}

restore();
if (!location.hash.startsWith("#m-")) focusEditor();
