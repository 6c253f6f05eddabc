import { byId, h } from "./dom.js";
import { ROLES, SECTIONS, standing } from "./words.js";

/** The list of people that one may speak as: searchable, in sections, also by the keyboard. */
class Picker {
  /** @param {import("./state.js").Store} store @param {() => void} done called once somebody is chosen */
  constructor(store, done) {
    this.store = store;
    this.done = done;
    this.button = byId("who");
    this.panel = byId("picker");
    this.input = byId("picker-input");
    this.list = byId("picker-list");
    this.sections = sorted(Array.from(store.members.values()));
    this.active = "";
  }

  label() {
    const member = this.store.speaker;
    if (!member) return;
    this.button.replaceChildren(h("span", { class: "who-as" }, "以"),
      h("span", { class: "avatar small", "aria-hidden": "true" }, Array.from(member.name)[0]),
      h("b", {}, member.name), h("span", { class: "who-unit" }, standing(member)), h("span", { class: "who-as tail" }, "身份发言"), h("span", { class: "caret", "aria-hidden": "true" }));
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  open() {
    this.panel.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.input.value = "";
    this.active = this.store.me;
    this.draw();
    this.list.querySelector(".lit")?.scrollIntoView({ block: "center" });
    this.input.focus();
  }

  close(refocus) {
    if (!this.isOpen) return;
    this.panel.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    if (refocus) this.button.focus();
  }

  draw() {
    const words = this.input.value.trim().toLowerCase().split(/\s+/u).filter(Boolean);
    const fits = (member) => words.every((word) => searchText(member).includes(word));
    const groups = this.sections.map(([title, people]) => [title, people.filter(fits)]).filter(([, people]) => people.length);
    const found = groups.flatMap(([, people]) => people.map((member) => member.id));
    if (!found.includes(this.active)) this.active = found[0] ?? "";
    this.list.replaceChildren(...groups.map(([title, people]) => this.#section(title, people)));
    if (!found.length) this.list.append(h("p", { class: "nobody" }, `没有找到“${this.input.value.trim()}”。可以搜姓名、单位简称或职务。`));
    this.#light();
  }

  #section(title, people) {
    return h("div", { role: "group", "aria-label": title }, h("h3", { "aria-hidden": "true" }, title), ...people.map((member) => this.#option(member)));
  }

  #option(member) {
    return h("div", { class: "person", role: "option", id: `person-${member.id}`, "aria-selected": String(member.id === this.store.me), dataset: { member: member.id } },
      h("span", { class: "avatar small", "aria-hidden": "true" }, Array.from(member.name)[0]), h("b", {}, member.name),
      h("span", { class: "person-unit" }, standing(member)), h("span", { class: "role" }, ROLES[member.role] ?? ""));
  }

  #light() {
    this.list.querySelector(".lit")?.classList.remove("lit");
    const option = Array.from(this.list.querySelectorAll(".person")).find((node) => node.dataset.member === this.active);
    this.input.setAttribute("aria-activedescendant", option?.id ?? "");
    if (!option) return;
    option.classList.add("lit");
    option.scrollIntoView({ block: "nearest" });
  }

  step(by) {
    const ids = Array.from(this.list.querySelectorAll(".person"), (node) => node.dataset.member);
    if (!ids.length) return;
    this.active = ids[(ids.indexOf(this.active) + by + ids.length) % ids.length];
    this.#light();
  }

  choose(id) {
    if (!id) return;
    this.close(false);
    this.store.setMe(id);
    this.done();
  }

  keydown(event) {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in steps) this.step(steps[event.key]);
    else if (event.key === "Enter") this.choose(this.active);
    else if (event.key === "Escape") this.close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

const searchText = (member) => [member.name, member.unit, member.unit_short, member.title, ROLES[member.role]].filter(Boolean).join(" ").toLowerCase();

function sorted(members) {
  const rest = new Set(members);
  return SECTIONS.map(([title, belongs]) => {
    const people = Array.from(rest).filter(belongs);
    for (const member of people) rest.delete(member);
    const units = Array.from(new Set(people.map((member) => member.unit)));
    return [title, people.sort((a, b) => units.indexOf(a.unit) - units.indexOf(b.unit))];
  });
}

/**
 * Puts the choice of the speaker to work.
 * @param {import("./state.js").Store} store
 * @param {() => void} done called once somebody is chosen
 */
export function mountPeople(store, done) {
  const picker = new Picker(store, done);
  store.on("me", () => picker.label());
  picker.button.addEventListener("click", () => (picker.isOpen ? picker.close(false) : picker.open()));
  picker.input.addEventListener("input", () => picker.draw());
  picker.panel.addEventListener("keydown", (event) => picker.keydown(event));
  picker.list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the search field
  picker.list.addEventListener("click", (event) => picker.choose(event.target.closest(".person")?.dataset.member));
  document.addEventListener("pointerdown", (event) => {
    if (!picker.panel.contains(event.target) && !picker.button.contains(event.target)) picker.close(false);
  });
  picker.panel.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !picker.panel.contains(event.relatedTarget) && event.relatedTarget !== picker.button) picker.close(false);
  });
}
