import { expect, it } from 'vitest';
import { createTestDatabase } from '../../testing/database.ts';
import { Failure } from '../errors/index.ts';
import { problemOf } from './problem.ts';

createTestDatabase();

it('keeps the words of a refusal', () => {
  expect(problemOf(new Failure('cases.errors.changed', 'conflict', { days: 3 }), 'x')).toEqual({ key: 'cases.errors.changed', params: { days: 3 }, category: 'conflict' });
});

it('tells an outage of the database', () => {
  const error = Object.assign(new Error('boom'), { code: 'P1001' });
  expect(problemOf(error, 'x').key).toBe('common.errors.unavailable');
});

it('says nothing of an unexpected cause', () => {
  expect(problemOf(new Error('password=1'), 'x')).toEqual({ key: 'common.errors.unexpected', params: {}, category: 'unexpected' });
});
