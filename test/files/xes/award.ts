/** The award whose cases are written and read. */
import { loadPackFolder } from "../../../src/files/read-pack.js";

export const award = await loadPackFolder("rules/nm-chairman-2022");
