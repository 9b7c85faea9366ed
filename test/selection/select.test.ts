import { beforeAll, describe, expect, it } from "vitest";
import type { SelectionResult, Sheet } from "../../src/selection/answer.js";
import { even, measures, type Selecting, small } from "./awards.js";

let nm: Selecting;
let few: Selecting;
beforeAll(async () => {
  nm = await measures();
  few = await small();
});

const asOf = "2023-12-20";
const interests: readonly never[] = [];
const codes = ({ notices }: SelectionResult) => notices.map(({ code }) => code);
const standings = ({ shortlist }: SelectionResult) =>
  shortlist?.lines.map(({ applicant, standing }) => `${applicant} ${standing}`);
const ids = (lines: readonly { readonly applicant: string }[]) => lines.map(({ applicant }) => applicant);

/** By applicant the score that each of three reviewers gives every item. */
function sheetsAt(of: Selecting, stage: string, scores: Readonly<Record<string, number>>): readonly Sheet[] {
  return Object.entries(scores).flatMap(([applicant, score]) =>
    ["R1", "R2", "R3"].map((reviewer) => even(of, stage, applicant, reviewer, score)),
  );
}

const stagesOf = (of: Selecting) => of.selection.stages.map(({ name }) => name);

const everywhere = (of: Selecting, scores: Readonly<Record<string, number>>) =>
  of.selection.stages.flatMap(({ name }) => sheetsAt(of, name, scores));

describe("the shortlist", () => {
  it("is the first ten with 400 points by the illustrative rules, and says that these are none of the law", () => {
    const scores = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`A${10 + at}`, 95 - 5 * at]));
    const answer = nm.ask({ asOf, interests, sheets: sheetsAt(nm, "material", { ...scores, B1: 35 }) });
    expect(standings(answer)?.slice(8)).toEqual(["A18 in", "A19 in", "A20 out", "A21 out", "B1 out"]);
    expect(answer.shortlist?.lines[0]).toMatchObject({
      value: { text: "950.00", over: "950", under: "1" },
      rank: 1,
      provision: "art_14__item_1__sent_2",
      says: { zh: "950.00 分，第 1 名：进入现场评审", en: "950.00 points, rank 1: goes on to on-site review" },
    });
    expect(answer.shortlist?.lines[10]?.says.en).toBe(
      "450.00 points, rank 11, not among the first 10: does not go on to on-site review",
    );
    expect(answer.shortlist?.lines[12]?.says.en).toBe(
      "350.00 points, rank 13, below the 400 points of the review rules: does not go on to on-site review",
    );
    expect(answer.reviewRules).toMatchObject({ source: "pack", illustrative: true, provision: "art_7__sent_1" });
    expect(codes(answer)).toEqual(["review-rules-illustrative", "held-assumed", "stage-not-held", "stage-not-held"]);
  });

  it("never breaks a tie across the cut: it goes to the office that determines the list, with the places that are left", () => {
    const { shortlist } = few.ask({ asOf, interests, sheets: sheetsAt(few, "material", { A1: 3, A2: 2, A3: 2, A4: 1 }) });
    expect(shortlist?.lines.map(({ applicant, standing }) => `${applicant} ${standing}`)).toEqual([
      "A1 in",
      "A2 tied",
      "A3 tied",
      "A4 out",
    ]);
    expect(shortlist?.ties).toMatchObject([
      {
        applicants: ["A2", "A3"],
        places: 1,
        value: { text: "6.67", over: "20", under: "3" },
        provision: "art_14__item_1__sent_2",
        quote: "自治区市场监督管理局（领导小组办公室）综合各组评审结果确定进入现场评审单位名单",
        body: { name: "regional-market-regulator" },
      },
    ]);
    expect(shortlist?.ties[0]?.says.zh).toMatch(
      /^A2、A3 同为 6\.67 分，跨越前 2 名的界线，只余 1 个名额：由自治区市场监督管理局（领导小组办公室）决定$/,
    );
  });

  it("is open for those whom a missing score may bring in or put out, and for nobody else", () => {
    const answer = few.ask({
      asOf,
      interests,
      sheets: [...sheetsAt(few, "material", { A1: 3, A2: 2, A4: 0 }), even(few, "material", "A3", "R1", 2, { "1.1": null })],
    });
    expect(standings(answer)).toEqual(["A1 in", "A2 open", "A3 open", "A4 out"]);
    expect(answer.shortlist?.lines[2]).toMatchObject({
      value: null,
      range: { least: { over: "10", under: "3" }, greatest: { over: "25", under: "3" } },
      rank: null,
      ranks: { best: 2, worst: 3 },
    });
    expect(answer.stages[0]?.lines[2]?.missing).toEqual([{ reviewer: "R1", clauses: ["1.1"] }]);
  });

  it("leaves out nobody: an applicant without sheets is listed as such", () => {
    const answer = few.ask({
      asOf,
      interests,
      applicants: [{ id: "A2", name: "虚构公司" }, { id: "A1" }],
      sheets: sheetsAt(few, "material", { A1: 3 }),
    });
    expect(answer.applicants).toEqual([{ id: "A1" }, { id: "A2", name: "虚构公司" }]);
    expect(standings(answer)).toEqual(["A1 in", "A2 unscored"]);
    expect(answer.notices.find(({ code }) => code === "without-score")).toMatchObject({ applicants: ["A2"] });
  });
});

