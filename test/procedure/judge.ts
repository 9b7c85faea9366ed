/**
 * The measures of 2022 read as somebody reads them who has the log on the table: event by event, article by article, every earlier event
 * gone through anew. Slow, and of the code under test nothing but dates and the calendar's days.
 */
import { parseDate, yearOf } from "../../src/kernel/date.js";
import type { Log, LogEvent } from "../arbitraries/editions.js";

/** An event that an article does not allow as it is. */
export interface Verdict {
  readonly provision: string;
  /** Its place in the log. */
  readonly at: number;
}

/** @param isWorked whether a day, counted from 1970-01-01, is worked */
export function judged(log: Log, isWorked: (day: number) => boolean): readonly Verdict[] {
  const entries = log.events.map((event, at): Entry => ({ ...event, at, day: dayOf(event.occurredOn) }));
  const ordered = entries.toSorted((a, b) => a.day - b.day || a.at - b.at);
  return ordered.flatMap((entry, place) => {
    const table: Table = { log, entry, before: ordered.slice(0, place), all: ordered, isWorked };
    return [...conductOf(entry), ...(ARTICLES[entry.activity]?.(table) ?? [])].map((provision) => ({ provision, at: entry.at }));
  });
}

interface Entry extends LogEvent {
  readonly at: number;
  readonly day: number;
}

/** One event, and all that lies beside it. */
interface Table {
  readonly log: Log;
  readonly entry: Entry;
  readonly before: readonly Entry[];
  readonly all: readonly Entry[];
  readonly isWorked: (day: number) => boolean;
}

const OFFICE = "regional-market-regulator";
const LEAGUES = "league-city-market-regulators";
const PANELS = "expert-panels";
const GOVERNMENT = "peoples-government";
const HOLDER = "award-holder";
const AUTHORITIES = [OFFICE, LEAGUES, "leading-group", PANELS, GOVERNMENT];

/** Who takes a step, what the article says is made or handed in by it, and which article. */
const CONDUCT: Readonly<Record<string, readonly [string, readonly string[], ...(readonly string[])]>> = {
  // 第八条 制定并组织实施评审工作计划、方案
  announcement: ["art_8__sent_1", [OFFICE], "work-plan"],
  // 第十一条 申报单位……将申报材料和相关证实性材料报送
  submission: ["art_11__sent_1", ["applicant"], "application-form", "supporting-documents"],
  // 第十二条 盟市市场监督管理部门……进行形式审查，对符合申报条件的出具推荐意见
  "formal-review": ["art_12__sent_1", [LEAGUES]],
  recommendation: ["art_12__sent_1", [LEAGUES], "recommendation-opinion"],
  // 第十三条 自治区市场监督管理局……进行复核，征询……意见，确定符合资格的名单并向社会公示
  recheck: ["art_13__sent_1", [OFFICE], "department-opinion"],
  "qualified-list-notice": ["art_13__sent_1", [OFFICE], "list"],
  // 第十四条（一）材料评审专家组……形成评审意见和材料评审分数；自治区市场监督管理局……确定进入现场评审单位名单
  "material-review": ["art_14__item_1__sent_2", [PANELS], "review-opinion", "scores"],
  shortlist: ["art_14__item_1__sent_2", [OFFICE], "list"],
  // 第十四条（二）现场评审专家组……形成评审意见和现场评审分数
  "site-review": ["art_14__item_2__sent_2", [PANELS], "review-opinion", "scores"],
  // 第十四条（三）申报单位主要负责人进行陈述答辩，专家组形成评审意见和陈述答辩分数
  presentation: ["art_14__item_3__sent_2", ["applicant"]],
  "presentation-scoring": ["art_14__item_3__sent_2", [PANELS], "review-opinion", "scores"],
  // 第十五条 自治区市场监督管理局……进行综合评分，研究提出拟授奖候选名单，向社会公开征求意见建议
  "composite-scoring": ["art_15__sent_1", [OFFICE], "scores"],
  consultation: ["art_15__sent_1", [OFFICE], "list"],
  // 第十六条 汇总评审报告及征求意见情况，提出主席质量奖拟授奖名单；领导小组审议通过后，……向社会公示
  proposal: ["art_16__sent_1", [OFFICE], "review-report", "consultation-summary", "list"],
  deliberation: ["art_16__sent_2", ["leading-group"]],
  "award-notice": ["art_16__sent_2", [OFFICE], "list"],
  // 第十七条 经公示无异议后，自治区市场监督管理局……报请自治区人民政府批准，由自治区人民政府通报表彰、颁发奖牌和证书
  objection: ["art_17__sent_1", [OFFICE]],
  "objection-settled": ["art_17__sent_1", [OFFICE]],
  "approval-request": ["art_17__sent_1", [OFFICE]],
  approval: ["art_17__sent_1", [GOVERNMENT]],
  award: ["art_17__sent_1", [GOVERNMENT], "commendation", "plaque", "certificate"],
  // 第十八条 自治区人民政府……给予质量工作资助资金
  "grant-payment": ["art_18__sent_1", [GOVERNMENT]],
  fee: ["art_4__sent_1", AUTHORITIES],
  // 第十九条 获奖单位应当配合……绩效评价
  "funds-evaluation": ["art_19__sent_2", [HOLDER]],
  // 第二十条 评审工作人员……本人应当主动回避
  "interest-declaration": ["art_20__sent_1", [PANELS]],
  promotion: ["art_26__sent_1", [HOLDER]],
  "performance-report": ["art_27__sent_1", [HOLDER], "performance-report"],
};

