/** Copies a link to what is shown, or what is shown as a picture. */

import type { Content } from "./content";
import { button, element } from "./dom";
import type { Picture } from "./pictures";
import type { Store } from "./state";

const SHARPNESS = 2;
/** What a picture needs of the style sheet of the page, as attributes. */
const LOOKS = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin",
  "opacity", "display", "color", "font-family", "font-size", "font-weight", "text-decoration",
];

export function sharing(content: Content, pictures: Picture[], store: Store): HTMLElement {
  const said = element("span", { role: "status" });
  const tell = (text: string) => {
    said.textContent = text;
    setTimeout(() => (said.textContent = ""), 2500);
  };
  const shown = () => pictures.find((it) => it.view === store.state.view);
  const link = () => copied(new Blob([location.href], { type: "text/plain" }), tell);
  const svg = () => {
    const picture = shown();
    if (picture) save(new Blob([alone(picture)], { type: "image/svg+xml" }), name("svg"));
  };
  const png = () => {
    const picture = shown();
    if (picture) void pixels(picture).then((it) => save(it, name("png")), () => tell("No picture here"));
  };
  const name = (suffix: string) => `${content.stem}-${store.state.view}.${suffix}`;
  const menu = element(
    "details",
    { class: "menu" },
    element("summary", {}, "Share"),
    element(
      "div",
      {},
      button("Copy link", link),
      button("Save SVG", svg),
      button("Save PNG", png),
      button("Print", () => print()),
      said,
    ),
  );
  const close = (event: Event) => {
    const isKey = event instanceof KeyboardEvent;
    if (isKey ? event.key === "Escape" : !menu.contains(event.target as Node)) menu.open = false;
  };
  document.addEventListener("click", close, { capture: true });
  document.addEventListener("keydown", close);
  return menu;
}

function copied(blob: Blob, tell: (text: string) => void): void {
  const done = () => tell("Copied");
  void blob.text().then((text) => navigator.clipboard.writeText(text)).then(done, () => tell("Copy the address"));
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The picture as it is shown, as a file of its own: icons inside, looks as attributes. */
function alone(picture: Picture): string {
  const made = picture.svg.cloneNode(true) as SVGSVGElement;
  const before = [picture.svg, ...picture.svg.querySelectorAll("*")];
  [made, ...made.querySelectorAll("*")].forEach((it, index) => {
    const looks = getComputedStyle(before[index]);
    for (const look of LOOKS) it.setAttribute(look, looks.getPropertyValue(look));
  });
  const ids = new Set([...made.querySelectorAll("use")].map((it) => it.getAttribute("href")?.slice(1)));
  const icons = [...document.querySelectorAll(".symbols symbol")].filter((it) => ids.has(it.id));
  made.prepend(...icons.map((it) => it.cloneNode(true)));
  const { width, height } = picture.svg.viewBox.baseVal;
  made.setAttribute("width", String(width));
  made.setAttribute("height", String(height));
  return new XMLSerializer().serializeToString(made);
}

async function pixels(picture: Picture): Promise<Blob> {
  const { width, height } = picture.svg.viewBox.baseVal;
  const image = new Image(width * SHARPNESS, height * SHARPNESS);
  image.src = `data:image/svg+xml,${encodeURIComponent(alone(picture))}`;
  await image.decode();
  const canvas = element("canvas", { width: String(image.width), height: String(image.height) });
  canvas.getContext("2d")?.drawImage(image, 0, 0, image.width, image.height);
  return new Promise((done, fail) => canvas.toBlob((it) => (it ? done(it) : fail(new Error("empty")))));
}
