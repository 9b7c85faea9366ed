/** What is answered where no decision can be: `application/problem+json` (RFC 9457), everything wrong at once, in both languages. */
import type { Failure } from "../kernel/failure.js";
import type { Text } from "../kernel/model.js";
import { NO_STORE } from "./headers.js";
import { inOrder, languageHeaders, preferredLanguage } from "./language.js";

export interface ProblemKind {
  readonly status: number;
  readonly title: Text;
}

/** Every kind there is; `/docs` describes each, and a problem's `type` leads there. */
export const PROBLEMS = {
  "bad-request": { status: 400, title: { zh: "请求无法读取", en: "request cannot be read" } },
  "unreadable-body": { status: 400, title: { zh: "正文无法读取", en: "body cannot be read" } },
  "unknown-route": { status: 404, title: { zh: "没有此路径", en: "no such path" } },
  "unknown-award": { status: 404, title: { zh: "没有此奖项", en: "no such award" } },
  "unknown-decision": { status: 404, title: { zh: "没有此判定事项", en: "no such decision" } },
  "absent-part": { status: 404, title: { zh: "该奖项没有此部分", en: "no such part of this award" } },
  "method-not-allowed": { status: 405, title: { zh: "此路径不接受该方法", en: "method not allowed here" } },
  "not-acceptable": { status: 406, title: { zh: "不能以所要的类型应答", en: "cannot be answered in that type" } },
  "body-too-large": { status: 413, title: { zh: "正文过大", en: "body too large" } },
  "unsupported-media-type": { status: 415, title: { zh: "不接受此内容类型", en: "media type not supported" } },
  "invalid-question": { status: 422, title: { zh: "问题有误，未作判定", en: "question is wrong, nothing is decided" } },
  "internal-error": { status: 500, title: { zh: "系统出错", en: "the system failed" } },
} as const satisfies Record<string, ProblemKind>;

export type ProblemName = keyof typeof PROBLEMS;

/** The JSON of a problem. */
export interface Problem {
  /** Where the kind is described, relative to this service. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Path of the request. */
  readonly instance?: string;
  readonly errors: readonly ProblemError[];
}

/** As a `Failure`, with codes of what is read here and elsewhere than in the kernel. */
export type ProblemError = Omit<Failure, "code"> & {
  readonly code: string;
  /** From 1, of a body in lines: the pointer then leads into what stands on it. */
  readonly line?: number;
};

/** Thrown where a request is refused; the app answers it as a problem. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly kind: ProblemName,
    readonly detail: Text,
    readonly errors: readonly ProblemError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(kind);
  }
}

/** A refusal whose one failure says it all. */
export function refusalOf(kind: ProblemName, failure: Failure): Refusal {
  return new Refusal(kind, failure.message, [failure]);
}

export function problemResponse(
  { kind, detail, errors, headers }: Pick<Refusal, "kind" | "detail" | "errors" | "headers">,
  request: { readonly path?: string; readonly acceptLanguage?: string | null | undefined },
): Response {
  const { status, title } = PROBLEMS[kind];
  const first = preferredLanguage(request.acceptLanguage);
  const problem: Problem = {
    type: `/docs#problem-${kind}`,
    title: inOrder(title, first),
    status,
    detail: inOrder(detail, first),
    ...(request.path === undefined ? {} : { instance: request.path }),
    errors,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...NO_STORE, "content-type": "application/problem+json", ...languageHeaders(first), ...headers },
  });
}
