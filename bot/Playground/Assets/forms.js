// Forms in a dialog: counters, suggested tags, and closing without losing a word.

import { hush, say } from "./page.js";
import { keep, restore } from "./unsent.js";

const place = document.getElementById("form");
const panelNow = () => place.querySelector("dialog");
const fieldsOf = panel => panel.querySelector("form:not([id])");

/** Takes over the form of a fresh page, or none. */
export function showForm(page) {
  const before = panelNow();
  before?.removeEventListener("close", closed);
  before?.close();
  place.replaceChildren(...page.getElementById("form").cloneNode(true).childNodes);
  raiseForm();
}

export function raiseForm() {
  const panel = panelNow();
  if (!panel) return;
  const fields = fieldsOf(panel);
  if (panel.querySelector(".errors")) keep(fields);
  else if (restore(fields)) panel.querySelector(".kept").hidden = false;
  panel.removeAttribute("open");
  panel.showModal();
  panel.addEventListener("close", closed);
  panel.querySelectorAll("[data-most], [data-tags]").forEach(count);
  panel.querySelectorAll(".suggestions").forEach(list => { list.hidden = false; });
}

function closed() {
  const unsent = panelNow()?.dataset.typed;
  hush();
  place.replaceChildren();
  const address = new URL(location.href);
  address.searchParams.delete("form");
  history.replaceState(null, "", address);
  if (unsent) say("Nothing was sent. Your words are kept in this window: open the form again to go on.");
}

/** Says how long the words are, and whether they are too few or too many; nothing is ever cut. */
function count(input) {
  const note = document.getElementById(`${input.id}-count`);
  if (!note) return;
  const { least, most, tags } = input.dataset;
  note.dataset.given ??= note.textContent;
  const length = tags ? tagsOf(input).length : input.value.trim().length;
  note.textContent = length === 0 ? note.dataset.given : tags ? `${length} of ${tags}` : `${length} of ${most} characters`;
  note.classList.toggle("off", length > Number(tags ?? most));
  if (!tags && length > 0 && length < Number(least)) note.textContent += `, at least ${least}`;
  const typed = tags ? tagsOf(input).map(tag => tag.toLowerCase()) : [];
  document.querySelectorAll(`.suggestions[data-for="${CSS.escape(input.id)}"] .tag`).forEach(tag =>
    tag.setAttribute("aria-pressed", String(typed.includes(tag.textContent.toLowerCase()))));
}

const tagsOf = input => input.value.split(/[,;\n]/).map(tag => tag.trim()).filter(Boolean);

function toggleTag(tag) {
  const input = document.getElementById(tag.closest(".suggestions").dataset.for);
  const word = tag.textContent;
  const typed = tagsOf(input);
  const others = typed.filter(one => one.toLowerCase() !== word.toLowerCase());
  input.value = (others.length < typed.length ? others : [...typed, word]).join(", ");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", event => {
  const panel = event.target.closest("dialog");
  if (!panel) return;
  panel.dataset.typed = "yes";
  keep(fieldsOf(panel));
  count(event.target);
});

document.addEventListener("click", event => {
  const tag = event.target.closest(".tag");
  if (tag) toggleTag(tag);
  const close = event.target.closest(".close");
  if (!close) return;
  event.preventDefault();
  close.closest("dialog").close();
});
