// Makes the page live. Everything works without it: this only saves reloads, keeps what is half typed, and speaks up when news arrives.
"use strict";

const { as, view, events } = document.body.dataset;
const announce = document.getElementById("announce");
const notice = document.getElementById("notice");

// ---- Showing a fresh page without losing focus, scroll or words ----

/** Makes an element like its fresh twin, touching only what differs; forms in front of a person are left alone. */
function morph(old, fresh) {
  if (old.id === "form" || old.isEqualNode(fresh)) return;
  const kept = old.nodeName === "DETAILS" ? ["open"] : old.nodeName === "FORM" ? ["aria-busy"] : ["class"];
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !kept.includes(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !kept.includes(name)) old.setAttribute(name, value);
  }
  if (fresh.className !== old.className.replace(/ ?arrived/, "")) old.className = fresh.className;
  morphChildren(old, fresh);
}

function morphChildren(old, fresh) {
  let next = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const twin = wanted.id ? [...old.children].find(child => child.id === wanted.id) : next;
    if (!twin || twin.nodeName !== wanted.nodeName || (twin.id || "") !== (wanted.id || "")) {
      old.insertBefore(document.importNode(wanted, true), next);
      continue;
    }
    if (twin !== next) old.insertBefore(twin, next);
    next = twin.nextSibling;
    if (twin.nodeType === Node.ELEMENT_NODE) morph(twin, wanted);
    else if (twin.data !== wanted.data) twin.data = wanted.data;
  }
  while (next) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}

function show(page) {
  const known = new Set([...document.querySelectorAll(".message")].map(message => message.id));
  for (const part of ["header.top", ".columns"]) {
    const fresh = page.querySelector(part);
    if (fresh) morph(document.querySelector(part), fresh);
  }
  const news = [...document.querySelectorAll(".message")].filter(message => !known.has(message.id));
  news.forEach(message => message.classList.add("arrived"));
  const words = news.filter(message => !message.classList.contains("mine")).map(message =>
    `${message.querySelector(".from").textContent}: ${message.querySelector("h3, .bubble").textContent}`);
  if (words.length > 0) announce.textContent = words.join(". ");
}

// ---- Forms in a dialog ----

const formPlace = document.getElementById("form");

function showForm(page) {
  const before = formPlace.querySelector("dialog");
  before?.removeEventListener("close", closed);
  before?.close();
  formPlace.replaceChildren(...page.getElementById("form").cloneNode(true).childNodes);
  raiseForm();
}

function raiseForm() {
  const panel = formPlace.querySelector("dialog");
  if (!panel) return;
  panel.removeAttribute("open");
  panel.showModal();
  panel.addEventListener("cancel", event => { if (!mayClose(panel)) event.preventDefault(); });
  panel.addEventListener("close", closed);
  panel.querySelectorAll("[data-most], [data-tags]").forEach(count);
  panel.querySelectorAll(".suggestions").forEach(list => { list.hidden = false; });
  if (panel.querySelector(".errors")) panel.dataset.typed = "yes";
  (panel.querySelector(".errors") ?? panel.querySelector("input:not([type=hidden]), textarea, select"))?.focus();
}

function mayClose(panel) {
  return panel.dataset.typed !== "yes" || window.confirm("Close this form? What you typed in it is lost.");
}

function closed() {
  document.body.append(notice);
  formPlace.replaceChildren();
  history.replaceState(null, "", `/?as=${encodeURIComponent(as)}`);
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
  document.querySelectorAll(`.suggestions[data-for="${CSS.escape(input.id)}"] .tag`).forEach(tag =>
    tag.setAttribute("aria-pressed", String(tagsOf(input).includes(tag.textContent.toLowerCase()))));
}

const tagsOf = input => input.value.split(/[,;\n]/).map(tag => tag.trim().toLowerCase()).filter(Boolean);

function toggleTag(tag) {
  const input = document.getElementById(tag.closest(".suggestions").dataset.for);
  const word = tag.textContent;
  const typed = input.value.split(/[,;\n]/).map(one => one.trim()).filter(Boolean);
  const others = typed.filter(one => one.toLowerCase() !== word.toLowerCase());
  input.value = (others.length < typed.length ? others : [...typed, word]).join(", ");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

// ---- Sending and fetching ----

async function load(address, options) {
  let answer;
  try {
    answer = await fetch(address, options);
  } catch {
    say("The playground does not answer. Is the program still running?");
    return null;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (answer.ok) return { page, address: answer.url };
  say(page.getElementById("trouble")?.textContent ?? "That did not work.");
  return null;
}

let silence;
function say(words) {
  notice.textContent = words;
  notice.hidden = false;
  (document.querySelector("dialog:modal") ?? document.body).append(notice);
  clearTimeout(silence);
  silence = setTimeout(() => { notice.hidden = true; document.body.append(notice); }, 8000);
}

async function send(form, button) {
  if (form.getAttribute("aria-busy") === "true") return;
  const fields = new URLSearchParams(new FormData(form));
  if (button?.name) fields.append(button.name, button.value);
  form.setAttribute("aria-busy", "true");
  if (form.closest("#clock")) announce.textContent = "The clock is moving.";
  const answer = await load(form.getAttribute("action"), { method: "POST", body: fields });
  form.removeAttribute("aria-busy");
  if (!answer) return;
  document.body.append(notice);
  notice.hidden = true;
  if (form.matches(".composer")) form.reset();
  const details = form.closest("details");
  if (details) details.open = false;
  show(answer.page);
  showForm(answer.page);
  history.replaceState(null, "", new URL(answer.address).pathname + new URL(answer.address).search);
  if (form.closest("#clock")) announce.textContent = `It is ${document.querySelector(".now time").textContent}.`;
}

let fetching = false;
let again = false;
async function refresh() {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  const answer = await load(`${view}?as=${encodeURIComponent(as)}`);
  if (answer) show(answer.page);
  fetching = false;
  if (again) {
    again = false;
    soon();
  }
}

let waiting;
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 100);
}

// ---- What people do ----

document.addEventListener("submit", event => {
  event.preventDefault();
  send(event.target, event.submitter);
});

document.addEventListener("input", event => {
  const panel = event.target.closest("dialog");
  if (panel) panel.dataset.typed = "yes";
  count(event.target);
});

document.addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches(".composer textarea")) return;
  event.preventDefault();
  if (event.target.value.trim()) event.target.form.requestSubmit();
});

document.addEventListener("click", event => {
  const tag = event.target.closest(".tag");
  if (tag) toggleTag(tag);
  const close = event.target.closest(".close");
  if (!close) return;
  event.preventDefault();
  const panel = close.closest("dialog");
  if (mayClose(panel)) panel.close();
});

// ---- News ----

let news;
let missed = false;

function listen() {
  news = new EventSource(`${events}?as=${encodeURIComponent(as)}`);
  news.addEventListener("changed", soon);
  news.addEventListener("error", () => { missed = true; });
  news.addEventListener("open", () => {
    if (missed) soon();
    missed = false;
  });
}

// A browser keeps only a few connections to one host: pages nobody looks at give theirs back.
document.addEventListener("visibilitychange", () => {
  news.close();
  if (document.hidden) return;
  missed = true;
  listen();
});

listen();
raiseForm();
