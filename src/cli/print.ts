/** Lines to standard output; a reader that has seen enough, `| head`, ends nothing with an error. */

let guarded = false;

export function print(lines: readonly string[]): void {
  write(`${lines.join("\n")}\n`);
}

export function printJson(value: unknown): void {
  write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Text as it is. */
export function write(text: string): void {
  if (!guarded) {
    guarded = true;
    process.stdout.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  process.stdout.write(text);
}
