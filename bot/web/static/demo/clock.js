import { getClock, getMessages, moveClock } from "./api.js";
import { byId, setText } from "./dom.js";
import { dayKey, hourMinute, hourMinuteSecond, longMoment, monthDay, now, plusDays, setNow, wall, weekday } from "./time.js";

const REFRESH_MS = 30_000;

/** The demo's clock and the three ways to move it on. */
class DemoClock {
  /** @param {import("./state.js").Store} store @param {{hold: () => void, release: () => void}} toasts @param {() => void} moved */
  constructor(store, toasts, moved) {
    this.store = store;
    this.toasts = toasts;
    this.moved = moved;
    this.busy = false;
    this.next = { deadline: null, friday: null };
  }

  take(clock) {
    setNow(clock.now);
    this.next = { deadline: clock.next_deadline, friday: clock.next_friday };
    this.tick();
  }

  async refresh() {
    if (this.busy) return;
    try {
      const clock = await getClock();
      if (!this.busy) this.take(clock);
    } catch {
      // The link's own state already says that the server is away; the clock runs on meanwhile.
    }
  }

  tick() {
    if (this.busy) return;
    const t = now();
    byId("clock-time").dateTime = `${dayKey(t)}T${hourMinuteSecond(t)}`;
    setText(byId("clock-year"), `${t.getUTCFullYear()}年`);
    setText(byId("clock-date"), monthDay(t));
    setText(byId("clock-weekday"), weekday(t));
    setText(byId("clock-hms"), hourMinuteSecond(t));
    setText(byId("pill-text"), `${monthDay(t)} ${weekday(t)} ${hourMinute(t)}`);
    this.#labels(t);
  }

  #labels(t) {
    const { deadline, friday } = this.next;
    const due = deadline && wall(deadline) > t ? `到 ${monthDay(wall(deadline))} ${hourMinute(wall(deadline))}，看提醒` : "眼下没有要到的时限";
    const week = friday ? `到 ${monthDay(wall(friday))}，编《政务动态》` : "暂时算不出下一个周五";
    const words = { day: `到 ${longMoment(plusDays(t, 1))}`, deadline: due, friday: week };
    const ready = { day: true, deadline: deadline && wall(deadline) > t, friday: Boolean(friday) };
    for (const button of document.querySelectorAll("[data-jump]")) {
      setText(button.querySelector("small"), words[button.dataset.jump]);
      button.disabled = !ready[button.dataset.jump];
    }
  }

  #goal(kind) {
    if (kind === "day") return [{ advance: "PT24H" }, plusDays(now(), 1)];
    const iso = this.next[kind];
    return [{ now: iso }, wall(iso)];
  }

  #show(busy) {
    this.busy = busy;
    byId("clock").setAttribute("aria-busy", String(busy));
    byId("open-side").classList.toggle("busy", busy);
    if (busy) for (const button of document.querySelectorAll("[data-jump]")) button.disabled = true;
  }

  async jump(kind) {
    if (this.busy) return;
    const [move, goal] = this.#goal(kind);
    const before = this.store.lastSeq;
    const note = byId("clock-note");
    this.#show(true);
    this.toasts.hold();
    setText(note, `正在拨到 ${longMoment(goal)}，途中到期的逐条送出……`);
    try {
      const moved = await moveClock(move);
      setNow(moved.now);
      this.store.ingest(await getMessages(this.store.lastSeq));
      setText(note, this.#outcome(before));
    } catch (error) {
      setText(note, error.status === 409 ? "时钟只能向前拨，现在已经过了那个时刻。" : `没有拨动：${error.message}。`);
    }
    this.#show(false);
    this.toasts.release();
    await this.refresh();
    this.moved();
  }

  // Counted over all chats, so that one who sees nothing new on screen knows whether something came elsewhere.
  #outcome(before) {
    let pushed = 0;
    for (const chat of this.store.chats.values()) {
      for (let i = chat.messages.length - 1; i >= 0 && chat.messages[i].order > before; i -= 1) {
        if (chat.messages[i].from === "bot" && !chat.messages[i].replyTo) pushed += 1;
      }
    }
    return `已到 ${longMoment(now())}。${pushed ? `其间办结主动发出 ${pushed} 条。` : "其间没有到期的事。"}`;
  }
}

/**
 * Puts the clock to work.
 * @param {import("./state.js").Store} store
 * @param {any} first the clock as first read
 * @param {{hold: () => void, release: () => void}} toasts held while time is being moved
 * @param {() => void} moved called after a move
 * @returns {{refresh: () => Promise<void>}}
 */
export function mountClock(store, first, toasts, moved) {
  const clock = new DemoClock(store, toasts, moved);
  clock.take(first);
  setInterval(() => clock.tick(), 1000);
  setInterval(() => document.hidden || clock.refresh(), REFRESH_MS);
  for (const button of document.querySelectorAll("[data-jump]")) button.addEventListener("click", () => clock.jump(button.dataset.jump));
  return { refresh: () => clock.refresh() };
}
