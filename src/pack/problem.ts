/** Everything that can be wrong with a pack, as data: one `PackProblem` for each kind, one `describe()` that words it. */
import type { Text } from "../kernel/model.js";
import { type CriteriaProblem, criteriaWordings } from "./problems/criteria.js";
import { type DecisionProblem, decisionWordings } from "./problems/decision.js";
import { type ExpressionProblem, expressionWordings } from "./problems/expression.js";
import { type LawProblem, lawWordings } from "./problems/law.js";
import { type LedgerProblem, ledgerWordings } from "./problems/ledger.js";
import { type NameProblem, nameWordings } from "./problems/name.js";
import { type ProcedureProblem, procedureWordings } from "./problems/procedure.js";
import { type PropertyProblem, propertyWordings } from "./problems/property.js";
import { type ReviewRulesProblem, reviewRulesWordings } from "./problems/review-rules.js";
import { type RuleProblem, ruleWordings } from "./problems/rule.js";
import { type SelectionProblem, selectionWordings } from "./problems/selection.js";
import { type ShapeProblem, shapeWordings } from "./problems/shape.js";
import { type TextProblem, textWordings } from "./problems/text.js";
import type { Wordings } from "./problems/wordings.js";

export type PackProblem =
  | TextProblem
  | ShapeProblem
  | LawProblem
  | NameProblem
  | DecisionProblem
  | ExpressionProblem
  | RuleProblem
  | CriteriaProblem
  | SelectionProblem
  | ReviewRulesProblem
  | ProcedureProblem
  | PropertyProblem
  | LedgerProblem;

const wordings: Wordings<PackProblem> = {
  ...textWordings,
  ...shapeWordings,
  ...lawWordings,
  ...nameWordings,
  ...decisionWordings,
  ...expressionWordings,
  ...ruleWordings,
  ...criteriaWordings,
  ...selectionWordings,
  ...reviewRulesWordings,
  ...procedureWordings,
  ...propertyWordings,
  ...ledgerWordings,
};

export const packProblemCodes = Object.keys(wordings) as readonly PackProblem["code"][];

export function describe(problem: PackProblem): Text {
  return (wordings[problem.code] as (problem: PackProblem) => Text)(problem);
}