describe("the awards", () => {
  it("go to at most five, and what is left by too few good ones stays vacant, with the reason", () => {
    const answer = nm.ask({ asOf, interests, sheets: everywhere(nm, { A1: 90, A2: 80, A3: 60, A4: 55, A5: 50, A6: 45 }) });
    expect(ids(answer.awards.proposed)).toEqual(["A1", "A2", "A3"]);
    expect(answer.awards.places).toEqual({ proposed: 3, tied: 0, open: 0, vacant: 2 });
    expect(answer.awards.vacancies).toMatchObject({
      count: 2,
      provision: "art_3__para_2__sent_1",
      reasons: [{ code: "below-points", applicants: ["A4", "A5", "A6"] }],
    });
    expect(answer.awards.proposed[2]?.says.en).toBe("600.00 points, rank 3: a candidate to be proposed");
    expect(answer.awards.quota).toMatchObject({
      name: "quota",
      value: 5,
      provision: "art_3__para_1__sent_1",
      quote: "授奖总数为5个",
    });
  });

  it("stay vacant where there are fewer candidates than places", () => {
    const { awards } = nm.ask({ asOf, interests, sheets: everywhere(nm, { A1: 90, A2: 50 }) });
    expect(awards.vacancies.reasons.map(({ code }) => code)).toEqual(["few-candidates", "below-points"]);
    expect(awards.places).toEqual({ proposed: 1, tied: 0, open: 0, vacant: 4 });
  });

  it("a tie across the quota is no vacancy: its places wait for the leading group", () => {
    const { awards, ranking } = few.ask({ asOf, interests, sheets: everywhere(few, { A1: 3, A2: 2, A3: 2 }) });
    expect(awards.places).toEqual({ proposed: 1, tied: 1, open: 0, vacant: 0 });
    expect(awards.ties).toMatchObject([
      { applicants: ["A2", "A3"], places: 1, provision: "art_16__sent_1", body: { name: "leading-group" } },
    ]);
    expect(ranking.lines.map(({ applicant, rank }) => `${applicant} ${rank}`)).toEqual(["A1 1", "A2 2", "A3 2"]);
    expect(ranking.equals).toEqual([{ value: { text: "6.67", over: "20", under: "3" }, applicants: ["A2", "A3"] }]);
    expect(ranking.lines[1]?.says.en).toBe("comprehensive score: 6.67 points, rank 2, equal to 1 other");
  });

  it("a tie before the quota is none across it", () => {
    const { awards } = few.ask({ asOf, interests, sheets: everywhere(few, { A1: 2, A2: 2, A3: 1 }) });
    expect([ids(awards.proposed), awards.ties]).toEqual([["A1", "A2"], []]);
  });

  it("are exact at a limit that rounding would reach, and say so", () => {
    const sheets = [
      ...["R1", "R2", "R3"].map((reviewer) => even(nm, "site", "A1", reviewer, 60)),
      ...["R1", "R2", "R3"].map((reviewer) => even(nm, "presentation", "A1", reviewer, 60)),
    ];
    expect(nm.ask({ asOf, interests, sheets }).awards.proposed).toHaveLength(1);
    const [first, ...others] = sheets as [Sheet, ...Sheet[]];
    const lower = { ...first, scores: { ...first.scores, "4.4.6": 55 } };
    const reviewRules = {
      ...(nm.award.files["review-rules"] as object),
      stages: {
        material: { aggregation: { method: "mean" } },
        site: { weight: 1, aggregation: { method: "mean" } },
        presentation: { weight: 9999, aggregation: { method: "mean" } },
      },
    };
    const { awards } = nm.ask({ asOf, interests, sheets: [lower, ...others], reviewRules });
    expect(awards.notProposed[0]?.says.en).toBe(
      "600.00 points, rank 1 (exactly 35999999/60000), below the 600 points of the review rules: not proposed",
    );
  });

  it("are proposed to nobody before all stages that rank are held", () => {
    const sheets = everywhere(few, { A1: 3, A2: 1 }).filter(({ stage }) => stage !== "presentation");
    const { awards, ranking, notices } = few.ask({ asOf, interests, sheets });
    expect(awards.places).toEqual({ proposed: 0, tied: 0, open: 2, vacant: 0 });
    expect(ids(awards.open)).toEqual(["A1", "A2"]);
    expect(ranking.lines[0]).toMatchObject({ standing: "open", range: { least: { text: "5.00" }, greatest: { text: "10.00" } } });
    expect(notices.find(({ code }) => code === "stage-not-held")?.says.en).toBe(
      "presentation and questions is not over: comprehensive scores are open and nobody is proposed",
    );
  });

  it("nor while one of them is under way, whatever its sheets say so far", () => {
    const sheets = everywhere(few, { A1: 3, A2: 1 });
    const { awards, stages } = few.ask({ asOf, interests, held: ["material", "site"], sheets });
    expect(awards.proposed).toEqual([]);
    expect(stages[2]).toMatchObject({
      held: false,
      lines: [{ sheets: 3, value: null, range: { greatest: { text: "10.00" } } }, {}],
    });
  });

  it("stay open where a unit lacks the sheets for a score: it may still have one, or none at all", () => {
    const sheets = everywhere(nm, { A1: 80, A2: 60 }).filter(
      ({ stage, applicant }) => stage !== "presentation" || applicant !== "A2",
    );
    const { awards, ranking, stages } = nm.ask({ asOf, interests, held: stagesOf(nm), sheets });
    expect(awards.places).toEqual({ proposed: 1, tied: 0, open: 1, vacant: 3 });
    expect(awards.open).toMatchObject([
      { applicant: "A2", value: null, range: { least: { text: "360.00" }, greatest: { text: "760.00" } }, rank: null },
    ]);
    expect(awards.open[0]?.says.en).toBe(
      "no score at presentation and questions, and once it has one between 360.00 and 760.00 points, rank 2: it depends on missing scores",
    );
    expect(ranking.lines.map(({ applicant, standing, rank }) => [applicant, standing, rank])).toEqual([
      ["A1", "ranked", 1],
      ["A2", "unscored", null],
    ]);
    expect(awards.vacancies.reasons.map(({ says }) => says.en)).toEqual([
      "only 2 have a comprehensive score or may still come to one, for 5 places",
    ]);
    expect(stages[2]?.lines[1]).toMatchObject({ applicant: "A2", sheets: 0, value: null });
  });

  it("stay open where all sheets of a unit are excluded, or too few are left", () => {
    const sheets = everywhere(nm, { A1: 80, A2: 60 });
    const held = stagesOf(nm);
    const excluding = (reviewers: readonly string[]) =>
      nm.ask({ asOf, held, sheets, interests: reviewers.map((reviewer) => ({ reviewer, applicant: "A1" })) });
    const all = excluding(["R1", "R2", "R3"]);
    expect(all.excluded.sheets).toHaveLength(9);
    expect(all.awards.places).toEqual({ proposed: 1, tied: 0, open: 1, vacant: 3 });
    expect(all.ranking.lines).toMatchObject([
      { applicant: "A2", standing: "open", ranks: { best: 1, worst: 2 } },
      { applicant: "A1", standing: "unscored", range: { least: { text: "0.00" }, greatest: { text: "1000.00" } } },
    ]);
    const own = nm.award.files["review-rules"] as object;
    const mean = { method: "mean" };
    const reviewRules = {
      ...own,
      stages: {
        material: { aggregation: mean },
        site: { weight: 6000, aggregation: mean, minSheets: 3 },
        presentation: { weight: 4000, aggregation: mean },
      },
    };
    const few = nm.ask({ asOf, held, sheets, reviewRules, interests: [{ reviewer: "R1", applicant: "A1" }] });
    expect(few.awards.places).toEqual({ proposed: 1, tied: 0, open: 1, vacant: 3 });
  });

  it("may be out of reach all the same: what a unit lacks cannot give it the points", () => {
    const sheets = everywhere(nm, { A1: 80, A2: 30 }).filter(
      ({ stage, applicant }) => stage !== "presentation" || applicant !== "A2",
    );
    const { awards } = nm.ask({ asOf, interests, held: stagesOf(nm), sheets });
    expect(awards.places).toEqual({ proposed: 1, tied: 0, open: 0, vacant: 4 });
    expect(awards.notProposed[0]?.says.en).toBe(
      "no score at presentation and questions, and once it has one between 180.00 and 580.00 points, rank 2, below the 600 points of the review rules: not proposed",
    );
  });

  it("are not open to a unit that was not visited", () => {
    const sheets = everywhere(nm, { A1: 80, A2: 60 }).filter(
      ({ stage, applicant }) => stage === "material" || applicant !== "A2",
    );
    const { awards, ranking } = nm.ask({ asOf, interests, held: stagesOf(nm), sheets });
    expect(awards.places).toEqual({ proposed: 1, tied: 0, open: 0, vacant: 4 });
    expect(ranking.lines[1]).toMatchObject({ applicant: "A2", standing: "without-sheets" });
  });

  it("follow from no sheets at all only once stages are said to be held", () => {
    expect(few.ask({ asOf, sheets: [] }).awards.places).toEqual({ proposed: 0, tied: 0, open: 2, vacant: 0 });
    const held = ["material", "site", "presentation"];
    expect(few.ask({ asOf, sheets: [], held }).awards.places).toEqual({ proposed: 0, tied: 0, open: 0, vacant: 2 });
  });
});

