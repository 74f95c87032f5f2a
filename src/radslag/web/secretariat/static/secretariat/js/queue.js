// A digit answers the question in focus, or the first one: 1 is its first answer. Turned off with the other shortcuts.
const CHOICE = "radslag-shortcuts";
const writing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !/^[1-9]$/.test(event.key)) return;
  if (localStorage.getItem(CHOICE) === "off" || writing(event.target) || document.querySelector("dialog[open]")) return;
  const card = event.target.closest("[data-card]") ?? document.querySelector("[data-card]");
  const button = card?.querySelectorAll("button[name=answer]")[Number(event.key) - 1];
  if (!button) return;
  event.preventDefault();
  button.click();
});
