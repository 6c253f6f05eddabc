import { brief, byId, h, setText } from "./dom.js";
import { shortStamp, wall } from "./time.js";
import { LAYERS, chatName, standing } from "./words.js";

/** The left column: groups in the office's order, the speaker's own private chat, and other people's. */
class ChatList {
  /** @param {import("./state.js").Store} store @param {() => void} chosen called when one picks a chat */
  constructor(store, chosen) {
    this.store = store;
    this.chosen = chosen;
    /** @type {Map<string, HTMLElement>} */
    this.items = new Map();
    this.unfolded = false;
  }

  #item(chat) {
    let item = this.items.get(chat.key);
    if (item) return item;
    const mark = chat.group === null ? Array.from(this.store.member(chat.member).name)[0] : LAYERS[chat.layer]?.[0] ?? "群";
    const button = h("button", { class: "chat", type: "button", dataset: { chat: chat.key } },
      h("span", { class: "mark", "aria-hidden": "true" }, mark),
      h("span", { class: "chat-line" }, h("span", { class: "chat-name" }), h("time")),
      h("span", { class: "chat-line" }, h("span", { class: "last" }), h("span", { class: "badge", hidden: true })));
    button.addEventListener("click", () => {
      this.store.openChat(chat.key);
      this.chosen();
    });
    item = h("li", {}, button);
    this.items.set(chat.key, item);
    return item;
  }

  #lastLine(chat) {
    const last = chat.messages.at(-1);
    if (!last) return chat.group === null ? "问一句试试，不用 @" : LAYERS[chat.layer]?.[1] ?? "";
    const words = last.text ? brief(last.text, 48) : last.files.map((file) => `[文件] ${file.name}`).join(" ");
    const who = last.from === "bot" ? "办结" : this.store.member(last.from).name;
    return chat.group === null && last.from !== "bot" ? words : `${who}：${words}`;
  }

  #fill(chat) {
    const item = this.#item(chat);
    const button = item.firstElementChild;
    const last = chat.messages.at(-1);
    const badge = button.querySelector(".badge");
    if (chat.key === this.store.open) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    const own = chat.member === this.store.me;
    setText(button.querySelector(".chat-name"), chat.group === null && !own ? this.store.member(chat.member).name : chatName(chat, this.store));
    setText(button.querySelector("time"), last ? shortStamp(wall(last.time)) : "");
    setText(button.querySelector(".last"), this.#lastLine(chat));
    badge.hidden = chat.unread === 0;
    setText(badge, chat.unread > 99 ? "99+" : String(chat.unread));
    badge.setAttribute("aria-label", `${chat.unread} 条未读`);
    if (chat.group === null) button.title = standing(this.store.member(chat.member));
    return item;
  }

  #put(list, chats) {
    const items = chats.map((chat) => this.#fill(chat));
    if (items.length !== list.children.length || items.some((item, i) => list.children[i] !== item)) list.replaceChildren(...items);
  }

  #others(others) {
    const toggle = byId("others-toggle");
    const unread = others.reduce((sum, chat) => sum + chat.unread, 0);
    toggle.hidden = others.length === 0;
    toggle.setAttribute("aria-expanded", String(this.unfolded));
    toggle.replaceChildren(h("span", {}, `其他人的私聊（${others.length}）`), unread ? h("span", { class: "badge", "aria-label": `${unread} 条未读` }, String(unread)) : "");
    byId("other-list").hidden = !this.unfolded;
    this.#put(byId("other-list"), this.unfolded ? others : []);
  }

  draw() {
    const { store } = this;
    const chats = Array.from(store.chats.values());
    const order = (chat) => chat.messages.at(-1)?.order ?? -1;
    this.#put(byId("group-list"), chats.filter((chat) => chat.group !== null));
    this.#put(byId("my-list"), [store.chat(`p:${store.me}`)]);
    this.#others(chats.filter((chat) => chat.group === null && chat.member !== store.me && chat.messages.length).sort((a, b) => order(b) - order(a)));
    const unread = store.unread;
    const badge = byId("menu-badge");
    badge.hidden = unread === 0;
    setText(badge, unread > 99 ? "99+" : String(unread));
    document.title = `${unread ? `（${unread}）` : ""}办结 · 演示`;
  }
}

/**
 * Puts the list of chats to work.
 * @param {import("./state.js").Store} store
 * @param {() => void} chosen called when one picks a chat
 */
export function mountChats(store, chosen) {
  const list = new ChatList(store, chosen);
  let waiting = false;
  const draw = () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      list.draw();
    });
  };
  store.on("open unread messages me change", draw);
  byId("others-toggle").addEventListener("click", () => {
    list.unfolded = !list.unfolded;
    list.draw();
  });
}
