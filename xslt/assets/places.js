// Places: who goes to another view of a text, or to another language, arrives at the
// passage that stands at the top of the window. Without script the links lead to the
// same chapter.
"use strict";
(() => {
  const TOP = 80;
  const PASSAGES = "article.text :is(p, div, li, section, figure, table, h1, h2, h3, h4)[id]";
  const LINKS = "nav.views a:not(.exact), nav.languages a, .pager .up";

  const precedes = (one, other) =>
    Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const isSeen = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > TOP && top < innerHeight;
  };

  // The passage asked for, if it is still seen, else the first one that is.
  const passage = () => {
    const asked = document.querySelector("article.text :target");
    if (asked && isSeen(asked)) return asked;
    if (scrollY < TOP) return null;
    const seen = Array.from(document.querySelectorAll(PASSAGES)).filter(isSeen);
    return seen.find((element) => !seen.some((inner) => inner !== element && element.contains(inner)));
  };

  const lastBefore = (links, place) =>
    links.filter(([, at]) => at === place || at?.contains(place) || (at && precedes(at, place))).at(-1)?.[0];

  // The page of the facsimile, or of the chapter, that a passage is on.
  const pageOf = (link, place) => {
    if (link.matches(".facsimile")) {
      const scan = lastBefore(Array.from(document.querySelectorAll("a.to-scan"), (a) => [a, a]), place);
      return scan?.getAttribute("href");
    }
    if (link.matches(".by-chapter")) {
      const parts = Array.from(document.querySelectorAll(".contents a[data-file]"));
      const part = lastBefore(parts.map((a) => [a, document.getElementById(a.hash.slice(1))]), place);
      return part?.dataset.file;
    }
    return null;
  };

  const lead = (event) => {
    const link = event.target.closest?.(LINKS);
    if (!link || link.getAttribute("href").startsWith("to/")) return;
    link.dataset.plain ??= link.getAttribute("href");
    const place = passage();
    if (!place) return;
    const page = pageOf(link, place) ?? link.dataset.plain.replace(/#.*$/, "");
    link.setAttribute("href", page + "#" + place.id);
  };
  document.addEventListener("click", lead, true);
  document.addEventListener("auxclick", lead, true);
})();
