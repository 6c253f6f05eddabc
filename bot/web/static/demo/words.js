/** The words for layers, roles and people, in one place. */

/** A group's layer: the mark and the name. */
export const LAYERS = {
  leaders: ["领", "市领导群"],
  departments: ["部", "部门工作群"],
  districts: ["区", "各区工作群"],
  information: ["信", "信息工作群"],
  office: ["室", "办公室内部群"],
};

/** A role's name. */
export const ROLES = {
  leader: "市领导",
  supervisor: "督查",
  editor: "信息",
  clerk: "科室",
  head: "负责人",
  liaison: "联络员",
};

const DISTRICT = /[区县旗](人民)?政府$|[区县旗]$/u;

/** @param {any} member @returns {boolean} of a district rather than of a department */
export const ofDistrict = (member) => DISTRICT.test(member.unit ?? "");

/** Sections of the list of people, in order, with who belongs to them. */
export const SECTIONS = [
  ["市领导", (m) => m.role === "leader"],
  ["督查室", (m) => m.role === "supervisor"],
  ["信息科", (m) => m.role === "editor"],
  ["办公室其他科室", (m) => m.role === "clerk"],
  ["各区", (m) => ofDistrict(m)],
  ["各部门、各单位", () => true],
];

/** @param {any} member @returns {string} `市工信局 · 办公室主任`, as stands beside a name */
export function standing(member) {
  return [member.unit_short || member.unit, member.title].filter(Boolean).join(" · ");
}

/** @param {import("./state.js").Chat} chat @param {import("./state.js").Store} store @returns {string} */
export function chatName(chat, store) {
  return chat.group ?? `${store.member(chat.member).name} 与办结`;
}
