// The hearing room: whoever looks on sees the minutes as they are typed; what the recorder types is saved as it is typed,
// and so are private notes and the draft of an award. Without this file the page is read again by hand, and saved by its
// button.
(() => {
  "use strict";
  const live = document.getElementById("live");
  const state = document.getElementById("saved");
  const form = document.querySelector("form[data-draft]");

  const again = async () => {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["live", "points", "who"]) {
      const now = document.getElementById(id);
      const then = page.getElementById(id);
      if (now && then && now.innerHTML !== then.innerHTML) now.replaceWith(then);
    }
  };

  if (live) {
    const stream = new EventSource(live.dataset.stream);
    stream.addEventListener("room", again);
    addEventListener("pagehide", () => stream.close());
  }

  if (form) {
    let waiting = 0;
    let saving = false;
    let dirty = false;
    let pressed = null; // a button that waits for the save on its way: that one gives the draft its next version
    let held = false; // another window was quicker: only the button saves over it
    const show = (page) => {
      for (const now of document.querySelectorAll("[data-live]")) {
        const then = page.getElementById(now.id);
        if (then && then.innerHTML !== now.innerHTML) now.replaceWith(then);
      }
    };
    const hold = (page) => {
      const clash = page.getElementById("clash");
      const draft = page.querySelector("form[data-draft] [name=_draft]");
      if (!clash || !draft) return;
      held = true;
      document.getElementById("clash")?.remove();
      form.before(clash);
      form.elements._draft.value = draft.value;
    };
    const save = async () => {
      if (saving || held) return;
      saving = true;
      dirty = false;
      const body = new URLSearchParams(new FormData(form));
      body.delete("_version");
      try {
        const answer = await fetch(form.dataset.draft, { method: "POST", body, credentials: "same-origin", headers: { "X-Draft": "1" } });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (answer.ok) {
          form.elements._draft.value = page.querySelector("form[data-draft] [name=_draft]").value;
          state.textContent = page.getElementById("saved").textContent;
          show(page);
        } else {
          state.textContent = page.querySelector(".errors p")?.textContent ?? state.dataset.failed;
          dirty = answer.status >= 500; // what was refused is refused again
          if (answer.status === 409) hold(page);
        }
      } catch {
        state.textContent = state.dataset.failed;
        dirty = true;
      }
      saving = false;
      const next = pressed;
      pressed = null;
      if (next && !held) return form.requestSubmit(next);
      if (dirty) waiting = setTimeout(save, 5000);
    };
    form.addEventListener("input", () => {
      dirty = true;
      clearTimeout(waiting);
      waiting = setTimeout(save, 800);
    });
    form.addEventListener("submit", (e) => {
      clearTimeout(waiting);
      if (saving) {
        pressed = e.submitter;
        e.preventDefault();
        return;
      }
      dirty = false;
    });
    addEventListener("beforeunload", (e) => {
      if (dirty) e.preventDefault();
    });
  }
})();
