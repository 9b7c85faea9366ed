/** Where bad cells are told: a line each on standard error as they come, or in a file; on a terminal the first of them, at the end. */
import { type PlacedFault, placeInWords } from "../files/sheets/place.js";
import { visible } from "../files/visible.js";
import { LineWriter } from "./line-writer.js";
import { outputTo } from "./output-to.js";
import { block, type Screen, say } from "./screen.js";
import { count } from "./tally.js";

/** Told on a terminal. */
const FIRST = 20;

export interface FaultSink {
  readonly count: number;
  add(faults: readonly PlacedFault[]): Promise<void>;
  /** Everything told. */
  end(): Promise<void>;
}

/**
 * @param name of the file that is read
 * @param path of the file that faults are written to, if any
 */
export async function faultSink(screen: Screen, name: string, path: string | undefined): Promise<FaultSink> {
  const onTerminal = path === undefined && process.stderr.isTTY === true;
  const writer = onTerminal ? null : new LineWriter(path === undefined ? process.stderr : await outputTo(path));
  const kept: PlacedFault[] = [];
  let told = 0;
  return {
    get count() {
      return told;
    },
    async add(faults) {
      told += faults.length;
      if (writer === null) kept.push(...faults.slice(0, Math.max(0, FIRST - kept.length)));
      else
        for (const fault of faults)
          await writer.write(path === undefined ? faultLine(screen, name, fault) : JSON.stringify(fault));
    },
    async end() {
      if (writer !== null) await (path === undefined ? writer.flush() : writer.end());
      const lines = kept.flatMap((fault) =>
        block(screen, 2, faultText(screen, name, fault), { first: `${screen.paint.red("✗")} ` }),
      );
      if (told > kept.length && writer === null) lines.push(`  ${screen.paint.dim(more(screen, told - kept.length))}`);
      if (lines.length > 0) process.stderr.write(`${lines.join("\n")}\n`);
    },
  };
}

function faultLine(screen: Screen, name: string, fault: PlacedFault): string {
  return `${screen.paint.red("✗")} ${faultText(screen, name, fault)}`;
}

function faultText(screen: Screen, name: string, fault: PlacedFault): string {
  const place = visible(`${name} ${say(screen, placeInWords(fault))}`);
  return `${screen.paint.bold(place)}${screen.language === "zh" ? "：" : ": "}${visible(say(screen, fault.message))}`;
}

function more({ language }: Screen, left: number): string {
  return language === "zh"
    ? `另有 ${count(left)} 处：加 --faults faults.ndjson 可全部列出`
    : `${count(left)} more: all of them with --faults faults.ndjson`;
}
