import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedUzbekTexts } from '../../testing/shipped-texts.ts';
import { toCyrillic } from '../i18n/transliterate.ts';
import { fold, spellings, stems, swapLayout, wordsOf } from './fold.ts';
import { matchRanges } from './highlight.ts';
import { phraseWord, queryTerms, tsQuery } from './terms.ts';

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom('Oʻzbekiston', 'Ўзбекистон', 'паспорт', 'тсъезд', 'yeye', 'kkhh', 'ccc', 'zzh'));

describe('folding', () => {
  it('is idempotent', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }), { numRuns: 2000 });
  });

  it('makes one word of both scripts of every shipped Uzbek word', () => {
    const words = new Set(shippedUzbekTexts().flatMap((text) => text.match(/[A-Za-z\u02BB\u02BC]{2,}/g) ?? []));
    // ь, ъ and ц fold away; я, ю, ё and е after consonants are the same letters. These stay Latin or change more.
    const different = [...words].filter((word) => fold(word) !== fold(toCyrillic(word)) && !/[cw](?!h)|^HET$|MSEK|VTEK|^SES$|ETsP|andex|^budjet|^(?:okt|sent)abr/i.test(word));
    expect(different).toEqual([]);
  });

  it.each([
    ['ўзбек', 'узбек'], ['qishloq', 'кишлок'], ['қишлоқ', 'кишлок'], ['ребёнок', 'ребенок'], ["o'qish", 'oqish'], ['ҳужжат', 'хужжат'], ['гувоҳнома', 'guvohnoma'], ['жиззах', 'jizzax'],
  ])('%s is found as %s', (written, typed) => {
    expect(spellings(written)).toEqual(expect.arrayContaining([fold(typed)]));
  });

  it.each([
    ['pasportimni', 'pasport'], ['паспортларини', 'паспорт'], ['водительские', 'водительских'], ['справку', 'справка'], ['гувоҳномасини', 'guvohnoma'], ['certificates', 'certificate'],
  ])('%s and %s share a stem', (one, other) => {
    const shared = stems(one).filter((stem) => [...stems(other), ...spellings(other)].some((form) => form.startsWith(stem)));
    expect(shared).not.toEqual([]);
  });
});

describe('keyboard layouts', () => {
  it.each([['ghfdf', 'права'], ['gfcgjhn', 'паспорт'], ['зфызщке', 'pasport'], ['hj;ltybt', 'рождение']])('%s is %s', (typed, meant) => {
    expect(swapLayout(typed)).toBe(meant);
  });
});

describe('queries', () => {
  it('are letters and digits in quotes, whatever was typed', () => {
    fc.assert(fc.property(anyText, (text) => {
      for (const term of queryTerms(text)) expect(tsQuery([...term.exact, ...term.beginnings], '*') ?? "''").toMatch(/^'[\p{L}\p{N}]*'(?::\*)?(?: \| '[\p{L}\p{N}]+':\*)*$/u);
      expect(phraseWord(text).length).toBeLessThanOrEqual(400);
    }));
  });

  it('leave out words that say nothing, unless there are no others', () => {
    expect(queryTerms('как получить паспорт').map((term) => term.word)).toEqual(['паспорт']);
    expect(queryTerms('как получить').map((term) => term.word)).toEqual(['как', 'получить']);
  });
});

describe('highlighting', () => {
  it('finds the words in any script', () => {
    const marked = (text: string, query: string) => matchRanges(text, queryTerms(query).flatMap((term) => term.beginnings)).map(([from, to]) => text.slice(from, to));
    expect(marked('Ҳайдовчилик гувоҳномасини алмаштириш', 'haydovchilik guvohnomasi')).toEqual(['Ҳайдовчилик', 'гувоҳномасини']);
    expect(marked('Oʻquvchini boshqa maktabga oʻtkazish', 'ўқувчи')).toEqual(['Oʻquvchini']);
    expect(marked('Замена паспорта', 'pasport')).toEqual(['паспорта']);
    expect(matchRanges('Замена паспорта', [])).toEqual([]);
  });

  it('gives ranges in order that do not overlap', () => {
    fc.assert(fc.property(anyText, anyText, (text, query) => {
      let last = 0;
      for (const [from, to] of matchRanges(text, queryTerms(query).flatMap((term) => term.beginnings))) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        last = to;
      }
    }));
  });

  it('reads a word wherever it stands', () => {
    expect(wordsOf('«Oʻzbekiston», 2026')).toEqual(['oʼzbekiston', '2026']);
  });
});
