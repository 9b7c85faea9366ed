/** `qak serve`: the HTTP service, and a line to try it with. */
import { Command, InvalidArgumentError } from "commander";
import { addExamples, type Say } from "./help.js";
import { withKeepOption } from "./keep-option.js";
import { KEY_NOTE } from "./key-note.js";
import { withCommonOptions } from "./options.js";
import type { ServeOptions } from "./run/serve.js";

export function serveCommand(say: Say): Command {
  const command = withKeepOption(withCommonOptions(new Command("serve"), say), say)
    .summary(say({ zh: "以 HTTP 提供服务", en: "answer over HTTP" }))
    .description(say({ zh: "以 HTTP 提供服务，直到被要求停止", en: "answer over HTTP until told to stop" }))
    .option(
      "--port <number>",
      say({ zh: "监听的端口；0 为任一空闲端口", en: "port to listen on; 0 takes a free one" }),
      readPort,
      8787,
    )
    .option("--host <address>", say({ zh: "监听的地址", en: "address to listen on" }), "127.0.0.1")
    .action(async (options: ServeOptions) => {
      const { runServe } = await import("./run/serve.js");
      await runServe(options);
    });
  const examples = [
    "qak serve",
    "qak serve --port 0",
    "qak serve --keep decisions.ndjson",
    "qak serve --host 0.0.0.0 --port 80 --rules ./rules",
  ];
  return addExamples(command, say, examples, [KEY_NOTE]);
}

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError("write a whole number, 0 to 65535");
}
