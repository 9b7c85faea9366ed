/** The HTTP service, and a line to try it with. */
import { resolve } from "node:path";
import { type Examples, loadExamples } from "../../files/examples.js";
import { serve } from "../../http/serve.js";
import type { Award } from "../../kernel/award.js";
import type { Text } from "../../kernel/model.js";
import { KERNEL_VERSION } from "../../kernel/version.js";
import { type AwardsAtHand, awardsAtHand } from "../awards-at-hand.js";
import { BadInput, complaint } from "../complaint.js";
import { concealFromEnvironment } from "../conceal.js";
import { type KeepOptions, keepingFor } from "../keep.js";
import { rulesFolders, screenFor } from "../options.js";
import { columns } from "../page/sheet.js";
import { print } from "../print.js";
import { readsOf } from "../require-writable.js";
import { block, type Screen, say } from "../screen.js";

export interface ServeOptions extends KeepOptions {
  readonly port: number;
  readonly host: string;
}

export async function runServe(options: ServeOptions): Promise<void> {
  const conceal = concealFromEnvironment(options);
  const folders = rulesFolders(options);
  const atHand = await awardsAtHand(folders);
  const awards = new Map<string, Award>([...atHand].map(([id, { award }]) => [id, award]));
  const examplesOf = new Map((await Promise.all(folders.map(loadExamples))).flatMap((loaded) => [...loaded]));
  const { port, host: hostname } = options;
  const { keeper, close } = await keepingFor(options, readsOf(atHand));
  const server = await serve({ awards, examples: examplesOf, conceal, keeper, port, hostname }).catch((error: unknown) => {
    throw listenProblem(error, options);
  });
  const stopped = stopOnSignal(() => server.close());
  print(welcome(screenFor(process.stdout, options), atHand, examplesOf, server.address));
  await stopped;
  await close();
}

/** Requests under way are answered first; a second signal does not wait for them. */
function stopOnSignal(close: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const stop = () => {
      if (stopping) process.exit(0);
      stopping = true;
      close().then(resolve, reject);
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}

function welcome(screen: Screen, atHand: AwardsAtHand, examplesOf: Examples, address: string): readonly string[] {
  const { paint } = screen;
  const zh = screen.language === "zh";
  const question = firstExample(atHand, examplesOf);
  const packs = [...atHand.values()].map(({ award }) => [
    `  ${paint.bold(award.id)}`,
    `${say(screen, award.files.pack.title)} ${award.files.pack.documentNumber}`,
  ]);
  return [
    `${paint.green("●")} ${zh ? "正在监听" : "listening on"} ${paint.bold(paint.cyan(address))}  ${paint.dim(`qak ${KERNEL_VERSION}`)}`,
    ...block(screen, 2, `${zh ? "文档" : "documentation"} ${address}/docs`, { style: paint.dim }),
    "",
    ...(packs.length === 0 ? [zh ? "  没有奖项" : "  no awards"] : columns(packs)),
    ...(question === null ? [] : ["", paint.dim(zh ? "试一试：" : "try it:"), `  ${curl(address, question)}`]),
    "",
    paint.dim(zh ? "按 Ctrl-C 停止" : "Ctrl-C stops it"),
  ];
}

interface Example {
  readonly award: string;
  readonly decision: string;
  readonly file: string;
}

/** The first question that a pack keeps as `examples/<decision>.json`, in the order of its decisions. */
function firstExample(atHand: AwardsAtHand, examplesOf: Examples): Example | null {
  for (const { award, folder } of atHand.values()) {
    const kept = examplesOf.get(award.id);
    const decision = [...award.plans.keys()].find((name) => kept?.has(name));
    if (decision !== undefined) return { award: award.id, decision, file: resolve(folder, "examples", `${decision}.json`) };
  }
  return null;
}

/** To be pasted as it stands, wherever: one line, the question in its file. An address that means all of them is asked as this machine. */
function curl(address: string, { award, decision, file }: Example): string {
  const data = /^[\w./-]+$/.test(file) ? `@${file}` : quoted(`@${file}`);
  const base = address.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
  return `curl -s ${base}/v1/awards/${award}/decisions/${decision} -H "content-type: application/json" --data ${data}`;
}

/** One word to a shell; to that of Windows, which knows no single quotes, too. */
function quoted(word: string): string {
  return process.platform === "win32" ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}

const LISTEN_PROBLEMS: Readonly<Record<string, Text>> = {
  EADDRINUSE: { zh: "端口已被占用：请用 --port 换一个", en: "in use: choose another with --port" },
  EACCES: { zh: "无权使用此端口：请用 --port 换一个大于 1023 的", en: "not permitted: choose one above 1023 with --port" },
  EADDRNOTAVAIL: { zh: "本机没有这个地址：请更正 --host", en: "no address of this machine: correct --host" },
  ENOTFOUND: { zh: "本机没有这个地址：请更正 --host", en: "no address of this machine: correct --host" },
};

/** `serve` wraps what the system said. */
function listenProblem(error: unknown, { port, host }: ServeOptions): unknown {
  const { code = "" } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  const message = LISTEN_PROBLEMS[code];
  if (message === undefined) return error;
  return new BadInput([complaint(`listen-${code.toLowerCase()}`, message, { file: `${host}:${port}` })]);
}
