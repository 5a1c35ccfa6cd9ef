// Shows how much of a file has been sent. The form itself is sent by htmx; without scripts the browser sends it.
(() => {
  "use strict";
  const shown = (e) => e.target.closest("form")?.querySelector(".sending");

  addEventListener("htmx:beforeRequest", (e) => {
    const line = shown(e);
    if (!line) return;
    line.hidden = false;
    for (const b of e.target.querySelectorAll("button")) b.disabled = true;
  });
  addEventListener("htmx:xhr:progress", (e) => {
    const line = shown(e);
    if (!line || !e.detail.lengthComputable) return;
    const per = Math.floor((e.detail.loaded / e.detail.total) * 100);
    const out = line.querySelector("output");
    line.querySelector("progress").value = per;
    out.textContent = per < 100 ? per + " %" : out.dataset.done;
  });
  addEventListener("htmx:afterRequest", (e) => {
    const line = shown(e);
    if (!line) return;
    line.hidden = true;
    for (const b of e.target.querySelectorAll("button")) b.disabled = false;
  });
  // Done leads to another page, which is opened as a page; a refusal is the same form again, in its place.
  addEventListener("htmx:beforeSwap", (e) => {
    const at = new URL(e.detail.xhr.responseURL || location.href);
    if (e.detail.requestConfig.verb === "get" || at.pathname === new URL(e.detail.pathInfo.requestPath, location.href).pathname) return;
    e.detail.shouldSwap = false;
    location.assign(at);
  });
})();
