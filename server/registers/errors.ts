import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('registers', { forbidden: 'forbidden', invalidIdentifier: 'invalid' });
