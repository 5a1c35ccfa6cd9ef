// Moves through a list of cases by the keyboard: j and k go down and up, / to the search box; Enter opens what has
// the focus, as it does without this file.
(() => {
  "use strict";
  const step = { j: 1, k: -1 };
  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.target.closest("input, select, textarea")) return;
    if (e.key === "/") {
      e.preventDefault();
      document.getElementById("q")?.focus();
      return;
    }
    const links = [...document.querySelectorAll(".docket tbody th a")]; // asked anew: the list may have been exchanged
    if (!(e.key in step) || links.length === 0) return;
    const now = links.indexOf(document.activeElement);
    const next = now < 0 ? 0 : Math.min(Math.max(now + step[e.key], 0), links.length - 1);
    links[next].focus();
    links[next].closest("tr").scrollIntoView({ block: "nearest" });
  });
})();
