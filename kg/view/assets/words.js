// What the page says, in the language chosen. Labels of types, relations and other terms are the ontology's.
import { terms, words } from "./data.js";

let language = "zh";

export const languageNow = () => language;

export function speak(chosen) {
  language = words[chosen] ? chosen : "zh";
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = say(element.dataset.placeholder);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.matches("button, summary")) element.title = say(element.dataset.label);
  }
}

/** A phrase, with its blanks filled. */
export function say(key, values = {}) {
  const phrase = words[language][key] ?? key;
  return phrase.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? count(values[name]) : values[name] ?? ""));
}

/** The label of a type or relation, or of a term by its name. */
export function label(thing) {
  const labels = typeof thing === "string" ? terms[thing] : thing.label;
  return labels ? labels[language] ?? labels.zh : thing;
}

export const count = (number) => number.toLocaleString("en-US");

/** Names in a row. */
export const listed = (names) => names.join(language === "zh" ? "、" : ", ");
