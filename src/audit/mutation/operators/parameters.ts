/** A number that the law fixes, one more or one less. */
import { placeIn } from "../../../pack/place.js";
import { type MutationOperator, replaced } from "../mutant.js";

export const parameters: MutationOperator = function* (files) {
  for (const [index, { value, provision }] of files.parameters.parameters.entries()) {
    if (typeof value !== "number") continue;
    const found = { place: placeIn("parameters.json", "parameters", index, "value"), provision };
    yield replaced(files, "parameter-raised", found, value + 1);
    yield replaced(files, "parameter-lowered", found, value - 1);
  }
};
