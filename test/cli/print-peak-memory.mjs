// Preloaded into the command under test: at its end, writes the most memory it ever held, in KiB, where PEAK_MEMORY_FILE says.
import { writeFileSync } from "node:fs";

process.on("exit", () => writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS)));
