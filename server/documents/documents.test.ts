import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabet, checkCharacter, documentNumber, grouped, isCode, newReference, normaliseCode, randomCode, readDocumentNumber, readReference, readVerifyCode } from './identifiers.ts';
import { renderDocument, type Printable } from './pdf.ts';
import { maskName } from './service-verification.ts';

const code = fc.array(fc.constantFrom(...alphabet.split('')), { minLength: 3, maxLength: 15 }).map((chars) => chars.join(''));

describe('codes', () => {
  it('use 28 characters none of which is taken for another', () => {
    expect(new Set(alphabet).size).toBe(28);
    expect(alphabet).not.toMatch(/[01OILSZU]/);
  });

  it('notice any one wrong character', () => {
    fc.assert(
      fc.property(code, fc.nat(), fc.constantFrom(...alphabet.split('')), (body, at, other) => {
        const whole = body + checkCharacter(body);
        const index = at % whole.length;
        const changed = whole.slice(0, index) + other + whole.slice(index + 1);
        expect(isCode(whole, whole.length)).toBe(true);
        expect(isCode(changed, whole.length)).toBe(changed === whole);
      }),
    );
  });

  it('are read however people write them, and nothing else is', () => {
    fc.assert(fc.property(fc.string(), (typed) => [readReference(typed), readVerifyCode(typed), readDocumentNumber(typed)].every((read) => read === null || typeof read === 'string')));
    for (let i = 0; i < 200; i += 1) {
      const reference = newReference();
      expect(reference).toMatch(/^YG-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      expect(readReference(` ${reference.toLowerCase().replaceAll('-', ' ')} `)).toBe(reference);
      expect(readReference(reference.slice(3))).toBe(reference);
      const verify = randomCode(16);
      expect(readVerifyCode(grouped(verify))).toBe(verify);
      const number = documentNumber('iiv', 2026, i + 1);
      expect(readDocumentNumber(number.toLowerCase())).toBe(number);
    }
    expect(normaliseCode('ка 4В')).toBe('KA4B');
    expect(readReference('YG-0000-0000')).toBeNull();
  });

  it('keep a name private', () => {
    expect(maskName('Namunayeva Dilnoza Akmal qizi')).toBe('N••• D••• A•••');
    expect(maskName('')).toBe('');
  });
});

const facts: Printable['facts'] = {
  reference: 'YG-7K3M-9QXA',
  applicantName: 'Namunayeva Dilnoza Akmal qizi',
  applicantPinfl: '41403900010017',
  service: { uz: 'Sudlanganlik toʻgʻrisida maʼlumotnoma olish', ru: 'Получение справки о судимости', en: 'Getting a criminal record certificate' },
  agency: { uz: 'Ichki ishlar vazirligi', ru: 'Министерство внутренних дел', en: 'Ministry of Internal Affairs' },
  dueOn: '2026-11-25',
  submittedAt: '2026-11-23T09:00:00.000Z',
  reason: null,
  officerName: null,
};

describe('the file of a document', () => {
  const kinds = ['receipt', 'result', 'refusal'] as const;
  const locales = ['uz', 'uz-Cyrl', 'ru', 'en'] as const;

  it.each(kinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))('is a PDF, the same each time: %s in %s', async (kind, locale) => {
    const document: Printable = {
      number: kind === 'receipt' ? facts.reference : 'IIV-2026-000017-K7MQ',
      kind,
      verifyCode: '7K3M9QXAB4TR2WPG',
      title: facts.service,
      facts: { ...facts, dueOn: kind === 'receipt' ? facts.dueOn : null, reason: kind === 'refusal' ? 'Kadastr raqami reyestrda topilmadi. '.repeat(60) : null, officerName: kind === 'receipt' ? null : 'Sinovov Botir' },
      locale,
      issuedAt: new Date('2026-11-23T09:00:00Z'),
      validUntil: kind === 'result' ? '2027-02-23' : null,
    };
    const options = { publicUrl: 'http://localhost:3000', demo: true };
    const bytes = await renderDocument(document, options);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeLessThan(120_000);
    expect((await renderDocument(document, options)).equals(bytes)).toBe(true);
  });
});