function conductOf({ activity, by, evidence = [] }: Entry): readonly string[] {
  const [provision, bodies, ...needed] = CONDUCT[activity] as (typeof CONDUCT)[string];
  return bodies.includes(by) && needed.every((one) => evidence.includes(one)) ? [] : [provision];
}

/** What the articles ask of an event besides, by what else there is: the provisions that it is against. */
const ARTICLES: Readonly<Record<string, (table: Table) => readonly string[]>> = {
  submission({ log, entry, before }) {
    const until = log.edition["submissionsUntil"] as string;
    // 在规定时限内: once there is a call, and until its last day.
    const inTime = before.some(({ activity }) => activity === "announcement") && entry.occurredOn <= until;
    return against("art_11__sent_1", inTime && entry.data?.["to"] === unitOf(log, entry)["league"]);
  },

  "formal-review": (table) => against("art_12__sent_1", last(table, "submission") !== undefined),

  // 对符合申报条件的出具推荐意见: by the review that stands.
  recommendation: (table) => against("art_12__sent_1", last(table, "formal-review")?.data?.["result"] === "eligible"),

  recheck: (table) => against("art_13__sent_1", last(table, "recommendation") !== undefined),

  "qualified-list-notice": ({ before }) =>
    against(
      "art_13__sent_1",
      before.some(({ activity }) => activity === "recheck"),
    ),

  // 材料评审 is of those found qualified and published as such.
  "material-review": (table) => [
    ...against("art_13__sent_1", last(table, "recheck")?.data?.["result"] === "qualified"),
    ...against("art_13__sent_1", isOnLast(table, "qualified-list-notice")),
    ...interestIn(table),
  ],

  shortlist: ({ before }) =>
    against(
      "art_14__item_1__sent_2",
      before.some(({ activity }) => activity === "material-review"),
    ),

  "site-review": (table) => [
    // 综合各组评审结果确定进入现场评审单位名单: of this unit there must be some.
    ...against("art_14__item_1__sent_2", last(table, "material-review") !== undefined),
    ...against("art_14__item_2__sent_2", isOnLast(table, "shortlist")),
    ...interestIn(table),
  ],

  // 组织完成现场评审的申报单位主要负责人进行陈述答辩
  presentation(table) {
    const visits = earlier(table, "site-review").filter(({ data }) => data?.["completed"] === true);
    const isLeader = table.entry.person === unitOf(table.log, table.entry)["principalLeader"];
    return against("art_14__item_3__sent_2", visits.length > 0 && isLeader);
  },

  "presentation-scoring": (table) => [
    ...against("art_14__item_3__sent_2", last(table, "presentation") !== undefined),
    ...interestIn(table),
  ],

  // 根据现场评审和陈述答辩结果: these two, both of them there, and nothing else.
  "composite-scoring"(table) {
    const basis = table.entry.data?.["basis"] as readonly string[];
    const isBoth = last(table, "site-review") !== undefined && last(table, "presentation-scoring") !== undefined;
    return against("art_15__sent_1", isBoth && [...basis].sort().join() === "presentation,site");
  },

  consultation: ({ before }) =>
    against(
      "art_15__sent_1",
      before.some(({ activity }) => activity === "composite-scoring"),
    ),

  proposal: ({ before }) =>
    against(
      "art_16__sent_1",
      before.some(({ activity }) => activity === "consultation"),
    ),

  // 提请领导小组审议
  deliberation: ({ before }) =>
    against(
      "art_16__sent_1",
      before.some(({ activity }) => activity === "proposal"),
    ),

  "award-notice": (table) => against("art_16__sent_2", last(table, "deliberation")?.data?.["result"] === "passed"),

  // 公示期为7个工作日, the day of publishing not among them; 经公示无异议后
  "approval-request"(table) {
    const notice = last(table, "award-notice");
    let worked = 0;
    for (let day = (notice?.day ?? table.entry.day) + 1; day < table.entry.day; day += 1) if (table.isWorked(day)) worked += 1;
    return [...against("art_16__sent_2", worked >= 7), ...openObjection(table)];
  },

  // 报请自治区人民政府批准
  approval: (table) => [...against("art_17__sent_1", last(table, "approval-request") !== undefined), ...openObjection(table)],

  award(table) {
    const { log, entry, before } = table;
    const given = before.filter(({ activity }) => activity === "award").length;
    const previous = dayOf(log.edition["previousAwardOn"] as string);
    return [
      ...against("art_17__sent_1", last(table, "approval") !== undefined),
      ...against("art_16__sent_2", isOnLast(table, "award-notice")),
      // 对申报单位进行综合评分，研究提出拟授奖候选名单
      ...against("art_15__sent_1", last(table, "composite-scoring") !== undefined),
      // 每2年评选1次，授奖总数为5个; years are calendar years unless somebody reads it otherwise.
      ...against("art_3__para_1__sent_1", given < 5 && yearOf(entry.day) >= yearOf(previous) + 2),
    ];
  },

  fee: () => ["art_4__sent_1"],

  "grant-payment"(table) {
    const award = last(table, "award");
    // 列入获奖下一年度部门预算: where nothing was won there is no such year.
    const year = award === undefined ? undefined : Number(award.occurredOn.slice(0, 4)) + 1;
    return [
      // 给予质量工作资助资金100万元, once.
      ...against("art_18__sent_1", award !== undefined && last(table, "grant-payment") === undefined),
      ...against("art_4__sent_2", table.entry.data?.["budgetYear"] === year),
      // 再次获得同一奖项的单位，不再给予质量工作资助资金
      ...against("art_18__sent_2", unitOf(table.log, table.entry)["wonBefore"] === false),
    ];
  },
};

