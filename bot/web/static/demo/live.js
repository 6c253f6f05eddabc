import { awaitMessages, getMessages } from "./api.js";

const PAUSES_MS = [500, 1000, 2000, 4000, 8000];
const QUICK_MS = 1000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Follows the server for as long as the page lives: new messages go into the store, the state of the link to `link`.
 * @param {import("./state.js").Store} store
 * @param {(state: "live"|"lost", reason?: string) => void} link
 */
export async function follow(store, link) {
  let failures = 0;
  for (;;) {
    const started = performance.now();
    try {
      if (failures) await catchUp(store);
      else store.ingest(await awaitMessages(store.lastSeq));
      failures = 0;
      link("live");
    } catch (error) {
      link("lost", error.message);
      await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]);
      failures += 1;
      continue;
    }
    // A server that answers at once without waiting shall not be asked in a tight loop.
    if (performance.now() - started < QUICK_MS) await pause(150);
  }
}

// The server may have been started anew with another record: then nothing on screen is true any more.
async function catchUp(store) {
  const all = await getMessages();
  const newest = all.length ? all[all.length - 1].seq : 0;
  if (newest < store.lastSeq) location.reload();
  store.ingest(all);
}
