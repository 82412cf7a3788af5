/** The pictures of the page: which element shows which component and which flow. */

export interface Drawn {
  element: SVGGElement;
  from: string;
  to: string;
  mode: string;
}

export interface Picture {
  view: string;
  /** What scrolls and zooms, and the picture in it. */
  frame: HTMLElement;
  svg: SVGSVGElement;
  /** The elements of each component: its card, its line in a card, its ghosts. */
  parts: Map<string, SVGGElement[]>;
  /** The id of the card that shows a component in this view. */
  home: Map<string, string>;
  flows: Drawn[];
}

export function findPictures(page: Document): Picture[] {
  const sections = page.querySelectorAll<HTMLElement>("section.view");
  return [...sections].map(indexed).filter((it): it is Picture => it !== null);
}

function indexed(section: HTMLElement): Picture | null {
  const frame = section.querySelector<HTMLElement>(".picture");
  const svg = frame?.querySelector("svg");
  if (!frame || !svg) return null;
  for (const it of svg.querySelectorAll("text")) it.setAttribute("lengthAdjust", "spacingAndGlyphs");
  const parts = new Map<string, SVGGElement[]>();
  const home = new Map<string, string>();
  for (const card of svg.querySelectorAll<SVGGElement>("g[data-kind]")) {
    const id = card.dataset.of ?? card.dataset.id ?? "";
    parts.set(id, [...(parts.get(id) ?? []), card]);
    const outer = card.parentElement?.closest<SVGGElement>("g[data-id]");
    if (!card.dataset.of) home.set(id, outer?.dataset.id ?? id);
  }
  const flows = [...svg.querySelectorAll<SVGGElement>("g.flow")].map((element) => ({
    element,
    from: element.dataset.from ?? "",
    to: element.dataset.to ?? "",
    mode: element.dataset.mode ?? "",
  }));
  return { view: section.dataset.view ?? "", frame, svg, parts, home, flows };
}

/** The box of a component in a picture, in its own coordinates. */
export function boxOf(picture: Picture, id: string): DOMRect | null {
  const card = picture.parts.get(id)?.[0];
  if (!card) return null;
  const box = card.getBoundingClientRect();
  const matrix = picture.svg.getScreenCTM()?.inverse();
  if (!matrix || !box.width) return null;
  const at = new DOMPoint(box.left, box.top).matrixTransform(matrix);
  const end = new DOMPoint(box.right, box.bottom).matrixTransform(matrix);
  return new DOMRect(at.x, at.y, end.x - at.x, end.y - at.y);
}
