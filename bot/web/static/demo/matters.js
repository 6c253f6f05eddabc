/** What is being talked about: the codes in the bot's own messages that an example may well take up. */

const LOOK_BACK = 150; // messages a chat
const LATE = 40; // messages back in the open chat that are still worth answering
const TASK = /D\d{1,6}/gu;
const INFO = /X\d{1,6}/gu;
const MEETING = /H\d{1,6}/gu;

function newestOfBot(store) {
  return Array.from(store.chats.values())
    .flatMap((chat) => chat.messages.slice(-LOOK_BACK))
    .filter((message) => message.from === "bot")
    .sort((a, b) => b.order - a.order);
}

// The newest code in a line that `fits`; a code that a newer line `settles` is no longer a matter.
function newest(store, pattern, fits, settles) {
  const settled = new Set();
  for (const message of newestOfBot(store)) {
    for (const line of message.text.split("\n")) {
      const codes = line.match(pattern) ?? [];
      if (codes.length === 0) continue;
      if (settles.test(line)) codes.forEach((code) => settled.add(code));
      else if (fits(line, message)) {
        const open = codes.find((code) => !settled.has(code));
        if (open) return { code: open, line };
      }
    }
  }
  return null;
}

const namesOf = (member) => [member.unit_short, member.unit].filter(Boolean);

// Meant for this person: said in private, calling nobody else, or naming the unit in its head or as the lead.
function concerns(message, member) {
  if (message.key === `p:${member.id}`) return true;
  if (message.mentions.length === 1 && message.mentions[0] === member.id) return true;
  const lines = message.text.split("\n");
  const telling = [lines[0], ...lines.filter((line) => line.startsWith("牵头"))];
  return namesOf(member).some((name) => telling.some((line) => line.includes(name)));
}

/** @param {import("./state.js").Store} store @returns {string|null} a task of the speaker's unit */
export function ownTask(store) {
  const me = store.speaker;
  const mine = (line, message) => namesOf(me).some((name) => line.includes(name)) || concerns(message, me);
  const found = newest(store, TASK, mine, /已销号|已取消|没有编号/u);
  return found?.code ?? me.tasks?.[0] ?? null;
}

/** @param {import("./state.js").Store} store @returns {string|null} the task that was spoken of last */
export const anyTask = (store) => newest(store, TASK, () => true, /已销号|已取消|没有编号/u)?.code ?? null;

/** @param {import("./state.js").Store} store @returns {string|null} the meeting that was spoken of last */
export const anyMeeting = (store) => newest(store, MEETING, () => true, /取消|没有编号/u)?.code ?? null;

/** @param {import("./state.js").Store} store @returns {string|null} words that decide what waits for a decision */
export function decision(store) {
  const found = newest(store, TASK, (line) => /【(办结|延期)审核】/u.test(line), /同意办结|同意延期|申请退回/u);
  return found && `${found.code} ${found.line.includes("【延期审核】") ? "同意延期" : "同意办结"}`;
}

/**
 * @param {import("./state.js").Store} store
 * @param {RegExp} stages which of the three reviews this person does
 * @returns {string|null} words that pass the info that waits for one of them
 */
export function review(store, stages) {
  const waits = /待([一二三])审|【([一二三])审】/u;
  const fits = (line) => stages.test(waits.exec(line)?.slice(1).join("") ?? "");
  const found = newest(store, INFO, fits, /三审通过|已退回|采用/u);
  return found && `${found.code} ${waits.exec(found.line).slice(1).join("")}审通过`;
}

/**
 * An order in the open chat that the speaker has not yet taken: "收到" in answer to it is the whole job.
 * @param {import("./state.js").Store} store
 * @returns {import("./state.js").Message|null}
 */
export function toAccept(store) {
  const late = store.current.messages.slice(-LATE).reverse();
  const taken = new Set(late.filter((message) => message.from === store.me).map((message) => message.quote));
  const order = (message) => message.from === "bot" && !message.replyTo && message.text.includes("签收") && /D\d/u.test(message.text);
  return late.find((message) => order(message) && concerns(message, store.speaker) && !taken.has(message.text)) ?? null;
}
