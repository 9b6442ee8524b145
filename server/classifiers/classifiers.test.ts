import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from './difference.ts';
import { parentsByPrefix, problemsOf } from './edition.ts';
import { readCodeSystem } from './reading-fhir.ts';
import type { Item } from './schema.ts';

const item = (code: string, uz: string, parent: string | null = null): Item => ({ code, parent, name: { uz } });

/** Editions without problems: unique codes, and parents that stand before. */
const editions = fc.uniqueArray(fc.record({ code: fc.stringMatching(/^[0-9]{1,4}$/), uz: fc.stringMatching(/^[a-z]{1,3}$/), above: fc.nat() }), { selector: ({ code }) => code, maxLength: 30 }).map((rows) =>
  rows.map(({ code, uz, above }, at) => item(code, uz, at === 0 || above % 3 === 0 ? null : (rows[above % at]?.code ?? null))),
);

describe('an edition', () => {
  it.each<[string, Item[], unknown[]]>([
    ['is fine', [item('1', 'a'), item('11', 'b', '1')], []],
    ['names a code twice', [item('1', 'a'), item('2', 'b'), item('1', 'c')], [{ kind: 'duplicate', code: '1', first: 0, second: 2 }]],
    ['hangs in the air', [item('1', 'a', '9')], [{ kind: 'unknownParent', code: '1', at: 0, parent: '9' }]],
    ['stands in itself', [item('1', 'a', '2'), item('2', 'b', '3'), item('3', 'c', '2')], [{ kind: 'cycle', codes: ['2', '3'] }]],
  ])('that %s', (_, items, problems) => {
    expect(problemsOf(items)).toEqual(problems);
  });

  it('made well has no problems, and every parent by prefix begins the code', () => {
    fc.assert(fc.property(editions, (items) => problemsOf(items).length === 0));
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9]{1,6}$/)), (codes) => {
        for (const [code, parent] of parentsByPrefix(codes)) if (parent !== null) expect(code.startsWith(parent) && code !== parent).toBe(true);
      }),
    );
  });
});

describe('the difference of two editions', () => {
  it('names what was added, removed, renamed and moved', () => {
    const before = [item('1', 'Bir'), item('2', 'Ikki'), item('11', 'Oʻn bir', '1'), item('12', 'Oʻn ikki', '1')];
    const after = [{ ...item('1', 'Bir'), validTo: '2026-12-31' }, item('2', 'Ikkinchi'), item('11', "O'n  bir", '2'), item('13', 'Oʻn uch', '1')];
    expect(differenceOf(before, after)).toEqual({
      added: [after[3]],
      removed: [before[3]],
      renamed: [{ code: '2', before: { uz: 'Ikki' }, after: { uz: 'Ikkinchi' } }],
      moved: [{ item: after[2], from: '1', to: '2' }],
      redated: [{ before: before[0], after: after[0] }],
    });
  });

  it('sees no renaming in another writing or one more language', () => {
    expect(differenceOf([item('1', 'Oʻzbekiston')], [{ ...item('1', 'O‘zbekiston'), name: { uz: 'O‘zbekiston', ru: 'Узбекистан' } }]).renamed).toEqual([]);
  });

  it('is empty between an edition and itself, and turns round with the editions', () => {
    fc.assert(
      fc.property(editions, editions, (a, b) => {
        expect(differenceOf(a, a)).toEqual({ added: [], removed: [], renamed: [], moved: [], redated: [] });
        const [there, back] = [differenceOf(a, b), differenceOf(b, a)];
        const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code).toSorted();
        expect(codes(there.added)).toEqual(codes(back.removed));
        expect(codes(there.renamed)).toEqual(codes(back.renamed));
        expect(there.moved.map(({ item: { code }, from, to }) => `${code} ${from} ${to}`).toSorted()).toEqual(back.moved.map(({ item: { code }, from, to }) => `${code} ${to} ${from}`).toSorted());
        expect(codes([...a.filter(({ code }) => !there.removed.some((one) => one.code === code)), ...there.added])).toEqual(codes(b));
      }),
    );
  });
});

