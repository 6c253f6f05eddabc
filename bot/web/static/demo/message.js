import { brief, h, icon } from "./dom.js";
import { hourMinute, longDay, longMoment, wall } from "./time.js";
import { standing } from "./words.js";

const FOLD_LINES = 14;
const LINE_CHARACTERS = 38;
const MENTIONS_SHOWN = 8;
const AT = /[@＠]([^\s@＠，。；：、！？,;:!?（）()【】[\]“”"]{1,24})/gu;
const EVERYONE = ["所有人", "全体成员", "办结"];

/** @param {string} text @returns {boolean} worth folding */
export function isLong(text) {
  let lines = 0;
  for (const line of text.split("\n")) lines += Math.max(1, Math.ceil(line.length / LINE_CHARACTERS));
  return lines > FOLD_LINES + 3;
}

// "王磊请抓紧" → 2, "住建局-王磊" → 6, "所有人" → 3: how much of what follows an @ is a name.
function nameLength(run, names) {
  let longest = 0;
  for (const name of names) {
    if (run.startsWith(name)) longest = Math.max(longest, name.length);
    const dash = run.indexOf(`-${name}`);
    if (dash > 0) longest = Math.max(longest, dash + 1 + name.length);
  }
  return longest;
}

/**
 * The text as nodes, names behind an @ marked.
 * @param {string} text
 * @param {import("./state.js").Store} store
 * @returns {Node[]}
 */
export function marked(text, store) {
  if (!/[@＠]/u.test(text)) return [document.createTextNode(text)];
  const names = [...EVERYONE, ...Array.from(store.members.values(), (member) => member.name)];
  const nodes = [];
  let done = 0;
  for (const match of text.matchAll(AT)) {
    const length = nameLength(match[1], names);
    if (!length) continue;
    const end = match.index + 1 + length;
    const name = text.slice(match.index, end);
    const mine = store.speaker && name.endsWith(store.speaker.name);
    nodes.push(document.createTextNode(text.slice(done, match.index)), h("span", { class: mine ? "at me" : "at" }, name));
    done = end;
  }
  nodes.push(document.createTextNode(text.slice(done)));
  return nodes;
}

// Platforms print the names of those a message calls; a name that the text or the line quoted above it holds is not
// said twice.
function called(message, store) {
  const asker = store.byId.get(message.replyTo)?.from;
  const names = message.mentions.map((id) => store.member(id)).filter((member) => member.id !== asker && !message.text.includes(member.name));
  if (!names.length) return null;
  const shown = names.slice(0, MENTIONS_SHOWN).map((member) => h("span", { class: member.id === store.me ? "at me" : "at" }, `@${member.name}`));
  const rest = names.length - shown.length;
  return h("p", { class: "called" }, ...shown, rest > 0 && h("span", { title: names.map((m) => m.name).join("、") }, `等 ${names.length} 人`));
}

function cited(message, store) {
  if (message.replyTo) {
    const asked = store.byId.get(message.replyTo);
    const words = asked ? `${store.member(asked.from).name}：${brief(asked.text, 60)}` : "较早的一条消息";
    return h("button", { class: "cited", type: "button", dataset: { asked: message.replyTo }, disabled: !asked, title: asked && "看原消息" }, words);
  }
  return message.quote ? h("p", { class: "cited", title: brief(message.quote, 300) }, brief(message.quote, 90)) : null;
}

// Only what leads to http(s) becomes a link; any other scheme stays plain text.
function address(url) {
  try {
    const target = new URL(url, location.href);
    return ["http:", "https:"].includes(target.protocol) ? target.href : null;
  } catch {
    return null;
  }
}

function fileItem(file) {
  const target = address(file.url);
  const kind = /\.([a-z0-9]{2,5})$/i.exec(file.name)?.[1].toUpperCase() ?? "文件";
  const inner = [icon("file"), h("span", { class: "file-name" }, file.name), h("small", {}, kind)];
  return h("li", {}, target ? h("a", { class: "file", href: target, target: "_blank", rel: "noopener" }, ...inner) : h("span", { class: "file" }, ...inner));
}

function note(message) {
  if (message.state === "sending") return h("footer", { class: "note" }, "正在送出……");
  if (message.state === "silent") return h("footer", { class: "note" }, "已送达。办结没有应答：闲聊和与台账无关的话，它不插嘴");
  if (message.state === "unsaved") return h("footer", { class: "note warn" }, "这条消息没有保存，只在本页可见");
  if (message.state !== "failed") return null;
  return h("footer", { class: "note warn" }, `没有送出：${message.error} `, h("button", { class: "link", type: "button", dataset: { retry: "" } }, "重发"));
}

function head(message, store, bot) {
  const time = h("time", { datetime: message.time, title: longMoment(wall(message.time)) }, hourMinute(wall(message.time)));
  if (bot) return h("header", { class: "who" }, h("b", {}, "办结"), h("span", { class: message.replyTo ? "kind" : "kind push" }, message.replyTo ? "答复" : "主动提醒"), time);
  const member = store.member(message.from);
  return h("header", { class: "who" }, h("b", {}, member.name), h("span", {}, standing(member)), time);
}

function bubble(message, store) {
  const long = isLong(message.text);
  return h("div", { class: "bubble" },
    cited(message, store), called(message, store),
    message.text && h("div", { class: long ? "text folded" : "text" }, ...marked(message.text, store)),
    long && h("button", { class: "more link", type: "button", "aria-expanded": "false", dataset: { more: "" } }, "展开全文"),
    message.files.length > 0 && h("ul", { class: "files" }, ...message.files.map(fileItem)));
}

/**
 * One row of the conversation: separators, then the message.
 * @param {import("./state.js").Message} message
 * @param {import("./state.js").Store} store
 * @param {{day: boolean, fresh: boolean, joined: boolean}} flags whether a new day or the unread begins here, and
 *   whether it follows closely on another of the same person
 * @returns {HTMLElement}
 */
export function row(message, store, { day, fresh, joined }) {
  const bot = message.from === "bot";
  const mine = message.from === store.me;
  const kinds = ["msg", bot ? "bot" : mine ? "mine" : "theirs", bot && !message.replyTo && "pushed", joined && "joined", message.state === "failed" && "failed"];
  const name = bot ? "办结" : store.member(message.from).name;
  return h("div", { class: "row" },
    day && h("p", { class: "day" }, h("span", {}, longDay(wall(message.time)))),
    fresh && h("p", { class: "fresh" }, h("span", {}, "以下是新消息")),
    h("article", { class: kinds.filter(Boolean).join(" "), tabindex: "-1", "aria-label": `${name}，${hourMinute(wall(message.time))}`, dataset: { from: message.from, id: message.id } },
      h("span", { class: bot ? "seal avatar" : "avatar", "aria-hidden": "true" }, bot ? "办" : Array.from(name)[0]),
      h("div", { class: "body" }, head(message, store, bot), bubble(message, store), note(message)),
      h("button", { class: "cite", type: "button", tabindex: "-1", dataset: { cite: "" } }, "引用")));
}
