import { expect, test } from "vitest";
import { AWARD, noTerminal, qakOnTerminal } from "./qak.js";

const cases = `rules/${AWARD}/cases/title-use.yaml`;
const audit = ["audit-rules", AWARD, "--cases", cases, "--no-proofs", "--no-mutation", "--min-coverage", "0"];

/** After so long, whatever the machine: at once, or never. */
const after = (ms: string) => ({ QAK_PROGRESS_AFTER_MS: ms });

test.skipIf(noTerminal() !== null).each([
  ["test", ["test", cases]],
  ["audit-rules", audit],
])("qak %s shows on a terminal how far it is, though it leaves no time for anything else", async (_, args) => {
  const { code, stdout } = await qakOnTerminal([...args, "--lang", "en"], after("0"));
  expect(code).toBe(0);
  expect(stdout).toMatch(/[━─]{24}.* \d+% · cases/);
  expect(stdout.lastIndexOf("✓")).toBeGreaterThan(stdout.lastIndexOf("% · cases"));
  expect((await qakOnTerminal([...args, "--lang", "en"], after("600000"))).stdout).not.toMatch(/[━─]{24}/);
});