describe("art. 20", () => {
  it("scores by a reviewer with a declared interest are excluded and reported, and their values told to nobody", () => {
    const sheets = [
      ...everywhere(few, { A1: 2, A2: 2, A3: 1 }),
      ...few.selection.stages.map(({ name }) => even(few, name, "A3", "R4", 3)),
    ];
    const answer = few.ask({ asOf, sheets, interests: [{ reviewer: "R4", applicant: "A3" }] });
    expect(
      answer.excluded.sheets.map(({ stage, applicant, reviewer, provision }) => [stage, applicant, reviewer, provision]),
    ).toEqual([
      ["material", "A3", "R4", "art_20__sent_1"],
      ["site", "A3", "R4", "art_20__sent_1"],
      ["presentation", "A3", "R4", "art_20__sent_1"],
    ]);
    expect(answer.excluded.interests).toEqual([{ reviewer: "R4", applicant: "A3", sheets: 3 }]);
    expect(answer.stages[0]?.lines[2]).toMatchObject({ sheets: 3, excluded: 1, value: { over: "10", under: "3" } });
  });

  it("a reviewer who withdrew has no sheets: said, since an id may also be misspelt", () => {
    const sheets = everywhere(few, { A1: 2 });
    const answer = few.ask({ asOf, sheets, interests: [{ reviewer: "R9", applicant: "A1" }] });
    expect(answer.excluded.interests).toEqual([{ reviewer: "R9", applicant: "A1", sheets: 0 }]);
    expect(codes(answer)).toContain("interest-unmatched");
  });

  it("that nothing was said of interests is said", () => {
    const answer = few.ask({ asOf, sheets: everywhere(few, { A1: 2 }) });
    expect(answer.excluded.interests).toBeNull();
    expect(codes(answer)).toContain("interests-not-given");
  });

  it("an exclusion may leave too few sheets for a score", () => {
    const sheets = sheetsAt(nm, "material", { A1: 80, A2: 70 });
    const answer = nm.ask({ asOf, sheets, interests: [{ reviewer: "R3", applicant: "A1" }] });
    expect(standings(answer)).toEqual(["A2 in", "A1 unscored"]);
    expect(answer.shortlist?.lines[1]?.says.en).toBe("no score at material review: whether it goes on to on-site review is open");
    expect(answer.stages[0]).toMatchObject({ needs: 3 });
    expect(answer.stages[0]?.lines[0]?.says.en).toBe("2 sheets, 1 more excluded, but 3 needed: no score");
  });
});

