// Follows a page that the server writes whole: asks now and then whether it has changed and puts the new rows in the
// place of the old ones. The answer is always the whole latest page, so that whatever was missed meanwhile is made up
// for by the next question. Sent to browsers as it stands.

function followPage() {
  const root = document.documentElement;
  const state = document.querySelector(".state");
  const everyMs = Number(root.dataset.every) * 1000;
  const LONGEST_PAUSE_MS = Math.max(everyMs, 15_000);
  const GONE_PAUSE_MS = 600_000;

  let seen = null;
  let failures = 0;
  let timer = 0;
  let isAsking = false;

  async function ask() {
    clearTimeout(timer);
    if (isAsking) return;
    isAsking = true;
    try {
      const answer = await fetch(location.pathname, {
        cache: "no-cache",
        signal: AbortSignal.timeout(15_000),
      });
      if (answer.status === 404) leave();
      else if (!answer.ok) throw new Error(String(answer.status));
      else await take(answer);
      failures = 0;
    } catch {
      failures += 1;
      if (!isGone()) tell("lost");
    }
    isAsking = false;
    const pauseMs = isGone()
      ? GONE_PAUSE_MS
      : Math.min(everyMs * 2 ** Math.min(failures, 4), LONGEST_PAUSE_MS);
    // Screens that were opened together do not ask together.
    if (!document.hidden) timer = setTimeout(ask, pauseMs * (0.9 + Math.random() * 0.2));
  }

  async function take(answer) {
    const tag = answer.headers.get("ETag");
    if (tag === null || tag !== seen) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (styleOf(page) !== styleOf(document)) return location.reload();
      put(page);
      seen = tag;
    }
    tell("");
  }

  // Switched off: what was shown is not kept, and the server is asked only now and then.
  function leave() {
    document.querySelector("main").replaceChildren();
    seen = null;
    tell("gone");
  }

  const isGone = () => root.dataset.state === "gone";

  // A newer program writes pages that this script does not know.
  const styleOf = (page) =>
    page.querySelector("style")?.textContent ?? page.querySelector("link[rel=stylesheet]")?.href;

  function tell(next) {
    if ((root.dataset.state ?? "") === next) return;
    root.dataset.state = next;
    state.textContent = state.dataset[next] ?? "";
  }

  function put(page) {
    const fresh = page.querySelector("main");
    for (const list of fresh.querySelectorAll("[data-rows]")) {
      const known = new Map();
      const old = document.querySelector(`[data-rows="${list.dataset.rows}"]`);
      for (const row of old?.children ?? []) known.set(row.dataset.key, row.innerHTML);
      for (const row of list.children)
        if (old && known.get(row.dataset.key) !== row.innerHTML) row.classList.add("changed");
    }
    document.title = page.title;
    document.querySelector("main").replaceWith(document.adoptNode(fresh));
    document.dispatchEvent(new Event("page-changed"));
  }

  addEventListener("online", ask);
  addEventListener("pageshow", (event) => event.persisted && ask());
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  timer = setTimeout(ask, everyMs);
}

followPage();
