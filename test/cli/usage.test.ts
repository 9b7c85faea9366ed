import { describe, expect, it } from "vitest";
import { KERNEL_VERSION } from "../../src/kernel/version.js";
import { MAIN, qak, run } from "./qak.js";

const COMMANDS = ["serve", "awards", "decide", "batch", "score", "select", "replay", "test", "explain-pack"];

describe("help", () => {
  it("names every command", async () => {
    const { code, stdout, stderr } = await qak(["--help"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const command of COMMANDS) expect(stdout).toContain(`\n  ${command} `);
  });

  it.each(COMMANDS)("of %s shows an example to type", async (command) => {
    const { code, stdout } = await qak([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\\n(?:.*\\n)*? +\\$ .*qak ${command}`));
    expect(await qak(["help", command])).toEqual({ code: 0, stdout, stderr: "" });
  });

  it.each([
    [],
    ...COMMANDS.map((command) => [command]),
  ])("of %s is Chinese for --lang zh and for a Chinese locale", async (...args) => {
    const { code, stdout, stderr } = await qak(["--lang", "zh", ...args, "--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(await qak([...args, "--help", "--lang", "zh"])).toEqual({ code: 0, stdout, stderr: "" });
    expect(await qak([...args, "--help"], { env: { LANG: "zh_CN.UTF-8" } })).toEqual({ code: 0, stdout, stderr: "" });
    expect(stdout).toMatch(/^用法：/);
    const [described = "", examples] = stdout.split("\n示例：\n");
    expect(examples).toContain("  $ qak");
    const items = described.split(/\n(?= {2}\S)/).slice(1);
    expect(items.length).toBeGreaterThan(1);
    for (const item of items) expect(item).toMatch(/\p{Script=Han}/u);
    expect(described).not.toMatch(/Usage|Options|Arguments|Commands|default|one of|\[options\]/);
  });

  it("that nobody reads to its end ends without a word", async () => {
    for (const args of ["--help", "score --help", "--version", "awards"]) {
      const command = `"${process.execPath}" "${MAIN}" ${args} | true`;
      expect(await run("sh", ["-c", `${command}; ${command}; ${command}`])).toEqual({ code: 0, stdout: "", stderr: "" });
    }
  });

  it("is what `qak` alone prints, on standard error, as bad input", async () => {
    const { code, stdout, stderr } = await qak([]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Usage: qak");
  });
});

it("--version prints the version", async () => {
  expect(await qak(["--version"])).toEqual({ code: 0, stdout: `${KERNEL_VERSION}\n`, stderr: "" });
});

describe("a command line that is wrong exits with 2 and says what to do", () => {
  it.each([
    { args: ["decid"], says: "✗ no such command `decid`: did you mean `decide`?\n" },
    { args: ["zzz"], says: "✗ no such command `zzz`: see `qak --help`\n" },
    { args: ["awards", "--jsn"], says: "✗ no such option `--jsn`: did you mean `--json`?\n" },
    { args: ["decide"], says: "✗ <award> is missing: see `qak decide --help`\n" },
    { args: ["awards", "x"], says: "✗ too many arguments: see `qak awards --help`\n" },
    { args: ["awards", "--rules"], says: "✗ `--rules <dir>` needs a value: see `qak awards --help`\n" },
    { args: ["awards", "--lang", "fr"], says: "✗ `fr` is no value for `--lang <language>`: write one of zh, en\n" },
    {
      args: ["serve", "--port", "99999"],
      says: "✗ `99999` is no value for `--port <number>`: write a whole number, 0 to 65535\n",
    },
    { args: ["awards", "--rules", "no-such-folder"], says: "✗ no-such-folder: no such file: check the path\n" },
  ])("$says", async ({ args, says }) => {
    expect(await qak(args)).toEqual({ code: 2, stdout: "", stderr: says });
  });

  it("in Chinese for --lang zh, and for a Chinese locale", async () => {
    const says = "✗ 没有选项 `--jsn`：是否为 `--json`？\n";
    expect((await qak(["awards", "--jsn", "--lang", "zh"])).stderr).toBe(says);
    expect((await qak(["awards", "--jsn"], { env: { LANG: "zh_CN.UTF-8" } })).stderr).toBe(says);
    expect((await qak(["awards", "--jsn"], { env: { LC_ALL: "zh_CN.UTF-8", LANG: "en_US.UTF-8" } })).stderr).toBe(says);
  });

  it("and names the command that was meant, wherever the language is asked for", async () => {
    expect((await qak(["--lang", "zh", "score", "--sheet"])).stderr).toBe("✗ `--sheet <name>` 缺少值：请看 `qak score --help`\n");
  });

  it("as JSON with --json", async () => {
    const { code, stderr } = await qak(["awards", "--jsn", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({
      errors: [{ code: "unknown-option", message: { zh: /是否为/, en: /did you mean/ } }],
    });
  });
});

it("--lang before a command holds for it, and one of its own goes before", async () => {
  const chinese = await qak(["awards", "--lang", "zh"]);
  expect(await qak(["--lang", "zh", "awards"])).toEqual(chinese);
  expect(await qak(["--lang", "en", "awards", "--lang", "zh"])).toEqual(chinese);
  expect((await qak(["awards"])).stdout).not.toBe(chinese.stdout);
});
