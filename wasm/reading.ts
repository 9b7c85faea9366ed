/** The reading module: sheets from bytes, and what each comes to; `README.md` here is the contract. */
export { accumulate } from "./accumulate";
export { scan } from "./csv";
export { abiVersion, heapBase } from "./index";
export { rehash } from "./intern";
export { markSeen, moveSeen } from "./seen";
export { bounds, totals } from "./total";
