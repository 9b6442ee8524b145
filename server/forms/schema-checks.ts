import { fieldsOfCondition, type Condition } from './schema-conditions.ts';

type FieldShape = { id: string; kind: string; after?: string | undefined; when?: Condition | undefined; options?: readonly { value: string; when?: Condition | undefined }[]; pattern?: { regex: string } | undefined };
type PageShape = { id: string; title?: unknown; when?: Condition | undefined; fields: readonly FieldShape[] };
type SectionShape = { id: string; pages: readonly PageShape[] };

const choiceKinds = new Set(['radios', 'checkboxes', 'yesno']);

/** What is wrong with a form beyond its shape: for whoever writes it. */
export function definitionProblems(sections: readonly SectionShape[]): string[] {
  const pages = sections.flatMap((section) => section.pages);
  const fields = pages.flatMap((page) => page.fields);
  return [
    ...repeated('section', sections.map((section) => section.id)),
    ...repeated('page', pages.map((page) => page.id)),
    ...repeated('field', fields.map((field) => field.id)),
    ...reserved.filter((id) => pages.some((page) => page.id === id)).map((id) => `page "${id}": the name is taken`),
    ...fields.flatMap((field) => repeated(`option of ${field.id}`, (field.options ?? []).map((option) => option.value))),
    ...fields.flatMap((field) => (field.pattern && !compiles(field.pattern.regex) ? [`field "${field.id}": not a regular expression`] : [])),
    ...pages.flatMap(pageProblems),
    ...circularConditions(sections).map((loop) => `circular conditions: ${loop.join(' → ')}`),
    ...conditionProblems(pages),
  ];
}

/** Addresses beside the pages of a form. */
const reserved = ['check', 'tasks', 'conflict', 'delete', 'expired'];

function repeated(what: string, ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `${what} "${id}" is there twice`);
}

function compiles(regex: string): boolean {
  try {
    new RegExp(regex, 'u');
    return true;
  } catch {
    return false;
  }
}

function pageProblems(page: PageShape): string[] {
  const problems: string[] = [];
  if (page.fields.length > 1 && page.title === undefined) problems.push(`page "${page.id}": several fields need a title`);
  if (page.fields.length > 1 && page.fields.some((field) => field.kind === 'file')) problems.push(`page "${page.id}": files are asked for on a page of their own`);
  for (const field of page.fields) {
    if (field.when === undefined) continue;
    const sameHere = fieldsOfCondition(field.when).filter((id) => page.fields.some((other) => other.id === id));
    if (sameHere.length === 0) continue;
    // Without scripts only a choice can show or hide what depends on it.
    const [asked] = page.fields.filter((other) => other.id === sameHere[0]);
    if (!('equals' in field.when) || asked === undefined || !choiceKinds.has(asked.kind)) problems.push(`field "${field.id}": on its own page it may depend on one choice only`);
  }
  return problems;
}

/** Conditions may ask only about what was asked before; unknown and later fields are named. */
function conditionProblems(pages: readonly PageShape[]): string[] {
  const problems: string[] = [];
  const all = new Set(pages.flatMap((page) => page.fields.map((field) => field.id)));
  const asked = new Set<string>();
  const check = (what: string, condition: Condition | undefined) => {
    for (const id of condition ? fieldsOfCondition(condition) : []) {
      if (!all.has(id)) problems.push(`${what}: there is no field "${id}"`);
      else if (!asked.has(id)) problems.push(`${what}: "${id}" is asked later`);
    }
  };
  for (const page of pages) {
    check(`page "${page.id}"`, page.when);
    for (const field of page.fields) {
      check(`field "${field.id}"`, field.when);
      check(`field "${field.id}"`, field.after === undefined ? undefined : { field: field.after, answered: true });
      for (const option of field.options ?? []) check(`option "${option.value}" of "${field.id}"`, option.when);
      asked.add(field.id);
    }
  }
  return problems;
}

/** Loops of fields each shown by the answer to the next. */
export function circularConditions(sections: readonly SectionShape[]): string[][] {
  const needs = new Map<string, string[]>();
  for (const page of sections.flatMap((section) => section.pages)) {
    for (const field of page.fields) {
      const conditions = [page.when, field.when, ...(field.options ?? []).map((option) => option.when)];
      needs.set(field.id, conditions.flatMap((condition) => (condition ? fieldsOfCondition(condition) : [])));
    }
  }
  const loops: string[][] = [];
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    const start = path.indexOf(id);
    if (start >= 0) loops.push([...path.slice(start), id]);
    if (start >= 0 || done.has(id)) return;
    for (const next of needs.get(id) ?? []) visit(next, [...path, id]);
    done.add(id);
  };
  for (const id of needs.keys()) visit(id, []);
  return loops;
}
