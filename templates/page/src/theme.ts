/** Light, dark, or as the screen has it; kept in this tab. */

import { button } from "./dom";

const KEY = "designkit-theme";

export function themeSwitch(): HTMLButtonElement {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const kept = read();
  if (kept) root.dataset.theme = kept;
  const made = button("◐", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    write(root.dataset.theme);
    tell();
  }, { title: "Light or dark" });
  const tell = () => made.setAttribute("aria-label", isDark() ? "Show it light" : "Show it dark");
  tell();
  return made;
}

/** A page from disk or in a frame may not be allowed to keep anything. */
function read(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

function write(value: string): void {
  try {
    sessionStorage.setItem(KEY, value);
  } catch {
    // it is only for this look, then
  }
}
