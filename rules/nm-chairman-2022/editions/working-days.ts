/** The working days of the product as it was built, for the scripts of this folder. */
import type { IsWorkingDay } from "./generate-2023-events.ts";

type Module = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

/** @throws Error where the product was not built: `npm run build` first */
export async function officialWorkingDays(): Promise<IsWorkingDay> {
  const [files, kernel, date] = await Promise.all(
    ["files/official-calendar", "kernel/official-calendar", "kernel/date"].map(built),
  );
  const calendar = await files?.["loadOfficialCalendar"]?.();
  return (text) => kernel?.["isWorkingDay"]?.(calendar, date?.["parseDate"]?.(text)) === true;
}

function built(name: string): Promise<Module> {
  return import(new URL(`../../../dist/${name}.js`, import.meta.url).href) as Promise<Module>;
}
