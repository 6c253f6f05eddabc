import { anyMeeting, anyTask, decision, ownTask, review, toAccept } from "./matters.js";
import { monthDay, monthEnd, now, plusDays } from "./time.js";
import { ofDistrict } from "./words.js";

/**
 * @typedef {object} Example
 * @property {string} text what goes into the input @property {string} [label] a shorter word for the button
 * @property {import("./state.js").Message} [quote] the message it answers
 */

const MOST = 7;

const say = (text, label) => text && { text, label };

function units(store) {
  const liaisons = Array.from(store.members.values()).filter((member) => member.role === "liaison");
  const names = liaisons.map((member) => member.unit_short || member.unit).filter(Boolean);
  const like = (pattern, fallback) => names.find((name) => pattern.test(name)) ?? names[fallback] ?? "责任单位";
  const district = liaisons.find(ofDistrict);
  return { housing: like(/住建/u, 0), finance: like(/财政/u, 1), reform: like(/发改/u, 0), district: district?.unit_short || like(/区/u, 2) };
}

function reporting(store, t) {
  const unit = store.speaker.unit_short || store.speaker.unit || "我单位";
  const body = `截至${monthDay(t)}，已走访企业67家，协调解决用工、融资等问题41件，其余9件均已明确责任人和时限。`;
  return [
    say(`【信息报送】\n${unit}“一线工作法”为企业解难题\n${body}`, "【信息报送】标题、正文"),
    say("我们报的信息到哪一步了"), say("本月信息采用排名"), say("还有哪些约稿没报"),
  ];
}

function working(store, t) {
  const [task, order] = [ownTask(store), toAccept(store)];
  const accept = order && { text: "收到，马上落实", label: "引用交办，回“收到”", quote: order };
  if (!task) return [accept, say("我们有哪些任务"), say("我们还有哪些任务快到期")];
  return [
    accept, say(`${task} 进展60%，预计${monthDay(monthEnd(t, 2))}办结`), say("我们还有哪些任务快到期"),
    say(`${task} 申请延期到${monthDay(monthEnd(t, 3))}，原因是用地手续还在办`), say(`${task} 已办结，申请销号`),
  ];
}

function assigning(store, what) {
  const { housing, finance } = units(store);
  return say(`请${housing}牵头，${finance}配合，下周五前${what}，列入督办`, `请${housing}牵头……列入督办`);
}

const BY_ROLE = {
  liaison: (store, t) => (store.current.layer === "information" ? reporting(store, t) : working(store, t)),
  head(store, t) {
    const [task, meeting] = [ownTask(store), anyMeeting(store)];
    const infos = store.current.layer === "information" ? reporting(store, t).slice(2) : [];
    return [say("我们单位有哪些任务快到期"), say(task && `${task} 什么情况了`), say(meeting && `${meeting} 我参加`), ...infos, say("明天有什么会"), say("我们单位考评得分是多少")];
  },
  supervisor(store) {
    const { housing } = units(store);
    return [
      say(decision(store)), say("全市逾期的任务有哪些"), assigning(store, "完成燃气管网隐患排查"),
      say(`请${housing}抓紧报送任务进展`), say("每周五下午4点提醒各单位报送督办进展"),
    ];
  },
  editor(store, t, digest) {
    const { reform, district } = units(store);
    return [
      say(digest === "draft" && "政务动态审核通过，可以发布"), say(review(store, /[一二]/u)),
      say(`【约稿】请${reform}、${district}围绕“优化营商环境典型做法”报送信息，下周三前`, "【约稿】请两家单位报稿"),
      say("本月信息采用排名"), say("看最近一期政务动态"), say("还有哪些约稿没报"),
    ];
  },
  leader(store, t, digest) {
    const task = anyTask(store);
    return [
      say(digest === "reviewed" && "同意签发本期政务动态"), say(decision(store)), say(review(store, /三/u)), say("全市逾期的任务有哪些"),
      assigning(store, "拿出老旧小区改造资金方案"), say(task && `${task} 什么情况了`), say("看最近一期政务动态"),
    ];
  },
  clerk(store, t) {
    const { finance, reform } = units(store);
    return [
      say(`【会议通知】定于${monthDay(plusDays(t, 5))}上午9:00在市政府三楼会议室召开重点工作调度会，请${reform}、${finance}参加`, "【会议通知】重点工作调度会"),
      say(`收文登记：${finance}《关于拨付专项资金的请示》，急件，${monthDay(plusDays(t, 7))}前办结`, "收文登记：一件请示，急件"),
      say("有没有超期的公文，列一下"), say("明天有什么会"), say("每周五下午4点提醒我收值班表"),
    ];
  },
};

/**
 * Messages worth trying: such as this person would write in this chat, with codes that are being talked about.
 * @param {import("./state.js").Store} store
 * @param {any} overview the latest counts, or null
 * @returns {Example[]}
 */
export function examplesFor(store, overview) {
  if (!store.speaker || !store.open) return [];
  const make = BY_ROLE[store.speaker.role] ?? BY_ROLE.liaison;
  const list = make(store, now(), overview?.digest?.state ?? null).filter(Boolean);
  const howTo = store.current.group === null ? [say("怎么申请延期")] : [];
  return [...list.slice(0, MOST - 1 - howTo.length), ...howTo, say("帮助")];
}
