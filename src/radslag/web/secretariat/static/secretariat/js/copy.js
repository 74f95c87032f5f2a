// A button that copies what a field holds: shown only where it works.
function show() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
  const words = button.querySelector("span");
  const before = words.textContent;
  words.setAttribute("role", "status");
  words.textContent = button.dataset.done;
  setTimeout(() => { words.textContent = before; }, 4000);
});

document.addEventListener("htmx:afterSettle", show);
show();
