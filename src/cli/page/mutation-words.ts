/** What the slips are called that the audit of rules makes. */
import type { OperatorName } from "../../audit/mutation/operators.js";
import type { Text } from "../../kernel/text.js";

export const OPERATOR_WORDS: Readonly<Record<OperatorName, Text>> = {
  "threshold-raised": { zh: "界限提高", en: "a threshold raised" },
  "threshold-lowered": { zh: "界限降低", en: "a threshold lowered" },
  "comparison-strictness": { zh: "比较含不含界限", en: "a comparison strict, or no longer" },
  "comparison-direction": { zh: "比较方向相反", en: "a comparison in the other direction" },
  "comparison-contrary": { zh: "比较改为其反面", en: "a comparison by its contrary" },
  "connective-swapped": { zh: "“全部”与“任一”互换", en: "`all` for `any`, or the reverse" },
  "condition-dropped": { zh: "少一个条件", en: "a condition left out" },
  "negation-dropped": { zh: "去掉“非”", en: "a `not` left out" },
  "parameter-raised": { zh: "参数提高", en: "a parameter raised" },
  "parameter-lowered": { zh: "参数降低", en: "a parameter lowered" },
  "member-removed": { zh: "少一个可取的值", en: "a value fewer" },
  "member-added": { zh: "多一个可取的值", en: "a value more" },
  "window-later": { zh: "期间延长", en: "a period longer" },
  "window-earlier": { zh: "期间缩短", en: "a period shorter" },
  "fold-swapped": { zh: "汇总方式互换", en: "rows taken together the other way" },
  "where-dropped": { zh: "去掉筛选", en: "a filter of rows left out" },
  "select-swapped": { zh: "相邻两种情形互换", en: "two neighbouring cases swapped" },
  "consequence-removed": { zh: "少一项后果", en: "a consequence left out" },
  "consequence-added": { zh: "多一项后果", en: "a consequence more" },
  "outcome-swapped": { zh: "换成另一结论", en: "another outcome" },
  "effect-contrary": { zh: "得出结论的状态相反", en: "the outcome given on the other status" },
  "applies-when-dropped": { zh: "去掉适用条件", en: "a rule that applies to all" },
  "provision-swapped": { zh: "换成另一条款", en: "another provision" },
  "rule-dropped": { zh: "少一条规则", en: "a rule left out" },
  "weight-moved": { zh: "分值移到另一项", en: "points moved to another item" },
};
