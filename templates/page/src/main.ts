/** Makes a page of pictures and tables one that can be explored. */

import { Camera } from "./camera";
import { readContent, type Content } from "./content";
import { mountEmbedding } from "./embedding";
import { help } from "./help";
import { mountHovering } from "./hovering";
import { listenToKeys } from "./keys";
import { Living } from "./living";
import { mountMinimap } from "./minimap";
import { leave } from "./morphing";
import { mountOutline } from "./outline";
import { mountPanel } from "./panel";
import { boxOf, findPictures, type Picture } from "./pictures";
import { mountOverloads } from "./overloads";
import { mountPrinting } from "./printing";
import { mountSearch } from "./search";
import { light, litBy } from "./selecting";
import { sharing } from "./sharing";
import { mountLayers } from "./layers";
import { mountMarking } from "./marking";
import { findings } from "./sides/findings";
import { layers } from "./sides/layers";
import { mountSheet } from "./sheet";
import { numbers } from "./sides/numbers";
import { part } from "./sides/part";
import { walks } from "./sides/walks";
import { NOTHING, readHash, Store, type State } from "./state";
import { themeSwitch } from "./theme";

function start(): void {
  const content = readContent(document);
  const pictures = findPictures(document);
  const cameras = new Map(pictures.map((it) => [it.view, new Camera(it)]));
  const store = new Store(known(content, readHash(location.hash) ?? NOTHING));
  const living = new Living(content, store);
  document.documentElement.classList.add("alive");
  for (const it of document.querySelectorAll(".document .wide")) it.setAttribute("tabindex", "0");
  const panel = document.querySelector<HTMLElement>(".panel");
  if (panel) {
    mountPanel(panel, content, store, [part(living), numbers(living), findings, walks, layers]);
    mountSheet(panel, store);
  }
  const tools = document.querySelector(".tools");
  tools?.append(sharing(content, pictures, store), themeSwitch(), help());
  if (tools) mountSearch(tools, living);
  shape(store.state);
  showView(store.state, cameras);
  showSelection(content, pictures, store.state);
  mountMarking(content, pictures, store);
  mountLayers(content, pictures, store);
  mountHovering(content, pictures, store);
  mountOutline(content, pictures, store);
  mountMinimap(cameras);
  mountPrinting(store, cameras);
  mountEmbedding(store);
  mountOverloads(living, pictures, document.querySelector("main"));
  store.listen((now, before) => {
    if (now.view !== before.view) {
      const arrive = leave(cameras.get(before.view)?.picture);
      showView(now, cameras);
      arrive(cameras.get(now.view)?.picture);
    }
    showSelection(content, pictures, now);
    if (now.sel !== before.sel || now.view !== before.view) reveal(cameras.get(now.view), now.sel);
    if (now.sel !== before.sel) say(content, now);
    shape(now);
  });
  reveal(cameras.get(store.state.view), store.state.sel);
  listenToLinks(content, store);
  listenToKeys(content, store, cameras, allViews());
}

/** The names of all that the tabs lead to, pictures first, then papers. */
function allViews(): string[] {
  const tabs = document.querySelectorAll<HTMLElement>(".tabs a");
  return [...tabs].map((it) => it.dataset.view ?? "");
}

/** Leaves out what an address says of things that are not there. */
function known(content: Content, state: State): State {
  const views = allViews();
  const has = (id: string) => Object.hasOwn(content.components, id);
  return {
    ...state,
    view: views.includes(state.view) ? state.view : views[0],
    sel: has(state.sel) ? state.sel : "",
    to: has(state.to) ? state.to : "",
  };
}

function showView(state: State, cameras: Map<string, Camera>): void {
  for (const section of document.querySelectorAll<HTMLElement>("main > section")) {
    section.hidden = section.dataset.view !== state.view;
  }
  for (const tab of document.querySelectorAll<HTMLElement>(".tabs a")) {
    const isHere = tab.dataset.view === state.view;
    if (isHere) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  cameras.get(state.view)?.fitOnce();
}

function showSelection(content: Content, pictures: Picture[], state: State): void {
  const found = litBy(content, state);
  const shown = pictures.find((it) => it.view === state.view);
  if (shown) light(shown, content, found, state.sel);
}

/** Gives the page its form: with a panel or without, or as a picture in a frame. */
function shape(state: State): void {
  const root = document.documentElement.classList;
  root.toggle("wide", state.side === "none" || state.embed);
  root.toggle("embedded", state.embed);
}

function reveal(camera: Camera | undefined, id: string): void {
  const box = camera && id ? boxOf(camera.picture, id) : null;
  if (camera && box) camera.reveal(box);
}

function say(content: Content, state: State): void {
  const found = content.components[state.sel];
  const live = document.querySelector(".live");
  if (live) live.textContent = found ? `${found.title}, ${found.kind}` : "Nothing selected";
}

/** Links of the page change what is shown; those into the document lead there. */
function listenToLinks(content: Content, store: Store): void {
  const follow = () => {
    const state = readHash(location.hash);
    if (state) store.follow(known(content, state));
    else showAnchor(location.hash, store);
  };
  addEventListener("popstate", follow);
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href^='#']");
    const picture = (event.target as Element).closest?.(".picture");
    if (link) onLink(event as MouseEvent, link.getAttribute("href") ?? "", store);
    else if (picture) store.go({ sel: "", to: "", way: "" });
  });
  if (!readHash(location.hash)) showAnchor(location.hash, store);
}

function onLink(event: MouseEvent, href: string, store: Store): void {
  const state = readHash(href);
  event.preventDefault();
  if (!state) {
    showAnchor(href, store);
    return;
  }
  if (state.sel) {
    const isSecond = event.shiftKey && store.state.sel && state.sel !== store.state.sel;
    store.go(isSecond ? { to: state.sel } : { sel: state.sel, to: "", side: "" });
  } else if (state.view) store.go({ view: state.view });
}

/** Shows the paper in which an anchor is, and goes there. */
function showAnchor(hash: string, store: Store): void {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  const view = target?.closest<HTMLElement>("main > section")?.dataset.view;
  if (!target || !view) return;
  store.go({ view });
  target.scrollIntoView();
}

start();
