import { byId } from "./dom.js";

/**
 * On narrow screens the side columns are drawers: opened by a button, closed by Esc, by the scrim or by choosing.
 * @returns {{close: () => void}}
 */
export function mountDrawers() {
  const scrim = byId("scrim");
  const drawers = [
    { panel: byId("chats"), button: byId("open-chats"), narrow: matchMedia("(max-width: 760px)") },
    { panel: byId("side"), button: byId("open-side"), narrow: matchMedia("(max-width: 980px)") },
  ];
  let opened = null;

  function draw() {
    for (const drawer of drawers) {
      const open = drawer === opened;
      drawer.panel.classList.toggle("open", open);
      drawer.panel.inert = drawer.narrow.matches && !open;
      drawer.button.setAttribute("aria-expanded", String(open));
    }
    scrim.hidden = opened === null;
  }

  function open(drawer) {
    opened = drawer;
    draw();
    drawer.panel.querySelector("[data-close]").focus();
  }

  function close() {
    if (!opened) return;
    const { button } = opened;
    opened = null;
    draw();
    button.focus();
  }

  for (const drawer of drawers) {
    drawer.button.addEventListener("click", () => (opened === drawer ? close() : open(drawer)));
    drawer.narrow.addEventListener("change", () => {
      if (!drawer.narrow.matches && opened === drawer) opened = null;
      draw();
    });
  }
  for (const button of document.querySelectorAll("[data-close]")) button.addEventListener("click", close);
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  draw();
  return { close };
}
