import { brief, byId, h } from "./dom.js";
import { chatName } from "./words.js";

const GATHER_MS = 700;
const STAY_MS = 8000;
const NAMES_SHOWN = 3;

function headline(groups, people) {
  const where = [groups && `${groups} 个群`, people && `${people} 人`].filter(Boolean).join("、");
  return `${where}收到提醒`;
}

/**
 * Small notes of what the bot said of its own accord in chats that are not on screen, gathered into one.
 * @param {import("./state.js").Store} store
 * @returns {{hold: () => void, release: () => void}} held while the clock is being moved
 */
export function mountToasts(store) {
  let held = false;
  let timer = 0;
  /** @type {Map<string, any>} */
  const waiting = new Map();

  function flush() {
    const chats = Array.from(waiting.values()).filter((chat) => chat.unread);
    waiting.clear();
    if (!chats.length) return;
    const groups = chats.filter((chat) => chat.group !== null).length;
    const names = chats.slice(0, NAMES_SHOWN).map((chat) => (chat.group === null ? store.member(chat.member).name : chatName(chat, store)));
    const more = chats.length > NAMES_SHOWN ? "等" : "";
    const toast = h("button", { class: "toast", type: "button" }, h("b", {}, headline(groups, chats.length - groups)), h("span", {}, brief(names.join("、"), 48) + more));
    toast.addEventListener("click", () => {
      store.openChat(chats[0].key);
      toast.remove();
    });
    byId("toasts").replaceChildren(toast);
    setTimeout(() => toast.remove(), STAY_MS);
  }

  function soon() {
    clearTimeout(timer);
    if (!held) timer = setTimeout(flush, GATHER_MS);
  }

  store.on("messages", ({ pushes, first }) => {
    if (first) return;
    for (const { chat } of pushes) if (chat.key !== store.open) waiting.set(chat.key, chat);
    if (waiting.size) soon();
  });

  return {
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      soon();
    },
  };
}