describe("what a person must judge", () => {
  it("an applicant off the shortlist who was visited is ranked by the visit, and said to be so", () => {
    const material = sheetsAt(few, "material", { A1: 3, A2: 2, A3: 1 });
    const visits = everywhere(few, { A1: 1, A3: 3 }).filter(({ stage }) => stage !== "material");
    const answer = few.ask({ asOf, interests, sheets: [...material, ...visits] });
    expect(answer.notices.filter(({ applicants }) => applicants !== undefined)).toMatchObject([
      { code: "ranked-off-shortlist", applicants: ["A3"], provision: "art_14__item_1__sent_2" },
      { code: "shortlisted-without-sheets", applicants: ["A2"], provision: "art_14__item_1__sent_2" },
    ]);
    expect(ids(answer.awards.proposed)).toEqual(["A3", "A1"]);
    expect(answer.ranking.lines[2]).toMatchObject({ applicant: "A2", standing: "without-sheets" });
  });

  it("one tied at the shortlist's cut who was visited was let in by the office, which settles such ties", () => {
    const material = sheetsAt(few, "material", { A1: 3, A2: 2, A3: 2 });
    const visits = everywhere(few, { A1: 1, A3: 3 }).filter(({ stage }) => stage !== "material");
    const answer = few.ask({ asOf, interests, sheets: [...material, ...visits] });
    expect(answer.notices.find(({ code }) => code === "tie-settled-elsewhere")).toMatchObject({
      applicants: ["A3"],
      provision: "art_14__item_1__sent_2",
      says: { en: expect.stringMatching(/the .*\(office of the leading group\) is taken to have let them in$/) },
    });
  });

  it("a successor in force is said, and what is asked is still answered", () => {
    const answer = few.ask({ asOf: "2025-07-03", interests, sheets: [] });
    expect(codes(answer)[0]).toBe("superseded");
  });
});

