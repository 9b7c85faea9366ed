/** json-rules-engine prints every fact it is given to the console where `DEBUG` names it. Facts are confidential: no host lets it. */

const ENGINE = "json-rules-engine";
const SAYS = `已从 DEBUG 中去掉 ${ENGINE}：它会打印每一项事实 / ${ENGINE} is left out of DEBUG: it would print every fact`;

/**
 * Takes what names the engine out of `DEBUG`, and says so in one line.
 * INVARIANT: called before the first decision by the engine, which looks at `DEBUG` once, when it is loaded.
 */
export function keepFactsOffConsole(): void {
  const asked = process.env["DEBUG"];
  if (!asked?.includes(ENGINE)) return;
  const kept = asked.split(/[\s,]+/).filter((pattern) => !pattern.includes(ENGINE));
  process.env["DEBUG"] = kept.join(",");
  process.stderr.write(`${SAYS}\n`);
}
