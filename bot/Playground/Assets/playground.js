// Makes the page live. Everything works without it: this only saves reloads, keeps what is half typed, and speaks up when news arrives.

import { raiseForm, showForm } from "./forms.js";
import { announce, hush, say, show } from "./page.js";
import { forget, forgetAll, keep, restore } from "./unsent.js";

const { as, view, events } = document.body.dataset;

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
  if (answer.ok) return { page, address: new URL(answer.url) };
  say(page.getElementById("trouble")?.textContent ?? "That did not work.");
  return null;
}

async function send(form, button) {
  if (form.getAttribute("aria-busy") === "true") return;
  const fields = new URLSearchParams(new FormData(form));
  if (button?.name) fields.append(button.name, button.value);
  form.setAttribute("aria-busy", "true");
  const movesClock = form.matches(".ways");
  if (movesClock) announce("The clock is moving.");
  const answer = await load(form.getAttribute("action"), { method: "POST", body: fields });
  form.removeAttribute("aria-busy");
  if (!answer) return;
  hush();
  if (form.matches(".reset form")) forgetAll();
  else forget(form);
  if (form.matches(".composer")) form.reset();
  const details = form.closest("details");
  if (details) details.open = false;
  show(answer.page);
  showForm(answer.page);
  history.replaceState(null, "", answer.address.pathname + answer.address.search);
  if (movesClock) announce(`It is ${document.querySelector(".now time").textContent}.`);
}

let fetching = false;
let again = false;
async function refresh() {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  const place = document.getElementById("chat").dataset.place;
  const answer = await load(`${view}?${new URLSearchParams({ as, place })}`);
  // While it was on its way, a click may have led to another conversation.
  if (answer && place === document.getElementById("chat").dataset.place) show(answer.page);
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
  if (event.target.matches(".composer textarea")) keep(event.target.form);
});

document.addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches(".composer textarea")) return;
  event.preventDefault();
  if (event.target.value.trim()) event.target.form.requestSubmit();
});

// ---- News ----

let news;

/** Whatever happened before somebody listened was missed, so the page is looked at once with every connection. */
function listen() {
  news = new EventSource(`${events}?as=${encodeURIComponent(as)}`);
  news.addEventListener("changed", soon);
  news.addEventListener("open", soon);
}

// A browser keeps only a few connections to one host: pages nobody looks at give theirs back.
document.addEventListener("visibilitychange", () => {
  news.close();
  if (!document.hidden) listen();
});

listen();
document.querySelectorAll(".composer").forEach(restore);
raiseForm();
