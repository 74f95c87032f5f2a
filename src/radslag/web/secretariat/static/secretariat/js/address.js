// "Kopiera adressen": shown only where it works. After htmx has exchanged part of a page the new button is shown too.
function show() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy-address]")) button.hidden = false;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy-address]");
  if (!button) return;
  await navigator.clipboard.writeText(location.href);
  const words = button.querySelector("span");
  const before = words.textContent;
  words.setAttribute("role", "status");
  words.textContent = button.dataset.done;
  setTimeout(() => { words.textContent = before; }, 4000);
});

document.addEventListener("htmx:afterSettle", show);
show();
