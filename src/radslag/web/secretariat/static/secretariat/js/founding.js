// A new collaboration: the address follows the name until one writes it, and 290 municipalities are found by typing.
const form = document.querySelector("form[data-founding]");
const name = form.elements.namedItem("name");
const slug = form.elements.namedItem("slug");
let proposed = slug.value;

name.addEventListener("input", () => {
  if (slug.value !== proposed) return;
  const plain = name.value.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  proposed = slug.value = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
});

const find = form.querySelector("#find");
const status = form.querySelector("#members-count");
const boxes = [...form.querySelectorAll("input[name=members]")];
const called = (box) => box.nextElementSibling.textContent;
const chosen = () => boxes.filter((box) => box.checked);

function count() {
  const names = chosen().map(called).sort((one, other) => one.localeCompare(other, "sv"));
  if (!names.length) status.textContent = status.dataset.none;
  else if (names.length === 1) status.textContent = `${status.dataset.one} ${names[0]}`;
  else status.textContent = `${names.length} ${status.dataset.many} ${names.join(", ")}`;
}

// The start of any word of the name: "väster" finds Västervik, "malung" and "sälen" both Malung-Sälen.
function fits(box, words) {
  const name = called(box).toLowerCase();
  return name.startsWith(words) || name.split(/[\s-]+/).some((part) => part.startsWith(words));
}

function filter() {
  const words = find.value.trim().toLowerCase();
  for (const box of boxes) box.closest("li").hidden = Boolean(words) && !fits(box, words);
  for (const county of form.querySelectorAll(".counties details")) {
    const seen = county.querySelector("li:not([hidden])");
    county.hidden = !seen;
    county.open = words ? Boolean(seen) : Boolean(county.querySelector("input:checked"));
  }
  if (words && !boxes.some((box) => !box.closest("li").hidden)) status.textContent = status.dataset.miss;
  else count();
}

form.querySelector("[data-find]").hidden = false;
find.addEventListener("input", filter);
find.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const words = find.value.trim().toLowerCase();
  const seen = boxes.filter((box) => !box.closest("li").hidden);
  const first = seen.find((box) => called(box).toLowerCase() === words) ?? seen[0];
  if (!words || !first) return;
  first.checked = !first.checked;
  first.dispatchEvent(new Event("input", { bubbles: true }));
  find.value = "";
  filter();
});
for (const box of boxes) box.addEventListener("change", count);
count();
