/**
 * The office's wall clock. Moments are shown as the office reads them, whatever zone the browser is in: a `Wall` is a
 * Date whose UTC fields hold the office's local year, month, day and time.
 * @typedef {Date} Wall
 */

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const ZONE = /(Z|[+-]\d\d:?\d\d)$/;
const DAY_MS = 86_400_000;

let offsetMs = 8 * 3_600_000; // Asia/Shanghai until the server says otherwise
let baseMs = Date.now() + offsetMs;
let baseTick = performance.now();

/**
 * Sets the demo's clock; it then runs on at normal speed.
 * @param {string} iso the server's `now`, with its offset
 */
export function setNow(iso) {
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  if (zone) offsetMs = (zone[1] === "-" ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) * 60_000;
  baseMs = wall(iso).getTime();
  baseTick = performance.now();
}

/** @returns {Wall} the demo's present moment */
export function now() {
  return new Date(baseMs + performance.now() - baseTick);
}

/**
 * @param {string} iso with or without an offset; without one it is the office's own time
 * @returns {Wall}
 */
export function wall(iso) {
  return ZONE.test(iso) ? new Date(Date.parse(iso) + offsetMs) : new Date(`${iso.length === 10 ? `${iso}T00:00` : iso}Z`);
}

/** @param {Wall} t @param {number} days @returns {Wall} */
export const plusDays = (t, days) => new Date(t.getTime() + days * DAY_MS);

const two = (n) => String(n).padStart(2, "0");

/** @param {Wall} t @returns {string} `2026-04-15`, to compare days */
export const dayKey = (t) => t.toISOString().slice(0, 10);

/** @param {Wall} t @returns {string} `4月15日` */
export const monthDay = (t) => `${t.getUTCMonth() + 1}月${t.getUTCDate()}日`;

/** @param {Wall} t @returns {string} `周三` */
export const weekday = (t) => WEEKDAYS[t.getUTCDay()];

/** @param {Wall} t @returns {string} `09:05` */
export const hourMinute = (t) => `${two(t.getUTCHours())}:${two(t.getUTCMinutes())}`;

/** @param {Wall} t @returns {string} `09:05:07` */
export const hourMinuteSecond = (t) => `${hourMinute(t)}:${two(t.getUTCSeconds())}`;

/** @param {Wall} t @returns {string} `4月15日 周三`, with the year where it is not the present one */
export function longDay(t) {
  const year = t.getUTCFullYear() === now().getUTCFullYear() ? "" : `${t.getUTCFullYear()}年`;
  return `${year}${monthDay(t)} ${weekday(t)}`;
}

/** @param {Wall} t @returns {string} `4月15日 周三 09:05` */
export const longMoment = (t) => `${longDay(t)} ${hourMinute(t)}`;

/** @param {Wall} t @returns {string} for a list: time of day, 昨天, or the day */
export function shortStamp(t) {
  const today = now();
  if (dayKey(t) === dayKey(today)) return hourMinute(t);
  if (dayKey(t) === dayKey(plusDays(today, -1))) return "昨天";
  return t.getUTCFullYear() === today.getUTCFullYear() ? monthDay(t) : `${t.getUTCFullYear()}/${t.getUTCMonth() + 1}/${t.getUTCDate()}`;
}

/** @param {Wall} t @param {number} months @returns {Wall} the last day of the month that many months on */
export const monthEnd = (t, months) => new Date(Date.UTC(t.getUTCFullYear(), t.getUTCMonth() + months + 1, 0));
