export { closeWithdrawnCase, openCase, resumeCase } from './service-open.ts';
