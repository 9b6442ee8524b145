import { z } from 'zod';
import { audiences, channels } from '@/server/catalogue/schema';
import type { PassportForm } from './form';

const texts = z.object({ uz: z.string(), ru: z.string(), en: z.string(), 'uz-Cyrl': z.string() });
const line = z.object({ key: z.string(), text: texts });
const formSchema = z.object({
  title: texts, summary: texts, audiences: z.array(z.enum(audiences)), eligibility: z.array(line), requirements: z.array(line.extend({ source: z.enum(['applicant', 'exchange']) })), steps: z.array(line),
  fee: z.object({ items: z.array(z.object({ key: z.string(), label: texts, unit: z.enum(['bhm', 'soum']), amount: z.string() })), varies: z.boolean(), note: texts }),
  workingDays: z.string(), deadlineNote: texts, channels: z.array(z.enum(channels)), result: texts, resultValidity: texts, refusalGrounds: z.array(line),
  legalBasis: z.array(z.object({ key: z.string(), title: texts, number: z.string(), date: z.string(), url: z.string() })), keywords: z.object({ uz: z.string(), ru: z.string(), en: z.string() }),
}) satisfies z.ZodType<PassportForm>;

/** What an editor had typed, if it is of the shape that the editor has now. */
export function readKeptForm(work: unknown): PassportForm | null {
  return formSchema.safeParse(work).data ?? null;
}
