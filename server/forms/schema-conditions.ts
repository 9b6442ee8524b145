import { z } from 'zod';

/** When a page, a field or an option is shown, by the answers given before it. */
export type Condition =
  | { field: string; equals: string }
  | { field: string; in: string[] }
  | { field: string; answered: true }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const field = z.string().min(1).max(60);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field, equals: z.string() }),
    z.strictObject({ field, in: z.array(z.string()).min(1) }),
    z.strictObject({ field, answered: z.literal(true) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** Fields that a condition asks about. */
export function fieldsOfCondition(condition: Condition): string[] {
  if ('field' in condition) return [condition.field];
  if ('not' in condition) return fieldsOfCondition(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(fieldsOfCondition);
}

/** Whether a condition holds. Among several ticked boxes one that fits is enough. */
export function holds(condition: Condition | undefined, answers: Readonly<Record<string, string | readonly string[]>>): boolean {
  if (condition === undefined) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const answer = Object.hasOwn(answers, condition.field) ? answers[condition.field] : undefined;
  const given = answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer;
  if ('answered' in condition) return given.some((value) => value !== '');
  if ('in' in condition) return given.some((value) => condition.in.includes(value));
  return given.includes(condition.equals);
}
