import { brief, byId, h, setText } from "./dom.js";
import { examplesFor } from "./examples.js";
import { say } from "./send.js";

const TEXT_MAX_PX = 168;
const EXAMPLE_CHARACTERS = 26;

/** The foot of the conversation: what one types, as whom, answering what. */
class Composer {
  /** @param {import("./state.js").Store} store @param {() => any} overview the latest counts, or null */
  constructor(store, overview) {
    this.store = store;
    this.overview = overview;
    this.text = byId("text");
    this.button = byId("send");
  }

  grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${Math.min(this.text.scrollHeight, TEXT_MAX_PX)}px`;
    this.text.classList.toggle("tall", this.text.scrollHeight > TEXT_MAX_PX);
    this.button.disabled = this.text.value.trim() === "";
  }

  /** @param {string} words what the field shall hold */
  fill(words) {
    this.text.value = words;
    this.grow();
    this.text.focus();
    this.text.setSelectionRange(words.length, words.length);
  }

  open(chat) {
    this.text.value = chat.draft;
    this.grow();
    this.words();
    this.examples();
  }

  words() {
    const { speaker, current } = this.store;
    const group = current.group !== null;
    this.text.placeholder = speaker ? `以${speaker.name}的身份${group ? "在群里说一句" : "私下问办结"}……` : "";
    setText(byId("hint"), group ? "真实工作群里，办结只看得到 @ 它的消息；这里视同已经 @ 过。" : "私聊里每句话办结都会读，不用 @。");
  }

  examples() {
    const list = examplesFor(this.store, this.overview());
    byId("examples").replaceChildren(...list.map((example) => {
      const chip = h("button", { class: "example", type: "button", title: example.text }, example.label ?? brief(example.text, EXAMPLE_CHARACTERS));
      chip.addEventListener("click", () => {
        if (example.quote) this.store.setQuote(example.quote);
        this.fill(example.text);
      });
      return h("li", {}, chip);
    }));
  }

  quote(message) {
    byId("quote").hidden = !message;
    if (!message) return;
    setText(byId("quote-who"), message.from === "bot" ? "办结" : this.store.member(message.from).name);
    setText(byId("quote-text"), brief(message.text, 140));
    this.text.focus();
  }

  submit(event) {
    event.preventDefault();
    const words = this.text.value.trim();
    if (!words || !this.store.speaker) return;
    this.text.value = "";
    this.store.current.draft = "";
    this.grow();
    say(this.store, words);
    this.text.focus();
  }

  // An input method confirms a candidate with Enter too: that one is not for sending.
  keydown(event) {
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === "Enter" && !event.shiftKey && !composing) this.submit(event);
    else if (event.key === "Escape" && this.store.quote) this.store.setQuote(null);
  }
}

/**
 * Puts the composer to work.
 * @param {import("./state.js").Store} store
 * @param {() => any} overview the latest counts, or null
 * @returns {{fill: (words: string) => void, refresh: () => void}}
 */
export function mountComposer(store, overview) {
  const composer = new Composer(store, overview);
  store.on("open", ({ chat }) => composer.open(chat));
  store.on("me", () => {
    if (!store.open) return;
    composer.words();
    composer.examples();
  });
  store.on("quote", ({ message }) => composer.quote(message));
  byId("composer").addEventListener("submit", (event) => composer.submit(event));
  composer.text.addEventListener("keydown", (event) => composer.keydown(event));
  composer.text.addEventListener("input", () => {
    store.current.draft = composer.text.value;
    composer.grow();
  });
  byId("examples").addEventListener("wheel", (event) => {
    event.currentTarget.scrollLeft += event.deltaY; // a mouse without a sideways wheel reaches the last example too
  }, { passive: true });
  byId("quote-drop").addEventListener("click", () => {
    store.setQuote(null);
    composer.text.focus();
  });
  return { fill: (words) => composer.fill(words), refresh: () => composer.examples() };
}
