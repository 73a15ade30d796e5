// Keeps the words of a form or a line that is not sent yet, in this window only, so that closing, reloading or looking elsewhere loses nothing.

const prefix = "unsent ";
const given = new WeakMap();

const isWord = input => input.name === "text" && input.type !== "hidden" || input.name.startsWith("answer.");
const keyOf = form => prefix + ["as", "place", "form", "state"].map(name => form.elements[name]?.value ?? "").join(" ");
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function read(form) {
  const words = {};
  for (const input of [...form.elements].filter(isWord)) {
    words[input.name] ??= [];
    if (input.type !== "checkbox" || input.checked) words[input.name].push(input.value);
  }
  return words;
}

function write(form, name, values) {
  for (const input of [...form.elements].filter(each => each.name === name)) {
    if (input.type === "checkbox") input.checked = values.includes(input.value);
    else input.value = values[0] ?? "";
  }
}

function recall(form) {
  const kept = sessionStorage.getItem(keyOf(form));
  return kept ? JSON.parse(kept) : null;
}

/** Puts back what was typed before, wherever the bot itself has nothing newer; tells whether it did. */
export function restore(form) {
  const fresh = read(form);
  const kept = recall(form);
  given.set(form, fresh);
  const names = Object.keys(fresh).filter(name => kept && same(fresh[name], kept.given[name]) && !same(fresh[name], kept.typed[name]));
  names.forEach(name => write(form, name, kept.typed[name]));
  return names.length > 0;
}

/** Keeps the words as they are now, beside those the bot had put there before anything was typed. */
export function keep(form) {
  const before = recall(form)?.given ?? given.get(form) ?? read(form);
  sessionStorage.setItem(keyOf(form), JSON.stringify({ given: before, typed: read(form) }));
}

export function forget(form) {
  sessionStorage.removeItem(keyOf(form));
}

export function forgetAll() {
  Object.keys(sessionStorage).filter(key => key.startsWith(prefix)).forEach(key => sessionStorage.removeItem(key));
}
