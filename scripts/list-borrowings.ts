/**
 * Prints the Uzbek words of the shipped content whose Cyrillic spelling may need an entry in
 * `transliterate-exceptions.ts`, for a native reader: `npx tsx scripts/list-borrowings.ts [all]`.
 */
import { toCyrillic } from '../server/platform/i18n/transliterate.ts';
import { shippedUzbekTexts } from '../server/testing/shipped-texts.ts';

/** Letters of borrowings: where Latin drops ц, ь or ъ, or where e may be э. */
const suspicious = /ts|[^aeiou\u02BB]y[aeou]|f|[knp]si|[lr]$|[lr](?:ni|ning|ga|da|dan|lar|i)$|[aeiou]e|^s[ei]/;

const words = new Set(shippedUzbekTexts().flatMap((text) => text.match(/[A-Za-z\u02BB\u02BC]+/g) ?? []));
const shown = [...words].filter((word) => process.argv[2] === 'all' || suspicious.test(word.toLowerCase())).sort((a, b) => a.localeCompare(b));
for (const word of shown) console.log(`${word}\t${toCyrillic(word)}`);
console.log(`${shown.length} of ${words.size} words`);
