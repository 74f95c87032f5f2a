// A marked place may be cut in pieces, by a line's end or another mark; the address names the first. All of them light up.
function light() {
  for (const piece of document.querySelectorAll("mark.current")) piece.classList.remove("current");
  const key = decodeURIComponent(location.hash.slice(1));
  if (!key) return;
  for (const piece of document.querySelectorAll(`mark[data-mark="${CSS.escape(key)}"]`)) piece.classList.add("current");
}

window.addEventListener("hashchange", light);
document.addEventListener("htmx:afterSettle", light);
light();
