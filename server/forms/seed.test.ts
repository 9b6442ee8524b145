import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../catalogue/seed.ts';
import { db } from '../platform/db/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { incompletePages, visiblePages } from './engine.ts';
import { seedForms, shippedForms } from './seed.ts';
import { findActiveForm, findForm } from './service.ts';

createTestDatabase();

describe('shipped forms', () => {
  it('are valid, begin with a question and end with a way to reach the applicant', () => {
    const forms = shippedForms();
    expect(forms.length).toBeGreaterThanOrEqual(8);
    for (const { form } of forms) {
      expect(visiblePages(form, {}).length).toBeGreaterThan(3);
      expect(incompletePages(form, {}, { prefill: {}, today: '2026-11-23' }).length).toBeGreaterThan(3);
      const kinds = form.sections.flatMap((section) => section.pages.flatMap((page) => page.fields.map((field) => field.kind)));
      expect(kinds).toContain('phone');
    }
  });

  it('are published once, and again only when they change', async () => {
    await seedCatalogue();
    expect(await seedForms()).toEqual({ published: shippedForms().length });
    expect(await seedForms()).toEqual({ published: 0 });
    const before = await findActiveForm('income-certificate');
    await db().form.updateMany({ where: { serviceId: 'income-certificate', active: true }, data: { definition: { changed: true } } });
    expect(await seedForms()).toEqual({ published: 1 });
    const after = await findActiveForm('income-certificate');
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    // Drafts of the version before still find it.
    expect((await findForm(before?.id ?? ''))?.active).toBe(false);
  });
});
