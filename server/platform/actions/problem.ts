import { isDatabaseUnavailable } from '../db/unavailable.ts';
import { Failure, type FailureCategory, type FailureParams } from '../errors/index.ts';
import { logger } from '../log/index.ts';

/** What a form shows when its action was refused: a message key that exists in every language. */
export type ActionProblem = {
  key: string;
  params: FailureParams;
  category: FailureCategory | 'unexpected';
};

/** Words a person may see for any error. Unexpected ones are logged and say nothing of their cause. */
export function problemOf(error: unknown, action: string): ActionProblem {
  if (error instanceof Failure) return { key: error.key, params: error.params, category: error.category };
  if (isDatabaseUnavailable(error)) return { key: 'common.errors.unavailable', params: {}, category: 'unavailable' };
  logger().error({ err: error, action }, 'action failed');
  return { key: 'common.errors.unexpected', params: {}, category: 'unexpected' };
}
