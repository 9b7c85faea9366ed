/** `qak serve`: the HTTP service, and a line to try it with. */
import { Command, InvalidArgumentError } from "commander";
import { examples, withCommonOptions } from "./options.js";
import type { ServeOptions } from "./run/serve.js";

export function serveCommand(): Command {
  return withCommonOptions(new Command("serve"))
    .summary("answer over HTTP")
    .description("answer over HTTP until told to stop")
    .option("--port <number>", "port to listen on; 0 takes a free one", readPort, 8787)
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .addHelpText("after", examples("qak serve", "qak serve --port 0", "qak serve --host 0.0.0.0 --port 80 --rules ./rules"))
    .action(async (options: ServeOptions) => {
      const { runServe } = await import("./run/serve.js");
      await runServe(options);
    });
}

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError("write a whole number, 0 to 65535");
}