function against(provision: string, isMet: boolean): readonly string[] {
  return isMet ? [] : [provision];
}

/** Events of an activity before this one, of its applicant where they are an applicant's. */
function earlier({ entry, before }: Table, activity: string): readonly Entry[] {
  const isOwn = (one: Entry) => one.applicant === undefined || entry.applicant === undefined || one.applicant === entry.applicant;
  return before.filter((one) => one.activity === activity && isOwn(one));
}

/** What was done again replaces what was done before. */
function last(table: Table, activity: string): Entry | undefined {
  return earlier(table, activity).at(-1);
}

function isOnLast(table: Table, list: string): boolean {
  const units = last(table, list)?.data?.["units"] as readonly string[] | undefined;
  return units?.includes(table.entry.applicant as string) ?? false;
}

/** 有利害关系的，本人应当主动回避: whenever it was declared. */
function interestIn({ entry, all }: Table): readonly string[] {
  const interests = all.filter(({ activity, applicant }) => activity === "interest-declaration" && applicant === entry.applicant);
  return against("art_20__sent_1", !interests.some(({ person }) => person === entry.person));
}

/** 无异议: every objection made before was settled since. */
function openObjection({ before }: Table): readonly string[] {
  const isOpen = before.some(
    ({ activity, data }, place) =>
      activity === "objection" &&
      !before
        .slice(place + 1)
        .some((later) => later.activity === "objection-settled" && later.data?.["number"] === data?.["number"]),
  );
  return against("art_17__sent_1", !isOpen);
}

function unitOf({ applicants }: Log, { applicant }: Entry): Readonly<Record<string, unknown>> {
  return applicants.find(({ name }) => name === applicant) as Readonly<Record<string, unknown>>;
}

function dayOf(date: string): number {
  return parseDate(date) as number;
}
