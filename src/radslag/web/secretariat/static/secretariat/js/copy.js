// Buttons that copy: what a field holds (data-copy="its id"), or the page's address (data-copy-address).
// Shown only where it works. After htmx has exchanged part of a page the new button is shown too.
const BUTTONS = "[data-copy], [data-copy-address]";

function show() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll(BUTTONS)) button.hidden = false;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest(BUTTONS);
  if (!button) return;
  const field = button.dataset.copy;
  await navigator.clipboard.writeText(field ? document.getElementById(field).value : location.href);
  const words = button.querySelector("span");
  const before = words.textContent;
  words.setAttribute("role", "status");
  words.textContent = button.dataset.done;
  setTimeout(() => { words.textContent = before; }, 4000);
});

document.addEventListener("htmx:afterSettle", show);
show();
