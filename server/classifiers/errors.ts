import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('classifiers', {
  notFound: 'notFound',
});
