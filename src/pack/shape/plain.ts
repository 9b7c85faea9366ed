/**
 * The plain pieces of which the shapes of a pack are made, in zod.
 *
 * In `zod/mini`, that is: a third of the size, and unlike the whole of zod it compiles nothing with `new Function`. A page under
 * a strict policy would report even the try.
 *
 * What zod cannot word goes along as `params.problem` of a custom issue; `from-zod.ts` takes it out again.
 */
import * as z from "zod/mini";
import { parseDate } from "../../kernel/date.js";
import type { PackProblem } from "../problem.js";

export type Shape = z.ZodMiniType;

/** A member that may hold anything, or be left out. */
export const anything: Shape = z.optional(z.unknown());

/** A member that may be left out. */
export function optional(shape: Shape): Shape {
  return z.optional(shape);
}

/** An object of exactly these members. The message of its issues lists them, so that an unknown one can be told the nearest. */
export function object(members: Readonly<Record<string, Shape>>): Shape {
  const names = Object.keys(members);
  return z.strictObject(members, { error: () => names.join(" ") });
}

/** The problem of a value of the right plain type, if it has one. */
export function refined<T>(shape: z.ZodMiniType<T>, problemOf: (value: T) => PackProblem | null): Shape {
  return shape.check((context) => {
    const problem = problemOf(context.value);
    if (problem !== null) context.issues.push({ code: "custom", input: context.value, params: { problem } });
  });
}

export const text: Shape = refined(z.string(), (value) => (value.trim() === "" ? { code: "empty-text" } : null));

/** Wording in both languages. */
export const texts: Shape = object({ zh: text, en: text });

export const flag: Shape = z.boolean();

export const kebab: Shape = refined(z.string(), (found) =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(found) ? null : { code: "bad-name", found, expected: "kebab-case" },
);

export const camel: Shape = refined(z.string(), (found) =>
  /^[a-z][A-Za-z0-9]*$/.test(found) ? null : { code: "bad-name", found, expected: "camelCase" },
);

export const date: Shape = refined(z.string(), (found) =>
  parseDate(found) === null ? { code: "not-a-date", found, expected: "YYYY-MM-DD" } : null,
);

export const integer: Shape = z.int();

export const positive: Shape = refined(z.int(), (found) =>
  found < 1 ? { code: "out-of-range", found, expected: ">= 1" } : null,
);

/** A whole number between two bounds, both included. */
export function within(min: number, max: number): Shape {
  const expected = `${min}..${max}`;
  return refined(z.int(expected), (found) => (found < min || found > max ? { code: "out-of-range", found, expected } : null));
}

export function oneOf(...values: readonly string[]): Shape {
  return z.enum(values);
}

export function list(of: Shape, min = 0, max = Number.POSITIVE_INFINITY): Shape {
  return refined(z.array(of), ({ length }) => {
    if (length < min) return { code: "too-few", found: length, expected: `>= ${min}` };
    return length > max ? { code: "too-many", found: length, expected: `<= ${max}` } : null;
  });
}

/** Names, none of them twice. */
export function namesOnce(of: Shape, min: number): Shape {
  return (list(of, min) as z.ZodMiniType<readonly unknown[]>).check((context) => {
    context.value.forEach((found, index, names) => {
      if (names.indexOf(found) === index) return;
      const problem: PackProblem = { code: "duplicate-value", found };
      context.issues.push({ code: "custom", input: context.value, path: [index], params: { problem } });
    });
  });
}

export function has(value: unknown, member: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, member);
}

/** A record of values by name. */
export function record(of: Shape): Shape {
  return z.record(z.string(), of);
}

/** Either nothing or this. */
export function orNull(shape: Shape): Shape {
  return z.nullable(shape);
}

/** Defers a shape that holds itself. */
export function later(shape: () => Shape): Shape {
  return z.lazy(shape);
}

/**
 * One shape of several, chosen by looking at the value: unlike a union it reports what is wrong with the one that was meant.
 * @param pick the shape, or what is wrong with a value that has the form of none
 */
export function chosen(pick: (value: unknown) => Shape | PackProblem): Shape {
  return z.unknown().check((context) => {
    const picked = pick(context.value);
    if (!(picked instanceof z.ZodMiniType)) {
      context.issues.push({ code: "custom", input: context.value, params: { problem: picked } });
      return;
    }
    const result = picked.safeParse(context.value);
    for (const issue of result.error?.issues ?? []) {
      context.issues.push({ ...issue, input: context.value, path: [...issue.path] } as z.core.$ZodRawIssue);
    }
  });
}

/** One shape of several by the value of a member such as `op` or `type`. */
export function byMember(member: string, shapes: Readonly<Record<string, Shape>>): Shape {
  const head = z.looseObject({ [member]: oneOf(...Object.keys(shapes)) });
  return chosen((value) => {
    const kind = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[member] : undefined;
    return typeof kind === "string" && Object.hasOwn(shapes, kind) ? (shapes[kind] as Shape) : head;
  });
}
