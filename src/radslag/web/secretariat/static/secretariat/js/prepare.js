// Preparing made swift: only what changes is exchanged, focus stays where one worked, and what is typed is kept.
// Without this file every link and form here still works.
const region = () => document.getElementById("forbered");
const still = matchMedia("(prefers-reduced-motion: reduce)");

// What is typed into a form that is open is kept by this tab until it has been saved.
const kept = (form) => `radslag-typed:${location.pathname}:${form.dataset.editor}`;
const typedIn = (form) => [...form.elements].filter((each) => each.name && !["hidden", "file", "submit"].includes(each.type));

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-editor]");
  if (!form || event.target.type === "file") return;
  sessionStorage.setItem(kept(form), JSON.stringify(typedIn(form).map((each) => [each.name, each.value])));
});

function restore() {
  const form = region()?.querySelector("form[data-editor]");
  const stored = form && !form.querySelector(".error-summary, .conflict") && sessionStorage.getItem(kept(form));
  if (!stored) return;
  const left = typedIn(form);
  for (const [name, value] of JSON.parse(stored)) {
    const place = left.findIndex((each) => each.name === name);
    if (place >= 0) left.splice(place, 1)[0].value = value;
  }
}

document.addEventListener("click", (event) => {
  const cancel = event.target.closest("[data-cancel]");
  if (cancel) sessionStorage.removeItem(kept(cancel.closest("form")));
});

// Where focus goes after an exchange: to the same thing, else to the one after it in its list, else before it.
let place = null;
const inList = (element) => {
  const row = element.closest("[data-list] > *");
  return row ? [...row.parentElement.children].map((each) => each.id) : [];
};

document.addEventListener("htmx:beforeRequest", (event) => {
  const source = event.detail.requestConfig?.triggeringEvent?.submitter ?? document.activeElement;
  if (!region()?.contains(source)) return void (place = { id: "", row: "", rows: [], kind: "" });
  const row = source.closest("[data-list] > *");
  const adding = source.closest(".prepare-add")?.querySelector("input[type=text]");
  const kind = (source.id || "ta").split("-")[0];
  place = { id: adding?.id || source.id, row: row?.id ?? "", rows: row ? inList(source) : [], kind, moved: source.dataset.move };
  place.back = source.closest("[data-back]")?.dataset.back;
  place.then = event.target.closest?.("[data-then]")?.dataset.then;
  place.told = event.target.closest?.("[data-told]")?.dataset.told;
  const busy = event.target.closest?.("[data-busy]");
  if (busy) {
    busy.querySelector("button").disabled = true;
    say(busy.dataset.busy);
  }
});

function say(words) {
  const live = document.getElementById("sagt");
  if (live) live.textContent = words;
}

function firstAfter() {
  const here = place.rows.indexOf(place.row);
  const around = [...place.rows.slice(here + 1), ...place.rows.slice(0, Math.max(here, 0)).reverse()];
  const row = around.map((id) => document.getElementById(id)).find(Boolean);
  return row?.querySelector(`[id^="${place.kind}-"]`) ?? row;
}

function focusAfter() {
  const open = region().querySelector("form[data-editor]");
  const fresh = open && open.dataset.editor !== place?.editor;
  const error = region().querySelector(".error-summary, .prepare-lost, .conflict input");
  const target = error
    || (place?.then && document.getElementById(place.then))
    || (open && fresh && typedIn(open)[0])
    || (place?.id && document.getElementById(place.id))
    || (place?.row && document.querySelector(`#${CSS.escape(place.row)} .tool-link`))
    || (place?.rows.length && firstAfter())
    || document.getElementById(place?.back || "dagordning");
  if (!target) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest", behavior: still.matches ? "auto" : "smooth" });
}

function tellMove() {
  if (!place?.moved) return;
  const item = document.getElementById(place.row);
  if (!item) return;
  item.classList.add("moved");
  setTimeout(() => item.classList.remove("moved"), 900);
  say(item.dataset.item);
}

document.addEventListener("htmx:beforeSwap", (event) => {
  if ([409, 422].includes(event.detail.xhr.status)) event.detail.shouldSwap = true;
  if (place) place.editor = region()?.querySelector("form[data-editor]")?.dataset.editor;
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form[data-editor]");
  if (form && event.detail.successful) sessionStorage.removeItem(kept(form));
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (!region() || event.detail.target?.id === "notices") return;
  restore();
  focusAfter();
  if (place?.told && !region().querySelector(".field-error")) say(place.told);
  tellMove();
  place = null;
});
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => {
    if ([409, 422].includes(event.detail.xhr?.status)) return;
    const box = document.createElement("div");
    box.className = "notice error";
    const text = document.createElement("p");
    text.className = "notice-text";
    text.textContent = region()?.dataset.failed ?? "";
    box.append(text);
    document.getElementById("notices")?.replaceChildren(box);
    for (const button of region()?.querySelectorAll("[data-busy] button") ?? []) button.disabled = false;
  });
}

// Alt with an arrow moves the item one is in; Escape leaves the form that is open, keeping nothing.
document.addEventListener("keydown", (event) => {
  if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    const item = event.target.closest?.("[data-item]");
    const button = item?.querySelector(`[data-move="${event.key === "ArrowUp" ? "up" : "down"}"]`);
    if (!button || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    button.focus({ preventScroll: true });
    button.click();
  } else if (event.key === "Escape" && !event.isComposing) {
    event.target.closest?.("form[data-editor]")?.querySelector("[data-cancel]")?.click();
  }
});

// Which files were chosen, before they are sent.
document.addEventListener("change", (event) => {
  const list = event.target.type === "file" && event.target.closest("fieldset")?.querySelector("[data-chosen]");
  if (!list) return;
  list.replaceChildren(...[...event.target.files].map((file) => {
    const row = document.createElement("li");
    row.textContent = file.name;
    return row;
  }));
});

restore();
const open = region()?.querySelector("form[data-editor]");
if (open && !region().querySelector(".error-summary")) typedIn(open)[0]?.focus();
