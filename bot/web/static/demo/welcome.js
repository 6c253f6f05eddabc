import { h } from "./dom.js";

/** @returns {Node[]} what an empty chat says: how to begin */
export function welcome() {
  const steps = [
    ["选一个身份", "在输入框下方选人：联络员报进展，督查室交办、审核，信息科约稿、编发。"],
    ["说一句话", "点一句示例再发送。办结读懂后记入台账，并回一条带编号的回执。"],
    ["拨动时钟", "前进一天，或直接到下一个时限，看办结何时主动提醒。"],
  ];
  return [h("p", { class: "empty-title" }, "这里还没有消息"), h("ol", {}, ...steps.map(([title, words]) => h("li", {}, h("b", {}, title), h("span", {}, words))))];
}
