import { describe, expect, it } from "vitest";
import { parseYaml } from "../../src/files/parse-yaml.js";

describe("parseYaml()", () => {
  it("leaves a date the text it is, and reads JSON as it is", () => {
    expect(read("on: 2018-05-10\nyes: no")).toEqual({ on: "2018-05-10", yes: "no" });
    expect(read('{ "a": [1, true, null, "x"] }')).toEqual({ a: [1, true, null, "x"] });
  });

  it("knows the line of every pointer, and of the nearest thing around one that leads nowhere", () => {
    const parsed = parseYaml("a: 1\nlist:\n  - x: 1\n  - x: 2\n    'y/~z': 3\n");
    const lineOf = parsed.ok ? parsed.lineOf : () => 0;
    expect(["", "/a", "/list", "/list/1", "/list/1/x", "/list/1/y~1~0z", "/list/1/none", "/none"].map(lineOf)).toEqual([
      1, 1, 2, 4, 4, 5, 4, 1,
    ]);
  });

  it.each([
    { name: "nothing", text: "", code: "empty-input" },
    { name: "a key twice", text: "a: 1\nb: 2\na: 3", code: "duplicate-key" },
    { name: "an open bracket", text: "a: [1,", code: "bad-yaml" },
    { name: "two documents", text: "a: 1\n---\nb: 2", code: "bad-yaml" },
    { name: "a tag of its own", text: "a: !secret 1", code: "bad-yaml" },
    { name: "an anchor that is nowhere", text: "a: *b", code: "bad-yaml" },
    { name: "aliases that multiply", text: bomb(), code: "bad-yaml" },
    { name: "nesting without end", text: "[".repeat(100_000), code: "bad-yaml" },
  ])("refuses $name", ({ text, code }) => {
    const parsed = parseYaml(text);
    expect(parsed.ok ? [] : parsed.errors.map((error) => error.code)).toEqual([code]);
  });

  it("refuses numbers that would become others, each where it stands, and keeps those that would not", () => {
    const parsed = parseYaml(
      "a: 9007199254740993\nlist:\n  - x/y: 5.0000000000000000001\n  - [1e400, .inf, 0x20000000000001, 3]\n",
    );
    expect(parsed.ok ? [] : parsed.errors.map(({ pointer, code, found }) => [pointer, code, found])).toEqual([
      ["/a", "rounded-number", "9007199254740993"],
      ["/list/0/x~1y", "rounded-number", "5.0000000000000000001"],
      ["/list/1/0", "rounded-number", "1e400"],
      ["/list/1/1", "rounded-number", ".inf"],
      ["/list/1/2", "rounded-number", "0x20000000000001"],
    ]);
    const kept = "[1.0, +1e2, .5, 5., 007, 0x1F, 0o17, -0, '9007199254740993']";
    expect(read(kept)).toEqual([1, 100, 0.5, 5, 7, 31, 15, -0, "9007199254740993"]);
  });

  it("quotes the parser's reason where it speaks Chinese", () => {
    const parsed = parseYaml("a: *b");
    expect(parsed.ok ? [] : parsed.errors.map(({ message }) => message.zh)).toEqual([
      "第 1 行第 1 列不是合法的 YAML（解析器原话：“Unresolved alias (the anchor must be set before the alias): b”）：请在此处更正",
    ]);
  });
});

function read(text: string): unknown {
  const parsed = parseYaml(text);
  return parsed.ok ? parsed.value : parsed.errors;
}

/** Nine lines that stand for 9 to the ninth values. */
function bomb(): string {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 9; level++)
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(", ")}]`,
    );
  return lines.join("\n");
}
