/** @param parts of 10 000 @returns `97.35 %`, exact; whole where it is */
export function percentOf(parts: number): string {
  const hundredths = parts % 100;
  return `${Math.floor(parts / 100)}${hundredths === 0 ? "" : `.${String(hundredths).padStart(2, "0")}`} %`;
}
