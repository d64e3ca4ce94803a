// Search: looks through the index that search-index.js holds. Words are found whole and
// without regard to case and accents; word* finds beginnings; "some words" a phrase; all
// must be in one passage.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  const results = document.querySelector("#results");
  const status = document.querySelector("#search-status");
  const LIMIT = 200;
  const AROUND = 70;

  // One letter for one letter, so that places in the folded text are places in the text.
  const fold = (text) =>
    Array.from(text, (c) => {
      const plain = c.normalize("NFD")[0].toLowerCase();
      return plain.length === c.length ? plain : c;
    }).join("");
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  const terms = (query) =>
    Array.from(fold(query).matchAll(/"([^"]+)"|(\S+)/g), ([, phrase, word]) => {
      const prefix = !phrase && word.endsWith("*");
      const words = (phrase ?? word.replace(/\*+$/, "")).trim().split(/\s+/).map(escape);
      if (!words[0]) return null;
      const end = prefix ? "[\\p{L}\\p{N}]*" : "(?![\\p{L}\\p{N}])";
      return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[^\\p{L}\\p{N}]+")}${end}`, "gu");
    }).filter(Boolean);

  // titles in the language of the labels, where that is not the edition's own
  const titles = typeof octavoTitles === "undefined" ? {} : octavoTitles;
  for (const page of octavoIndex.pages) page[1] = titles[page[0]] ?? page[1];

  const prepared = new Map();
  const folded = (passage) => {
    if (!prepared.has(passage)) prepared.set(passage, fold(passage[1]));
    return prepared.get(passage);
  };

  const find = (query, page, entry) => {
    const wanted = terms(query);
    const found = [];
    if (!wanted.length && entry === "") return found;
    for (const [file, title, passages] of octavoIndex.pages) {
      if (page && file !== page) continue;
      for (const passage of passages) {
        if (entry !== "" && !(passage[2] ?? []).includes(+entry)) continue;
        const text = folded(passage);
        const hits = wanted.map((term) => Array.from(text.matchAll(term)));
        if (hits.every((h) => h.length)) found.push({ file, title, passage, hits: hits.flat() });
      }
    }
    return found;
  };

  const words = ({ passage, hits }) => {
    const text = passage[1];
    const first = hits.length ? Math.min(...hits.map((h) => h.index)) : 0;
    const start = first > AROUND ? text.indexOf(" ", first - AROUND) + 1 : 0;
    const cut = text.indexOf(" ", first + 3 * AROUND);
    const end = cut < 0 ? text.length : cut;
    const line = document.createElement("span");
    line.className = "words";
    line.append(start ? "… " : "");
    let at = start;
    for (const hit of hits.sort((a, b) => a.index - b.index)) {
      if (hit.index < at || hit.index >= end) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(hit.index, hit.index + hit[0].length);
      line.append(text.slice(at, hit.index), mark);
      at = hit.index + hit[0].length;
    }
    line.append(text.slice(at, Math.max(at, end)), end < text.length ? " …" : "");
    return line;
  };

  const show = () => {
    const data = new FormData(form);
    const found = find(data.get("q") ?? "", data.get("page"), data.get("entry") ?? "");
    results.replaceChildren(
      ...found.slice(0, LIMIT).map((hit) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const marked = hit.hits.length ? hit.passage[1].substr(hit.hits[0].index, hit.hits[0][0].length) : "";
        const anchor = hit.passage[0] + (marked ? ":~:text=" + encodeURIComponent(marked) : "");
        link.href = hit.file + (anchor ? "#" + anchor : "");
        link.textContent = hit.title;
        item.append(link, " ", words(hit));
        return item;
      }),
    );
    status.textContent = status.dataset.found.replace("{1}", String(found.length));
    if (location.protocol !== "about:") {
      history.replaceState(null, "", "?" + new URLSearchParams(data));
    }
  };

  const option = (value, text) => Object.assign(document.createElement("option"), { value, textContent: text });
  form.elements.page.append(...octavoIndex.pages.map(([file, title]) => option(file, title)));
  form.elements.entry.append(...octavoIndex.entries.map(([, heading], i) => option(String(i), heading)));
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", show);
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value;
  if (asked.get("q") || asked.get("entry")) show();
})();
