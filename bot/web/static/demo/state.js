/**
 * What the page knows: people, chats, messages, who speaks and which chat is open. Changes go out as events:
 * `messages` (what came, with `pushes`), `change` (one message's state), `open`, `me`, `quote`, `unread`.
 *
 * @typedef {object} Message
 * @property {number} order seq, or a half step behind the last one for what was typed here and is not back yet
 * @property {string} key @property {string|null} id @property {string} from "bot" or a member's id
 * @property {string} text @property {string} time @property {string|null} replyTo @property {string|null} quote
 * @property {string[]} mentions @property {{name: string, url: string}[]} files
 * @property {""|"sending"|"failed"|"unsaved"|"silent"} state @property {string} [error] @property {number} rev
 *
 * @typedef {object} Chat
 * @property {string} key `g:name` or `p:member` @property {string|null} group @property {string|null} member
 * @property {string|null} layer @property {Message[]} messages @property {number} unread
 * @property {number|null} fresh order of the first unread message @property {string} draft
 */

/** @param {string} name @returns {string} */
export const groupKey = (name) => `g:${name}`;
/** @param {string} member @returns {string} */
export const privateKey = (member) => `p:${member}`;

/** The page's one store. */
export class Store extends EventTarget {
  /** @param {any} directory as the server gives it */
  constructor(directory) {
    super();
    this.city = directory.city;
    /** @type {Map<string, any>} */
    this.members = new Map(directory.members.map((member) => [member.id, member]));
    /** @type {Map<string, Chat>} */
    this.chats = new Map();
    /** @type {Map<string, Message>} messages typed by people, by id */
    this.byId = new Map();
    this.lastSeq = 0;
    this.me = "";
    this.open = "";
    /** @type {Message|null} */
    this.quote = null;
    for (const group of directory.groups) this.chat(groupKey(group.name), group.layer);
  }

  /** @param {string} key @param {string|null} [layer] @returns {Chat} made where it is new */
  chat(key, layer = null) {
    let chat = this.chats.get(key);
    if (!chat) {
      const name = key.slice(2);
      const group = key.startsWith("g:") ? name : null;
      chat = { key, group, member: group === null ? name : null, layer, messages: [], unread: 0, fresh: null, draft: "" };
      this.chats.set(key, chat);
    }
    return chat;
  }

  /** @returns {Chat} the chat on screen */
  get current() {
    return this.chat(this.open);
  }

  /** @returns {any} the member one speaks as */
  get speaker() {
    return this.members.get(this.me);
  }

  /** @param {string} id @returns {any} the member, or a stand-in for one that the directory lacks */
  member(id) {
    return this.members.get(id) ?? { id, name: id, unit: "", unit_short: "", role: "", title: "" };
  }

  /** @param {any[]} batch messages by seq @param {boolean} [first] the history at the start: nothing is unread */
  ingest(batch, first = false) {
    const came = batch.filter((raw) => raw.seq > this.lastSeq);
    const pushes = [];
    for (const raw of came) {
      this.lastSeq = raw.seq;
      const chat = this.chat(raw.group !== null ? groupKey(raw.group) : privateKey(raw.from === "bot" ? raw.to : raw.from));
      const message = this.#place(chat, raw);
      if (first || raw.from === this.me) continue;
      if (raw.from === "bot" && !raw.reply_to) pushes.push({ chat, message });
      if (chat.key === this.open) continue;
      chat.unread += 1;
      chat.fresh ??= message.order;
    }
    for (const raw of came) if (raw.from === "bot" && raw.reply_to) this.#answered(raw.reply_to);
    if (came.length) this.emit("messages", { came, pushes, first });
  }

  #place(chat, raw) {
    const echo = raw.id ? this.byId.get(raw.id) : undefined;
    if (echo) chat.messages.splice(chat.messages.indexOf(echo), 1);
    const message = echo ?? { rev: 0, quote: null, id: raw.id ?? null };
    Object.assign(message, {
      order: raw.seq, key: chat.key, from: raw.from, text: raw.text ?? "", time: raw.time, replyTo: raw.reply_to ?? null,
      quote: raw.quote ?? message.quote, mentions: raw.mentions ?? [], files: raw.files ?? [], rev: message.rev + 1,
      state: message.state === "silent" ? "silent" : "",
    });
    this.#insert(chat, message);
    return message;
  }

  #insert(chat, message) {
    let at = chat.messages.length;
    while (at > 0 && chat.messages[at - 1].order > message.order) at -= 1;
    chat.messages.splice(at, 0, message);
    if (message.id) this.byId.set(message.id, message);
  }

  // A reply to a message that itself never came back: the server kept no copy of it (screened out).
  #answered(id) {
    const asked = this.byId.get(id);
    if (!asked) return;
    asked.answered = true;
    if (!Number.isInteger(asked.order)) this.mark(asked, "unsaved");
    else if (asked.state === "silent") this.mark(asked, "");
  }

  /** @param {Chat} chat @param {Partial<Message>} fields shows a message typed here before the server has it back @returns {Message} */
  echo(chat, fields) {
    const message = { key: chat.key, order: this.lastSeq + 0.5, replyTo: null, mentions: [], files: [], rev: 0, state: "sending", ...fields };
    this.#insert(chat, message);
    this.emit("messages", { came: [], pushes: [], first: false, own: true });
    return message;
  }

  /** @param {Message} message @param {Message["state"]} state @param {string} [error] */
  mark(message, state, error = "") {
    Object.assign(message, { state, error, rev: message.rev + 1 });
    this.emit("change", { message });
  }

  /** @param {string} key opens that chat; a private one also changes who speaks */
  openChat(key) {
    if (this.chats.has(this.open)) this.current.fresh = null;
    this.open = key;
    const chat = this.chat(key);
    chat.unread = 0;
    if (chat.member && chat.member !== this.me) this.#speakAs(chat.member);
    this.setQuote(null);
    this.emit("open", { chat });
    this.emit("unread", {});
  }

  /** @param {string} id speaks as that member; in a private chat that is another chat */
  setMe(id) {
    if (id === this.me) return;
    this.#speakAs(id);
    if (this.open.startsWith("p:")) this.openChat(privateKey(id));
  }

  #speakAs(id) {
    this.me = id;
    this.emit("me", { id });
  }

  /** @param {Message|null} message */
  setQuote(message) {
    this.quote = message;
    this.emit("quote", { message });
  }

  /** @returns {number} of all chats */
  get unread() {
    let sum = 0;
    for (const chat of this.chats.values()) sum += chat.unread;
    return sum;
  }

  /** @param {string} type @param {object} detail */
  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** @param {string} types several, split by spaces @param {(detail: any) => void} listener */
  on(types, listener) {
    for (const type of types.split(" ")) this.addEventListener(type, (event) => listener(event.detail));
  }
}
