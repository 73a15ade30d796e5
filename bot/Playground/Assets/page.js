// Shows a fresh page without losing focus, scroll or words, and speaks up when something arrived.

const announcer = document.getElementById("announce");
const notice = document.getElementById("notice");

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

const idsOf = selector => new Set([...document.querySelectorAll(selector)].map(each => each.id || each.getAttribute("href")));
const shownPlace = () => document.getElementById("chat").dataset.place;

export function show(page) {
  const [known, marked, place] = [idsOf(".message"), idsOf(".talks a:has(.news)"), shownPlace()];
  for (const part of ["header.top", ".columns"]) {
    const fresh = page.querySelector(part);
    if (fresh) morph(document.querySelector(part), fresh);
  }
  const arrived = [...document.querySelectorAll(".message")].filter(message => !known.has(message.id));
  // In another conversation everything is new to the page, but only its end is news.
  const news = place === shownPlace() ? arrived : arrived.slice(-1);
  news.forEach(message => message.classList.add("arrived"));
  const words = news.filter(message => !message.classList.contains("mine")).map(message =>
    `${message.querySelector(".from").textContent}: ${message.querySelector("h3, .bubble").textContent}`);
  for (const link of document.querySelectorAll(".talks a:has(.news)")) {
    if (!marked.has(link.getAttribute("href"))) words.push(`News in your conversation with ${link.firstChild.data.trim()}`);
  }
  if (words.length > 0) announce(words.join(". "));
}

/** For those who listen to the page. */
export function announce(words) {
  announcer.textContent = words;
}

let silence;

/** For everybody: a word that stands in front of the page for a while. */
export function say(words) {
  notice.textContent = words;
  notice.hidden = false;
  (document.querySelector("dialog:modal") ?? document.body).append(notice);
  clearTimeout(silence);
  silence = setTimeout(hush, 8000);
}

export function hush() {
  notice.hidden = true;
  document.body.append(notice);
}
