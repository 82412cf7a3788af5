// Reloads the page when the preview tells another version of it, where it was scrolled to.
(() => {
  "use strict";
  const { events, version, keepsScroll } = document.currentScript.dataset;
  const place = `designkit-scroll:${location.pathname}`;
  let source = null;

  function scrolled() {
    const inner = [...document.querySelectorAll("[id]")]
      .filter((it) => it.scrollTop || it.scrollLeft)
      .map((it) => [it.id, it.scrollLeft, it.scrollTop]);
    return [["", scrollX, scrollY], ...inner];
  }

  function restore() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(place)); } catch { return; }
    for (const [id, left, top] of kept || []) {
      (id ? document.getElementById(id) : window)?.scrollTo({ left, top, behavior: "instant" });
    }
  }

  function reload() {
    stop();
    try {
      if (keepsScroll !== undefined) sessionStorage.setItem(place, JSON.stringify(scrolled()));
    } catch { /* no storage: the page begins at its top */ }
    history.scrollRestoration = "manual"; // else the browser goes where the error page was
    location.reload();
  }

  const gone = document.createElement("p");
  gone.setAttribute("role", "status");
  gone.id = "designkit-preview-gone";
  gone.style.cssText = "position:fixed;left:0;bottom:0;margin:0;padding:4px 12px;z-index:9999;"
    + "font:13px/1.5 system-ui,sans-serif;color:CanvasText;background:Canvas;"
    + "border:1px solid GrayText";

  function say(text) {
    gone.textContent = text;
    if (text && !gone.isConnected) document.body.append(gone);
    if (!text) gone.remove();
  }

  function stop() {
    source?.close();
    source = null;
  }

  // A hidden page lets go of its connection, since a browser has only six to a server.
  function follow() {
    if (document.hidden || source) return;
    const mine = new EventSource(events);
    source = mine;
    mine.addEventListener("open", () => say(""));
    mine.addEventListener("version", (event) => { if (event.data !== version) reload(); });
    mine.addEventListener("error", () => {
      say("The preview has ended. This page is as it was last; `designkit serve` brings it back.");
      if (mine.readyState !== EventSource.CLOSED || source !== mine) return;
      stop();
      setTimeout(follow, 1000);
    });
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : follow()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", follow);
  if (keepsScroll !== undefined) {
    const isReload = performance.getEntriesByType("navigation")[0]?.type === "reload";
    if (isReload) {
      restore();
      addEventListener("load", () => {
        restore();
        try { sessionStorage.removeItem(place); } catch { /* nothing was kept */ }
        setTimeout(() => { history.scrollRestoration = "auto"; }, 300);
      }, { once: true });
    }
  }
  follow();
})();
