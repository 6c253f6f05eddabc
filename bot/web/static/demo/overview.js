import { getOverview } from "./api.js";
import { byId, h } from "./dom.js";

const REFRESH_MS = 30_000;
const DIGEST = { draft: "草稿待审", reviewed: "已审待签", published: "已发布" };

/** The counts, and beside each the question that asks the bot for the list behind it. */
const TASKS = [
  ["open", "在办", "全市在办的任务有哪些"],
  ["due_soon", "快到期", "全市快到期的任务有哪些"],
  ["overdue", "逾期", "全市逾期的任务有哪些"],
  ["pending", "待审核", null],
  ["done", "已销号", "全市已办结的任务有哪些"],
];

function count(value, label, ask, kind, fill) {
  const inner = [h("b", {}, String(value)), h("span", {}, label)];
  if (!ask) return h("div", { class: `count ${kind}` }, ...inner);
  return h("button", { class: `count ${kind}`, type: "button", title: `问办结：${ask}`, onclick: () => fill(ask) }, ...inner);
}

function line(label, words, ask, fill) {
  const value = ask ? h("button", { class: "link", type: "button", title: `问办结：${ask}`, onclick: () => fill(ask) }, words) : h("span", {}, words);
  return h("div", { class: "line" }, h("dt", {}, label), h("dd", {}, value));
}

function outboxWords({ pending, unknown, dead }) {
  const parts = [pending && `待发 ${pending}`, unknown && `结果不明 ${unknown}`, dead && `未送达 ${dead}`].filter(Boolean);
  return parts.length ? parts.join("，") : "全部送达";
}

function digestWords({ issue, state }) {
  if (!state) return "本周还没有编";
  return `${issue ? `第 ${issue} 期` : "本期"}，${DIGEST[state] ?? state}`;
}

function draw(data, fill) {
  const { tasks, infos, digest, outbox } = data;
  byId("overview-body").replaceChildren(
    h("div", { class: "counts", role: "group", "aria-label": "督办事项" }, ...TASKS.map(([name, label, ask]) => count(tasks[name], label, ask, tasks[name] ? name : "none", fill))),
    h("dl", { class: "lines" },
      line("政务信息", `本周报送 ${infos.week}，采用 ${infos.adopted}`, "本月信息采用排名", fill),
      line("政务动态", digestWords(digest), digest.state && "看最近一期政务动态", fill),
      line("消息", outboxWords(outbox), null, fill)));
}

/**
 * Puts the overview to work.
 * @param {(words: string) => void} fill puts a question into the composer
 * @param {() => void} changed called when new counts are there
 * @returns {{refresh: () => Promise<void>, latest: () => any}}
 */
export function mountOverview(fill, changed) {
  let latest = null;
  async function refresh() {
    try {
      latest = await getOverview();
    } catch (error) {
      if (!latest) byId("overview-body").replaceChildren(h("p", { class: "quiet" }, `总览暂时读不到：${error.message}。`));
      byId("overview").classList.add("stale");
      return;
    }
    byId("overview").classList.remove("stale");
    draw(latest, fill);
    changed();
  }
  setInterval(() => document.hidden || refresh(), REFRESH_MS);
  return { refresh, latest: () => latest };
}
