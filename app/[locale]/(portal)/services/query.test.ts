import { describe, expect, it } from 'vitest';
import { queryHref, readQuery, toggled } from './query';

describe('the address of a list', () => {
  it('is read back as it was written', () => {
    const query = { q: 'замена & прав', filters: { sphere: ['transport', 'tax'], fee: ['free'] }, page: 3 };
    const url = new URL(queryHref('ru', query), 'http://x');
    const params = Object.fromEntries([...new Set(url.searchParams.keys())].map((key) => [key, url.searchParams.getAll(key)]));
    expect(readQuery(params)).toEqual(query);
  });

  it('leaves out what cannot be', () => {
    expect(readQuery({ q: ['a', 'b'], sphere: ['\0', 'UPPER', '../x', 'ok', 'ok'], page: '-1', other: 'x' })).toEqual({ q: 'a', filters: { sphere: ['ok'] }, page: 1 });
    expect(readQuery({ page: '1e9' }).page).toBe(1);
    expect(readQuery({ page: '2.5' }).page).toBe(1);
    expect(readQuery({ q: 'x'.repeat(5000) }).q).toHaveLength(200);
    expect(queryHref('uz', readQuery({}))).toBe('/uz/services');
  });

  it('switches a filter over and goes to the first page', () => {
    const on = toggled({ q: 'x', filters: {}, page: 4 }, 'fee', 'free');
    expect(on).toEqual({ q: 'x', filters: { fee: ['free'] }, page: 1 });
    expect(toggled(on, 'fee', 'free')).toEqual({ q: 'x', filters: {}, page: 1 });
    expect(toggled(on, 'fee', 'paid').filters).toEqual({ fee: ['free', 'paid'] });
  });
});
