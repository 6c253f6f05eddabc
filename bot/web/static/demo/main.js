import { getClock, getDirectory, getMessages } from "./api.js";
import { mountChats } from "./chats.js";
import { mountClock } from "./clock.js";
import { mountComposer } from "./composer.js";
import { mountConversation } from "./conversation.js";
import { byId, debounce, setText } from "./dom.js";
import { mountDrawers } from "./drawers.js";
import { follow } from "./live.js";
import { mountOverview } from "./overview.js";
import { mountPeople } from "./people.js";
import { deliver } from "./send.js";
import { Store, groupKey } from "./state.js";
import { setNow } from "./time.js";
import { mountToasts } from "./toasts.js";
import { ofDistrict } from "./words.js";

const MEMORY = "banjie.demo";
const SETTLE_MS = 400;

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(MEMORY)) ?? {};
  } catch {
    return {};
  }
}

function remember(store) {
  try {
    sessionStorage.setItem(MEMORY, JSON.stringify({ me: store.me, open: store.open }));
  } catch {
    // Without storage the page starts afresh next time, which is all that is lost.
  }
}

// A newcomer starts as somebody with work to report: a department's liaison, best one whom the bot has called already.
function firstSpeaker(store, open) {
  const members = Array.from(store.members.values());
  const called = store.chats.get(open)?.messages.flatMap((message) => message.mentions) ?? [];
  const liaisons = members.filter((member) => member.role === "liaison");
  return liaisons.find((m) => called.includes(m.id)) ?? liaisons.find((m) => !ofDistrict(m)) ?? liaisons[0] ?? members[0];
}

function start(store, directory) {
  const saved = remembered();
  const groups = directory.groups;
  const first = groups.find((group) => group.layer === "departments") ?? groups[0];
  const known = saved.open?.startsWith("p:") ? store.members.has(saved.open.slice(2)) : store.chats.has(saved.open);
  const open = known ? saved.open : first ? groupKey(first.name) : null;
  const speaker = store.members.get(saved.me) ?? firstSpeaker(store, open);
  if (!speaker) throw new Error("样例城市里没有人员，请检查所用的数据");
  store.setMe(speaker.id);
  store.openChat(open ?? `p:${speaker.id}`);
}

function showLink(state, reason) {
  byId("link-state").dataset.state = state;
  setText(byId("link-text"), state === "live" ? "实时连接" : "正在重新连接……");
  const lost = byId("lost");
  lost.hidden = state === "live";
  setText(lost, state === "live" ? "" : `${reason}，正在重新连接。已经发出的消息不会丢。`);
}

function mount(store, directory, clock) {
  const drawers = mountDrawers();
  const toasts = mountToasts(store);
  const overview = mountOverview((words) => {
    drawers.close();
    composer.fill(words);
  }, () => composer.refresh());
  const composer = mountComposer(store, overview.latest);
  mountPeople(store, () => byId("text").focus());
  mountConversation(store, (message) => deliver(store, message));
  mountChats(store, drawers.close);
  const demoClock = mountClock(store, clock, toasts, overview.refresh);
  const settled = debounce(() => {
    overview.refresh();
    demoClock.refresh();
  }, SETTLE_MS);
  store.on("messages", ({ came, first }) => !first && came.length && settled());
  store.on("open me", () => remember(store));
  setText(byId("city"), directory.city);
  if (directory.workbench?.startsWith("/")) {
    byId("workbench").href = directory.workbench;
    byId("workbench").hidden = false;
  }
  overview.refresh();
}

async function boot() {
  const [directory, messages, clock] = await Promise.all([getDirectory(), getMessages(), getClock()]);
  setNow(directory.now);
  const store = new Store(directory);
  store.ingest(messages, true);
  mount(store, directory, clock);
  byId("app").hidden = false;
  start(store, directory);
  byId("boot").hidden = true;
  showLink("live");
  follow(store, showLink);
}

function failed(error) {
  setText(byId("boot-text"), `演示没有打开：${error.message}。`);
  byId("boot-retry").hidden = false;
}

byId("boot-retry").addEventListener("click", () => location.reload());
boot().catch(failed);
