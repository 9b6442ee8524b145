/** Reading a FHIR CodeSystem (JSON, R4 and R5): https://hl7.org/fhir/codesystem.html. Pure. */
import { z } from 'zod';
import { parentsByPrefix } from './edition.ts';
import { itemSchema, type Item } from './schema.ts';

type Concept = { code: string; display?: string | undefined; designation?: { language?: string | undefined; value: string }[] | undefined; property?: { code: string; valueCode?: string | undefined; valueDateTime?: string | undefined }[] | undefined; concept?: Concept[] | undefined };

const conceptSchema: z.ZodType<Concept> = z.object({
  code: z.string(),
  display: z.string().optional(),
  designation: z.array(z.object({ language: z.string().optional(), value: z.string() })).optional(),
  property: z.array(z.object({ code: z.string(), valueCode: z.string().optional(), valueDateTime: z.string().optional() })).optional(),
  get concept() {
    return z.array(conceptSchema).optional();
  },
});

const codeSystemSchema = z.object({ resourceType: z.literal('CodeSystem'), language: z.string().optional(), concept: z.array(conceptSchema).min(1) });

/** `at` counts concepts in the order of the file, from 0. */
export type FhirProblem = { at: number; code: string; reason: 'codeInvalid' | 'nameMissing' | 'nameLong' };
export type FhirReading = { items: Item[]; problems: FhirProblem[] };

const locales: Record<string, keyof Item['name']> = { uz: 'uz', 'uz-latn': 'uz', 'uz-cyrl': 'uz-Cyrl', ru: 'ru', en: 'en' };

/**
 * The items of a code system, or null when the text is none. A concept's parent is the concept it stands in,
 * else its `parent` property; where a file has neither anywhere, the writing of the codes tells.
 */
export function readCodeSystem(text: string): FhirReading | null {
  const parsed = parse(text);
  if (!parsed) return null;
  const { concept, language = 'uz' } = parsed;
  const found = [...flatten(concept, null)];
  const flat = found.every(({ parent }) => parent === null);
  const prefixes = flat ? parentsByPrefix(found.map((one) => one.concept.code)) : null;
  const problems: FhirProblem[] = [];
  const items = found.flatMap(({ concept: one, parent }, at): Item[] => {
    const read = itemSchema.safeParse({ code: one.code.trim(), parent: prefixes?.get(one.code) ?? parent, name: nameOf(one, language), ...daysOf(one) });
    if (read.success) return [read.data];
    problems.push({ at, code: one.code, reason: reasonOf(read.error) });
    return [];
  });
  return { items, problems };
}

/** Concepts can stand in one another deeper than any stack. */
function parse(text: string): z.infer<typeof codeSystemSchema> | null {
  try {
    return codeSystemSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function reasonOf({ issues }: z.ZodError): FhirProblem['reason'] {
  if (issues.some(({ path }) => path[0] === 'code')) return 'codeInvalid';
  return issues.some(({ code }) => code === 'too_big') ? 'nameLong' : 'nameMissing';
}

/** Properties that FHIR itself defines: http://hl7.org/fhir/concept-properties. Only whole days say something here. */
function daysOf({ property = [] }: Concept): Pick<Item, 'validFrom' | 'validTo'> {
  const day = (name: string) => itemSchema.shape.validFrom.safeParse(property.find(({ code }) => code === name)?.valueDateTime?.slice(0, 10)).data;
  const [validFrom, validTo] = [day('effectiveDate'), day('retirementDate')];
  return { ...(validFrom !== undefined && { validFrom }), ...(validTo !== undefined && { validTo }) };
}

function* flatten(concepts: readonly Concept[], above: string | null): Generator<{ concept: Concept; parent: string | null }> {
  for (const concept of concepts) {
    yield { concept, parent: above ?? concept.property?.find(({ code }) => code === 'parent')?.valueCode ?? null };
    yield* flatten(concept.concept ?? [], concept.code);
  }
}

function nameOf({ display, designation = [] }: Concept, language: string): Partial<Item['name']> {
  const name: Partial<Item['name']> = {};
  for (const { language: given, value } of [{ language, value: display ?? '' }, ...designation]) {
    const locale = locales[given?.toLowerCase() ?? ''];
    if (locale && value.trim() !== '') name[locale] ??= value;
  }
  return name;
}