describe("a stage", () => {
  it("tells how far its sheets lie apart, and whom to bring together", () => {
    const sheets = [60, 60, 65, 80].map((score, at) => even(nm, "site", "A1", `R${at + 1}`, score));
    const [line] = nm.ask({ asOf, interests, sheets }).stages[1]?.lines ?? [];
    expect(line).toMatchObject({
      value: { text: "662.50", over: "1325", under: "2" },
      spread: {
        least: { text: "600.00" },
        median: { text: "625.00" },
        greatest: { text: "800.00" },
        range: { text: "200.00" },
        standardDeviation: "94.65",
      },
      consensus: ["R4"],
    });
  });

  it("tells neither while a score is missing", () => {
    const sheets = [60, 80].map((score, at) => even(nm, "site", "A1", `R${at + 1}`, score, { "4.1.2": null }));
    const [line] = nm.ask({ asOf, interests, sheets }).stages[1]?.lines ?? [];
    expect(line).toMatchObject({
      value: null,
      spread: null,
      consensus: null,
      missing: [{ reviewer: "R1", clauses: ["4.1.2"] }, { reviewer: "R2" }],
    });
  });
});

describe("review rules that a caller gives", () => {
  it("are used and named by their digest", () => {
    const own = few.award.files["review-rules"] as object;
    const reviewRules = { ...own, illustrative: false, shortlist: { atLeast: 5 } };
    const answer = few.ask({ asOf, interests, reviewRules, sheets: sheetsAt(few, "material", { A1: 3, A2: 2, A3: 2, A4: 1 }) });
    expect(standings(answer)).toEqual(["A1 in", "A2 in", "A3 in", "A4 out"]);
    expect(answer.reviewRules).toMatchObject({ source: "given", illustrative: false });
    expect(answer.reviewRules.digest).not.toBe(few.ask({ asOf, sheets: [] }).reviewRules.digest);
    expect(codes(answer)).not.toContain("review-rules-illustrative");
  });
});
