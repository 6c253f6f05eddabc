import { brief, byId, setText } from "./dom.js";
import { row } from "./message.js";
import { dayKey, wall } from "./time.js";
import { welcome } from "./welcome.js";
import { LAYERS, chatName, standing } from "./words.js";

const SHOWN = 200; // messages at first, and each time older ones are asked for
const TRIM_AT = 500; // a chat that is being read at its end is cut back to SHOWN from here on
const NEAR_END_PX = 80;
const JOIN_MS = 5 * 60_000;

/** The middle: one chat's messages. Rows are keyed by message, so that what stays is not built again. */
class Conversation {
  /** @param {import("./state.js").Store} store @param {(message: any) => void} resend */
  constructor(store, resend) {
    this.store = store;
    this.resend = resend;
    this.log = byId("log");
    this.rows = byId("rows");
    /** @type {Map<any, {node: HTMLElement, sign: string}>} */
    this.built = new Map();
    this.from = 0;
    this.below = 0;
    this.stick = true; // stays at the end while the space for it grows or shrinks
    new ResizeObserver(() => this.stick && this.toEnd()).observe(this.log);
  }

  open() {
    const { store } = this;
    const { current } = store;
    this.built.clear();
    this.rows.replaceChildren();
    this.from = Math.max(0, current.messages.length - SHOWN);
    this.fresh = current.fresh;
    setText(byId("chat-title"), chatName(current, store));
    const sub = current.group ? LAYERS[current.layer]?.[1] ?? "工作群" : `${standing(store.member(current.member))} · 只有本人和办结看得到`;
    setText(byId("chat-sub"), sub);
    this.sync();
    const mark = this.rows.querySelector(".fresh");
    if (mark) mark.scrollIntoView({ block: "start" });
    else this.toEnd();
  }

  get atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_END_PX;
  }

  scrolled() {
    this.stick = this.atEnd;
    this.setBelow(this.stick ? 0 : this.below);
  }

  toEnd() {
    this.stick = true;
    this.log.scrollTop = this.log.scrollHeight;
    this.setBelow(0);
  }

  /** @param {number} count messages that came in while one reads further up */
  setBelow(count) {
    this.below = count;
    const button = byId("to-end");
    button.hidden = this.atEnd && count === 0;
    setText(button, count ? `${count} 条新消息 ↓` : "回到最新 ↓");
  }

  #flags(message, before) {
    // The first row on screen tells its day in any case (it has no `before`).
    const day = !before || dayKey(wall(before.time)) !== dayKey(wall(message.time));
    const fresh = message.order === this.fresh;
    const near = before && wall(message.time) - wall(before.time) < JOIN_MS;
    const joined = !day && !fresh && Boolean(near) && before.from === message.from && message.from !== "bot";
    return { day, fresh, joined };
  }

  #node(message, before) {
    const flags = this.#flags(message, before);
    const sign = [message.rev, this.store.me, flags.day, flags.fresh, flags.joined].join();
    const old = this.built.get(message);
    if (old?.sign === sign) return old.node;
    const node = row(message, this.store, flags);
    this.built.set(message, { node, sign });
    old?.node.remove();
    return node;
  }

  /** Brings the rows into line with the store. */
  sync() {
    const messages = this.store.current.messages;
    let place = this.rows.firstChild;
    for (let i = this.from; i < messages.length; i += 1) {
      const node = this.#node(messages[i], i > this.from ? messages[i - 1] : null);
      if (place && !place.isConnected) place = this.rows.children[i - this.from] ?? null;
      if (node === place) place = place.nextSibling;
      else this.rows.insertBefore(node, place);
    }
    while (place) {
      const next = place.nextSibling;
      place.remove();
      place = next;
    }
    byId("older").hidden = this.from === 0;
    setText(byId("older"), `更早的消息（还有 ${this.from} 条）`);
    byId("empty").hidden = messages.length > 0;
    this.#rove();
  }

  // One stop for the Tab key in the whole list: its last message; arrows go on from there.
  #rove() {
    this.rows.querySelector("article[tabindex='0']")?.setAttribute("tabindex", "-1");
    this.rows.lastElementChild?.querySelector("article")?.setAttribute("tabindex", "0");
  }

  messages({ own }) {
    const end = this.stick;
    const before = this.rows.childElementCount;
    if (end && this.store.current.messages.length - this.from > TRIM_AT) this.from = this.store.current.messages.length - SHOWN;
    this.sync();
    if (end || own) this.toEnd();
    else this.setBelow(this.below + Math.max(0, this.rows.childElementCount - before));
  }

  older() {
    const fromEnd = this.log.scrollHeight - this.log.scrollTop;
    this.from = Math.max(0, this.from - SHOWN);
    this.sync();
    this.log.scrollTop = this.log.scrollHeight - fromEnd;
    this.rows.querySelector("article")?.focus({ preventScroll: true });
  }

  messageOf(node) {
    const wanted = node.closest(".row");
    for (const [message, { node: built }] of this.built) if (built === wanted) return message;
    return null;
  }

  /** @param {string} id shows the message with that id, also where it is further up than what is on screen */
  show(id) {
    const asked = this.store.byId.get(id);
    const at = asked ? this.store.current.messages.indexOf(asked) : -1;
    if (at < 0) return;
    if (at < this.from) {
      this.from = Math.max(0, at - 20);
      this.sync();
    }
    const node = this.built.get(asked).node.querySelector("article");
    node.scrollIntoView({ block: "center" });
    node.focus({ preventScroll: true });
  }

  click(event) {
    const target = event.target.closest("button");
    if (!target) return;
    const data = target.dataset;
    if ("cite" in data) this.store.setQuote(this.messageOf(target));
    else if ("retry" in data) this.resend(this.messageOf(target));
    else if (data.asked) this.show(data.asked);
    else if ("more" in data) unfold(target);
  }

  keydown(event) {
    const article = event.target.closest("article");
    if (!article || event.target !== article) return;
    const rows = event.key === "ArrowUp" ? article.closest(".row").previousElementSibling : event.key === "ArrowDown" ? article.closest(".row").nextElementSibling : null;
    if (rows) rows.querySelector("article").focus();
    else if (event.key === "Enter") this.store.setQuote(this.messageOf(article));
    else return;
    event.preventDefault();
  }
}

function unfold(button) {
  const folded = button.previousElementSibling.classList.toggle("folded");
  button.setAttribute("aria-expanded", String(!folded));
  button.textContent = folded ? "展开全文" : "收起";
}

/**
 * Puts the conversation to work.
 * @param {import("./state.js").Store} store
 * @param {(message: any) => void} resend sends a failed message again
 */
export function mountConversation(store, resend) {
  const view = new Conversation(store, resend);
  store.on("open", () => view.open());
  store.on("messages", (detail) => {
    view.messages(detail);
    const last = detail.came.filter((raw) => raw.from === "bot").at(-1);
    if (last && !detail.first && store.current.messages.at(-1)?.order === last.seq) setText(byId("announce"), `办结：${brief(last.text, 120)}`);
  });
  store.on("change", ({ message }) => message.key === store.open && view.messages({}));
  store.on("me", () => store.open && view.sync());
  view.log.addEventListener("click", (event) => view.click(event));
  view.log.addEventListener("keydown", (event) => view.keydown(event));
  view.log.addEventListener("scroll", () => view.scrolled(), { passive: true });
  byId("older").addEventListener("click", () => view.older());
  byId("to-end").addEventListener("click", () => view.toEnd());
  byId("empty").replaceChildren(...welcome());
}
