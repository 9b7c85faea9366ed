/** Options of an audit of rules of which one drops what the other asks for. */
import type { Text } from "../kernel/model.js";
import { type Complaint, complaint } from "./complaint.js";

interface Asked {
  readonly mutation: boolean;
  readonly proofs: boolean;
  readonly property?: readonly string[];
  readonly sample?: number;
  readonly counterexamples?: string;
}

/** @returns one for each option that would ask for nothing */
export function contradictionsIn({ mutation, proofs, property, sample, counterexamples }: Asked): readonly Complaint[] {
  return [
    ...(!proofs && property !== undefined ? [complaint("contradiction", NO_PROOF, { file: "--property" })] : []),
    ...(!proofs && counterexamples !== undefined
      ? [complaint("contradiction", NO_COUNTEREXAMPLE, { file: "--counterexamples" })]
      : []),
    ...(!mutation && sample !== undefined ? [complaint("contradiction", NO_CHANGE, { file: "--sample" })] : []),
  ];
}

const NO_PROOF: Text = {
  zh: "什么也不证明：请去掉 --no-proofs，或者去掉 --property",
  en: "nothing is proved: leave --no-proofs out, or leave --property out",
};

const NO_COUNTEREXAMPLE: Text = {
  zh: "不作证明就没有反例：请去掉 --no-proofs，或者去掉 --counterexamples",
  en: "without proofs there are no counterexamples: leave --no-proofs out, or leave --counterexamples out",
};

const NO_CHANGE: Text = {
  zh: "规则一处也不改动：请去掉 --no-mutation，或者去掉 --sample",
  en: "no rules are changed: leave --no-mutation out, or leave --sample out",
};
