/** Generates the database client if the schema changed: `npm run generate`. */
import { generate } from './lib/build.ts';

console.log((await generate()) ? 'database client generated' : 'database client is up to date');
