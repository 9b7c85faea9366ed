/** Evaluators a question may ask for, the usual one first. */
export const ENGINES = ["compiled", "reference"] as const;