describe('a FHIR code system', () => {
  it('is read with what stands in what, in every language', () => {
    const text = JSON.stringify({ resourceType: 'CodeSystem', concept: [{ code: 'A', display: 'Harf', designation: [{ language: 'ru', value: 'Буква' }, { language: 'fr', value: 'Lettre' }], concept: [{ code: 'A1', display: 'Kichik' }] }, { code: 'B', display: ' ' }, { code: 'b c', display: 'x' }] });
    expect(readCodeSystem(text)).toEqual({
      items: [{ code: 'A', parent: null, name: { uz: 'Harf', ru: 'Буква' } }, { code: 'A1', parent: 'A', name: { uz: 'Kichik' } }],
      problems: [{ at: 2, code: 'B', reason: 'nameMissing' }, { at: 3, code: 'b c', reason: 'codeInvalid' }],
    });
    expect(readCodeSystem(JSON.stringify({ resourceType: 'CodeSystem', concept: [{ code: 'x', display: 'X' }, { code: 'y', display: 'Y', property: [{ code: 'parent', valueCode: 'x' }, { code: 'effectiveDate', valueDateTime: '2021-05-01T00:00:00Z' }, { code: 'retirementDate', valueDateTime: '2024' }] }] }))?.items[1]).toEqual({ code: 'y', parent: 'x', name: { uz: 'Y' }, validFrom: '2021-05-01' });
  });

  it.each(['', '{', '[]', 'null', '{"resourceType":"Patient"}', '{"resourceType":"CodeSystem","concept":[]}', '{"resourceType":"CodeSystem","concept":[{"code":1}]}'])('is not %j', (text) => {
    expect(readCodeSystem(text)).toBeNull();
  });
});

const data = resolve(import.meta.dirname, '../../../shared/data/soato');
const given = existsSync(data);

describe.skipIf(!given)(`real editions of SOATO${given ? '' : ' (skipped: the data is not beside the project)'}`, () => {
  type Row = { fields: { soato: string; name: string; name_cyr: string; name_rus: string } };
  const codeSystem = () => readCodeSystem(readFileSync(resolve(data, 'CodeSystem-regions-cs.json'), 'utf8'));
  const edition2021 = () => {
    const rows = JSON.parse(readFileSync(resolve(data, 'soato-2021.json'), 'utf8')) as Row[];
    const parents = parentsByPrefix(rows.map(({ fields }) => fields.soato));
    return rows.map(({ fields }): Item => ({ code: fields.soato, parent: parents.get(fields.soato) ?? null, name: { uz: fields.name, 'uz-Cyrl': fields.name_cyr, ru: fields.name_rus } }));
  };

  it('are whole: every territory stands in another, up to the republic', () => {
    const read = codeSystem();
    expect(read?.problems).toEqual([]);
    expect(read?.items).toHaveLength(3_305);
    for (const items of [read?.items ?? [], edition2021()]) {
      expect(problemsOf(items)).toEqual([]);
      expect(items.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual(['17']);
    }
  });

  it('differ by the territories that came and went', () => {
    const before = edition2021();
    const after = codeSystem()?.items ?? [];
    const { added, removed, renamed, moved } = differenceOf(before, after);
    expect([before.length, added.length, removed.length]).toEqual([3_297, 19, 11]);
    expect(before.length + added.length - removed.length).toBe(after.length);
    expect(renamed.map(({ code }) => code)).toContain('1703');
    // A code that stays cannot move where codes say what they stand in, unless what is between came or went.
    for (const { from, to } of moved) expect([...removed.map(({ code }) => code), ...added.map(({ code }) => code)]).toSatisfy((codes: string[]) => codes.includes(from ?? '') || codes.includes(to ?? ''));
  });
});
