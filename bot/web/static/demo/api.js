/** The demo's HTTP interface. Every failure is an ApiError whose message can be shown to people. */

const SHORT_MS = 20_000;
const CLOCK_MS = 300_000; // moving the clock by months delivers many messages first
const POLL_SECONDS = 20;

/** A request that failed; `status` is 0 where the server was not reached. */
export class ApiError extends Error {
  /** @param {string} message @param {number} status */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function call(path, { body, timeout = SHORT_MS } = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  try {
    const response = await fetch(`/api/local/${path}`, {
      method: body ? "POST" : "GET",
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body ? JSON.stringify(body) : undefined,
      cache: "no-store",
      signal: stop.signal,
    });
    const data = await response.json().catch(() => null);
    if (response.ok && data !== null) return data;
    throw new ApiError(data?.error || `服务器没有说明原因（${response.status}）`, response.status);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError(stop.signal.aborted ? "服务器迟迟没有回应" : "连不上演示服务器", 0);
  } finally {
    clearTimeout(timer);
  }
}

const query = (params) => {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  return given.length ? `?${new URLSearchParams(given)}` : "";
};

/** @returns {Promise<any>} city, now, groups, members */
export const getDirectory = () => call("directory");

/** @param {number} [after] only messages behind this seq @returns {Promise<any[]>} at once */
export const getMessages = (after) => call(`messages${query({ after })}`);

/** @param {number} after @returns {Promise<any[]>} as soon as there are any, or empty after a while */
export const awaitMessages = (after) =>
  call(`messages${query({ after, wait: POLL_SECONDS })}`, { timeout: (POLL_SECONDS + 15) * 1000 });

/** @param {{group: string|null, sender: string, text: string, quote?: string, id: string}} message */
export const postMessage = (message) => call("messages", { body: message });

/** @returns {Promise<{now: string, next_deadline: string|null, next_friday: string}>} */
export const getClock = () => call("clock");

/** @param {{now: string}|{advance: string}} move @returns {Promise<{now: string}>} once all that fell due is delivered */
export const moveClock = (move) => call("clock", { body: move, timeout: CLOCK_MS });

/** @returns {Promise<any>} counts of tasks, infos, digest, outbox */
export const getOverview = () => call("overview");

/** @returns {string} an id no other message has; works without a secure context too */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `web-${Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("")}`;
}
