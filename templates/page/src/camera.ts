/** Which part of a picture is seen: wheel, pinch and drag move it, keys as well. */

import type { Picture } from "./pictures";

interface Look {
  x: number;
  y: number;
  width: number;
}

/** What is seen of a picture, in its own pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const MOST_ZOOM = 6;
const EDGE = 24;
/** Below this scale nobody reads a card; one that is looked for is shown larger. */
const LEAST_SCALE = 0.3;
const READABLE = 0.8;
/** Pixels that a pointer may move before a press is a drag and no click. */
const SLACK = 5;

export class Camera {
  private look: Look;
  private pointers = new Map<number, PointerEvent>();
  private moved = 0;
  private isFitted = false;
  /** Whether the reader has moved it; until then it fits whatever the frame becomes. */
  private isMoved = false;
  private watchers: ((box: Box) => void)[] = [];
  readonly whole: DOMRect;

  constructor(readonly picture: Picture) {
    const box = picture.svg.viewBox.baseVal;
    this.whole = new DOMRect(box.x, box.y, box.width, box.height);
    this.look = { x: 0, y: 0, width: this.whole.width };
    picture.svg.removeAttribute("width");
    picture.svg.removeAttribute("height");
    picture.svg.setAttribute("preserveAspectRatio", "xMinYMin meet");
    this.listen(picture.frame);
  }

  /** Screen pixels for one of the picture. */
  get scale(): number {
    return (this.picture.frame.clientWidth || 1) / this.look.width;
  }

  /** Fits the picture when it is first seen; later it stays where it was left. */
  fitOnce(): void {
    if (!this.isFitted) this.fit();
  }

  /** Shows the whole width, and the height where there is room. */
  fit(): void {
    const { clientWidth: width, clientHeight: height } = this.picture.frame;
    if (!width || !height) return;
    this.isFitted = true;
    this.isMoved = false;
    const isPhone = width < 640;
    const across = Math.max(this.whole.width, (this.whole.height * width) / height);
    const shown = isPhone ? width : Math.min(across, this.whole.width * 1.25);
    this.show({ x: (this.whole.width - shown) / (isPhone ? Infinity : 2), y: 0, width: shown });
  }

  /** Shows all of it, whatever the shape of the frame. */
  showWhole(): void {
    const { width, height } = this.whole;
    this.picture.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  }

  /** Brings a place to the middle. */
  centre(x: number, y: number): void {
    const { width } = this.look;
    const height = this.picture.frame.clientHeight / this.scale;
    this.show({ x: x - width / 2, y: y - height / 2, width });
  }

  /** Tells what is seen, now and after each change. */
  onLook(watcher: (box: Box) => void): void {
    this.watchers.push(watcher);
    this.show(this.look);
  }

  zoom(factor: number, at?: { clientX: number; clientY: number }): void {
    this.isMoved = true;
    const frame = this.picture.frame.getBoundingClientRect();
    const px = at ? at.clientX - frame.left : frame.width / 2;
    const py = at ? at.clientY - frame.top : frame.height / 2;
    const least = frame.width / MOST_ZOOM;
    const width = Math.min(Math.max(this.look.width / factor, least), this.whole.width * 3);
    const change = (this.look.width - width) / frame.width;
    this.show({ x: this.look.x + px * change, y: this.look.y + py * change, width });
  }

  /** Moves by screen pixels. */
  pan(dx: number, dy: number): void {
    this.isMoved = true;
    const { x, y, width } = this.look;
    this.show({ x: x - dx / this.scale, y: y - dy / this.scale, width });
  }

  /** Moves as little as brings `box` into sight. */
  reveal(box: DOMRect): void {
    if (this.scale < LEAST_SCALE) this.zoom(READABLE / this.scale);
    const { clientHeight } = this.picture.frame;
    const height = clientHeight / this.scale;
    const { width } = this.look;
    let { x, y } = this.look;
    const edge = EDGE / this.scale;
    if (box.left < x + edge) x = box.left - edge;
    if (box.right > x + width - edge) x = Math.min(box.right - width + edge, box.left - edge);
    if (box.top < y + edge) y = box.top - edge;
    if (box.bottom > y + height - edge) y = Math.min(box.bottom - height + edge, box.top - edge);
    if (x === this.look.x && y === this.look.y) return;
    this.isMoved = true;
    this.show({ x, y, width });
  }

  private show(look: Look): void {
    if (!this.picture.frame.clientWidth) return;
    this.look = look;
    const { clientWidth, clientHeight } = this.picture.frame;
    const height = (look.width * clientHeight) / (clientWidth || 1);
    const box = { ...look, height: height || this.whole.height };
    const numbers = [box.x, box.y, box.width, box.height];
    this.picture.svg.setAttribute("viewBox", numbers.map((it) => it.toFixed(2)).join(" "));
    for (const watcher of this.watchers) watcher(box);
  }

  private listen(frame: HTMLElement): void {
    frame.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    frame.addEventListener("pointerdown", (event) => this.onDown(event));
    frame.addEventListener("pointermove", (event) => this.onMove(event));
    for (const name of ["pointerup", "pointercancel"] as const) {
      frame.addEventListener(name, (event) => this.pointers.delete(event.pointerId));
    }
    frame.addEventListener("click", (event) => this.onClick(event), { capture: true });
    frame.addEventListener("dragstart", (event) => event.preventDefault());
    new ResizeObserver(() => this.resized()).observe(frame);
  }

  private resized(): void {
    if (this.isFitted && !this.isMoved) this.fit();
    else this.show(this.look);
  }

  private onWheel(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
    this.zoom(Math.exp(-event.deltaY * lines * 0.0016), event);
  }

  private onDown(event: PointerEvent): void {
    if (!this.pointers.size) this.moved = 0;
    this.pointers.set(event.pointerId, event);
  }

  private onMove(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    if (event.pointerType === "mouse" && !event.buttons) {
      this.pointers.delete(event.pointerId);
      return;
    }
    const others = [...this.pointers.values()].filter((it) => it !== before);
    const dx = event.clientX - before.clientX;
    const dy = event.clientY - before.clientY;
    this.moved += Math.hypot(dx, dy);
    if (this.moved < SLACK) return;
    this.pointers.set(event.pointerId, event);
    if (!others.length) this.pan(dx, dy);
    else this.pinch(before, event, others[0]);
  }

  private pinch(before: PointerEvent, now: PointerEvent, other: PointerEvent): void {
    const far = (it: PointerEvent) =>
      Math.hypot(it.clientX - other.clientX, it.clientY - other.clientY) || 1;
    const middle = {
      clientX: (now.clientX + other.clientX) / 2,
      clientY: (now.clientY + other.clientY) / 2,
    };
    this.zoom(far(now) / far(before), middle);
  }

  /** A drag that ends on a card selects nothing. */
  private onClick(event: MouseEvent): void {
    if (this.moved < SLACK) return;
    event.preventDefault();
    event.stopPropagation();
    this.moved = 0;
  }
}
