/** Texts that are no log, or mean harm. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readXes } from "../../../src/files/xes/read-xes.js";
import { award } from "./award.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 20_000 : 500;

function codes(text: string): readonly string[] {
  const answer = readXes(text, award);
  return answer.ok ? [] : answer.errors.map(({ code }) => code);
}

describe("refused", () => {
  it.each([
    ["", "empty-input"],
    ["\ufeff \n", "empty-input"],
    ["{}", "bad-xml"],
    ["<log>", "bad-xml"],
    ["<log/><log/>", "bad-xml"],
    ["<log a='1' a='2'/>", "bad-xml"],
    ["<log a='&#0;'/>", "bad-xml"],
    ["<?xml version='1.1'?><log a='&#1;'/>", "bad-xml"],
    ["<log a='&lol;'/>", "bad-xml"],
    ["<log><y:trace/></log>", "bad-xml"],
    ["<log a='\ud83d'/>", "not-in-xml"],
    ["<html/>", "misplaced"],
    ["<?xml version='1.0' encoding='GBK'?><log/>", "other-encoding"],
    ["<?xml version='1.0' encoding='UTF-16'?><log/>", "other-encoding"],
    ["<!DOCTYPE log><log/>", "doctype"],
    ["<!DOCTYPE log SYSTEM 'file:///etc/passwd'><log/>", "doctype"],
  ])("%j: %s", (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it("are entities within entities, before any is expanded", () => {
    const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join("");
    expect(codes(`<!DOCTYPE log [<!ENTITY e0 "lol">${entities}]><log><string key="a" value="&e30;"/></log>`)).toEqual([
      "doctype",
    ]);
  });

  it("is what nests too deep, at once", () => {
    expect(codes(`<log>${'<string key="a" value="b">'.repeat(300_000)}`)).toEqual(["too-deep"]);
  });

  it("is a place of an error, with its line", () => {
    expect(readXes("<log>\n\n <trace>\n</log>", award)).toMatchObject({ errors: [{ line: 4, code: "bad-xml" }] });
  });

  it("are many errors, of which the first are listed", () => {
    const found = codes(`<log><trace><string key="concept:name" value="U"/>${"<event/>".repeat(20_000)}</trace></log>`);
    expect(found.length).toBe(1001);
    expect(found.at(-1)).toBe("more-errors");
  });
});

describe("read as they are", () => {
  it.each([
    "<log/>",
    "\ufeff<log/>",
    "<?xml version='1.0' encoding='utf-8'?><log/>",
    "<log><!-- <!DOCTYPE x> --><?pi?></log>",
  ])("%j", (text) => {
    expect(readXes(text, award)).toMatchObject({ ok: true, log: { edition: {}, applicants: [], events: [] } });
  });

  it("are names that objects have of themselves", () => {
    const text = '<log><string key="qak:edition.__proto__" value="a"/><string key="constructor" value="b"/></log>';
    expect(codes(text)).toEqual(["unknown-attribute"]);
    const answer = readXes(text, award, { ignore: ["constructor"] });
    expect(JSON.stringify(answer)).toContain('{"edition":{"__proto__":"a"}');
  });

  it("is anything at all, without a throw", () => {
    const pieces = [
      "<log>",
      "</log>",
      "<trace>",
      "</trace>",
      "<event>",
      "</event>",
      "<list key='a'>",
      "</list>",
      "<values>",
      "</values>",
      "<string key='concept:name' value='award'/>",
      "<int key='qak:place' value='0'/>",
      "<",
      "&",
      "]]>",
      "<![CDATA[x]]>",
      "质",
      "\ud83d",
      " ",
    ];
    const anyPieces = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 20 });
    fc.assert(
      fc.property(anyPieces, fc.boolean(), (parts, isLog) => {
        const text = parts.join("");
        expect(typeof readXes(isLog ? `<log>${text}</log>` : text, award).ok).toBe("boolean");
      }),
      { numRuns },
    );
  });
});
