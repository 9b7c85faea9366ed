/** Prints what was measured, losses as plainly as gains, and writes it down. */
import { writeFile } from "node:fs/promises";

const RESULTS = new URL("./results.json", import.meta.url);

/** @param {{ machine: object, peers: object, ratios: object, alone: object, notes: object }} results */
export function print({ machine, peers, ratios, alone, notes }) {
  const { cpu, cores, memory, node, os } = machine;
  const versions = Object.entries(peers).map(([peer, version]) => `${peer} ${version}`);
  const out = [`${cpu}, ${cores} cores, ${memory}, node ${node}, ${os}`, versions.join(", ")];
  const measured = Object.entries(ratios).filter(([, { value }]) => value !== null);
  if (measured.length > 0) out.push("", ...ratioTable(measured));
  for (const [name, { value, why }] of Object.entries(ratios)) if (value === null) out.push(`${name}: NOT MEASURED: ${why}`);
  for (const [family, rows] of Object.entries(alone)) {
    if (Object.keys(rows).length > 0) out.push("", `${family}: microseconds each, no peer`, ...aloneTable(rows));
  }
  out.push("", ...Object.values(notes).flatMap((texts) => texts.map((text) => `- ${text}`)));
  process.stdout.write(`${out.join("\n")}\n`);
}

export async function write(results) {
  await writeFile(RESULTS, `${JSON.stringify(results, rounded, 2)}\n`);
}

function ratioTable(entries) {
  return table(
    ["", "ratio", "min-max", "by cpu", "goal", "", "ours, us", "min-max", "theirs, us", "min-max"],
    entries.map(([name, { value, min, max, byCpu, goal, atMost, unit, ours, theirs }]) => [
      name,
      `${short(value)}${unit}`,
      ...(ours === undefined ? ["", ""] : [`${short(min)}-${short(max)}`, `${short(byCpu)}${unit}`]),
      goal === null ? "none" : `${atMost ? "at most " : ""}${goal}${unit}`,
      verdictOf(value, goal, atMost),
      ...(ours === undefined ? ["", "", "", ""] : [...timesOf(ours), ...timesOf(theirs)]),
    ]),
  );
}

function aloneTable(rows) {
  return table(
    ["", "items", "mean", "min-max", "cpu", "a second", "median item", "p99 item", "slowest item"],
    Object.entries(rows).map(([name, { items, us, min, max, cpuUs, perSecond, spread }]) => [
      name,
      String(items),
      short(us),
      `${short(min)}-${short(max)}`,
      short(cpuUs),
      String(perSecond),
      short(spread.median),
      short(spread.p99),
      short(spread.max),
    ]),
  );
}

function timesOf({ us, min, max }) {
  return [short(us), `${short(min)}-${short(max)}`];
}

/** A ratio below 1 is a loss, whatever was hoped for; of some figures less is better. */
function verdictOf(value, goal, atMost = false) {
  if (atMost) return value <= goal ? "met" : "MISSED";
  if (goal !== null && goal < 1 && value >= goal) return "met";
  if (value < 1) return "LOSS";
  if (goal === null) return "";
  return value >= goal ? "met" : "MISSED";
}

/** Three significant digits. */
function short(value) {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

function rounded(_key, value) {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])));
  return [head, ...rows].map((row) => line(row).join("  ").trimEnd());
}
