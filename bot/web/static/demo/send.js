import { newId, postMessage } from "./api.js";
import { now } from "./time.js";

const SILENCE_MS = 6000; // an answer takes well under a second; after this there will be none

/**
 * Sends what was typed and shows it at once.
 * @param {import("./state.js").Store} store
 * @param {string} text
 * @returns {Promise<void>}
 */
export function say(store, text) {
  const chat = store.current;
  const quote = store.quote?.text ?? null;
  const id = newId();
  const time = now().toISOString().slice(0, 19);
  const message = store.echo(chat, { id, from: store.me, text, quote, time });
  store.setQuote(null);
  return deliver(store, message);
}

/**
 * Sends a message, or one that failed again; the id makes sure that it counts once.
 * @param {import("./state.js").Store} store
 * @param {import("./state.js").Message} message
 */
export async function deliver(store, message) {
  if (message.state === "failed") store.mark(message, "sending");
  const chat = store.chat(message.key);
  const body = { group: chat.group, sender: message.from, text: message.text, id: message.id };
  try {
    await postMessage(message.quote ? { ...body, quote: message.quote } : body);
  } catch (error) {
    if (message.state === "sending") store.mark(message, "failed", error.message);
    return;
  }
  if (message.state === "sending") store.mark(message, "");
  setTimeout(() => {
    if (!message.answered && message.state === "") store.mark(message, "silent");
  }, SILENCE_MS);
}
