/** Lays a document out as PDF. The same document gives the same bytes. */
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { civilDay } from '../platform/clock/index.ts';
import type { Locale, LocalizedText } from '../platform/i18n/locales.ts';
import { textIn } from '../platform/i18n/text.ts';
import { dayInWords, timeInWords } from '../platform/i18n/dates.ts';
import { grouped } from './identifiers.ts';
import type { DocumentFacts, DocumentKind } from './schema.ts';
import { documentWords, type Words } from './texts.ts';

export type Printable = {
  number: string;
  kind: DocumentKind;
  verifyCode: string;
  title: LocalizedText;
  facts: DocumentFacts;
  locale: Locale;
  issuedAt: Date;
  validUntil: string | null;
};

const font = (file: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/golos-text/${file}`);
const fonts = { regular: font('400Regular/GolosText_400Regular.ttf'), bold: font('600SemiBold/GolosText_600SemiBold.ttf') } as const;
const ink = '#0d1f27';
const muted = '#475c66';
const accent = '#00617f';
const margin = 56;

/** The font draws U+02BB (oʻ, gʻ) as U+2018, which looks the same. */
const drawable = (text: string) => text.replaceAll('\u02BB', '\u2018');

export async function renderDocument(document: Printable, options: { publicUrl: string; demo: boolean }): Promise<Buffer> {
  const { locale, facts } = document;
  const t = documentWords(locale);
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: locale,
    bufferPages: true,
    info: { Title: drawable(textIn(document.title, locale)), Author: drawable(textIn(facts.agency, locale)), Creator: 'Yagona', Producer: 'Yagona', CreationDate: document.issuedAt, ModDate: document.issuedAt },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const address = `${options.publicUrl}/${locale}/verify`;
  const code = await QRCode.toBuffer(`${address}/${document.verifyCode}`, { errorCorrectionLevel: 'M', margin: 0, scale: 8 });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const add = (type: string, draw: () => void, more: { alt?: string } = {}) => {
    root.add(pdf.struct(type, more, draw));
  };
  head(pdf, add, document, t);
  body(pdf, add, document, t);
  verification(pdf, add, { code, address, verifyCode: document.verifyCode }, t);
  root.end();
  foot(pdf, options.demo ? t('pdf.demo') : null, t);
  pdf.end();
  return finished;
}

type Pdf = PDFKit.PDFDocument;
type Add = (type: string, draw: () => void, more?: { alt?: string }) => void;

const width = (pdf: Pdf) => pdf.page.width - 2 * margin;

function paragraph(pdf: Pdf, add: Add, text: string, look: { size?: number; bold?: boolean; color?: string; gap?: number; type?: string } = {}): void {
  add(look.type ?? 'P', () => {
    pdf.font(look.bold ? 'bold' : 'regular').fontSize(look.size ?? 11).fillColor(look.color ?? ink);
    pdf.text(drawable(text), margin, pdf.y, { width: width(pdf), lineGap: 3 });
  });
  pdf.y += look.gap ?? 10;
}

function head(pdf: Pdf, add: Add, { kind, number, facts, locale }: Printable, t: Words): void {
  pdf.rect(0, 0, pdf.page.width, 10).fill(accent);
  pdf.y = margin - 12;
  paragraph(pdf, add, kind === 'receipt' ? 'Yagona' : textIn(facts.agency, locale), { bold: true, size: 13, color: accent, gap: 2 });
  paragraph(pdf, add, `${t('pdf.number')}: ${number}`, { size: 10, color: muted, gap: 26 });
  paragraph(pdf, add, t(`pdf.${kind}Heading`), { type: 'H1', bold: true, size: 20, gap: 6 });
  paragraph(pdf, add, textIn(facts.service, locale), { size: 13, color: muted, gap: 18 });
}

function body(pdf: Pdf, add: Add, document: Printable, t: Words): void {
  const { kind, facts, locale } = document;
  const values = { name: facts.applicantName, agency: textIn(facts.agency, locale), service: textIn(facts.service, locale) };
  paragraph(pdf, add, t(`pdf.${kind}Body`, values), { gap: 14 });
  if (kind === 'receipt' && facts.dueOn !== null) paragraph(pdf, add, t('pdf.receiptDue', { day: dayInWords(facts.dueOn, locale) }), { gap: 14 });
  if (kind !== 'receipt' && facts.reason !== null) {
    paragraph(pdf, add, t(kind === 'refusal' ? 'pdf.reason' : 'pdf.decision'), { type: 'H2', bold: true, size: 12, gap: 2 });
    paragraph(pdf, add, facts.reason, { gap: 14 });
  }
  if (kind === 'refusal') {
    paragraph(pdf, add, t('pdf.appealTitle'), { type: 'H2', bold: true, size: 12, gap: 2 });
    paragraph(pdf, add, t('pdf.appeal'), { gap: 14 });
  }
  for (const [label, value] of rows(document, t)) row(pdf, add, label, value);
}

function rows({ kind, facts, locale, issuedAt, validUntil }: Printable, t: Words): [string, string][] {
  const all: [string, string | null][] = [
    [t('pdf.reference'), facts.reference],
    [t('pdf.applicant'), facts.applicantName],
    [t('pdf.pinfl'), facts.applicantPinfl],
    [t('pdf.agency'), kind === 'receipt' ? textIn(facts.agency, locale) : null],
    [t('pdf.submitted'), timeInWords(new Date(facts.submittedAt), locale)],
    [t('pdf.dueOn'), facts.dueOn === null ? null : dayInWords(facts.dueOn, locale)],
    [t('pdf.issued'), kind === 'receipt' ? null : dayInWords(civilDay(issuedAt), locale)],
    [t('pdf.validUntil'), validUntil === null ? null : dayInWords(validUntil, locale)],
    [t('pdf.officer'), facts.officerName],
  ];
  return all.flatMap(([label, value]) => (value === null ? [] : [[label, value] as [string, string]]));
}

function row(pdf: Pdf, add: Add, label: string, value: string): void {
  const labelWidth = 170;
  const valueWidth = width(pdf) - labelWidth;
  pdf.font('regular').fontSize(10.5);
  const height = Math.max(pdf.heightOfString(drawable(label), { width: labelWidth - 12 }), pdf.heightOfString(drawable(value), { width: valueWidth }));
  if (pdf.y + height + 14 > pdf.page.height - margin) pdf.addPage();
  const top = pdf.y;
  pdf.moveTo(margin, top).lineTo(margin + width(pdf), top).lineWidth(0.5).strokeColor('#d3dfe4').stroke();
  add('P', () => {
    pdf.fillColor(muted).text(drawable(label), margin, top + 6, { width: labelWidth - 12 });
    pdf.fillColor(ink).text(drawable(value), margin + labelWidth, top + 6, { width: valueWidth });
  });
  pdf.y = top + height + 12;
}

function verification(pdf: Pdf, add: Add, { code, address, verifyCode }: { code: Buffer; address: string; verifyCode: string }, t: Words): void {
  const size = 96;
  if (pdf.y + size + 40 > pdf.page.height - margin) pdf.addPage();
  const top = Math.max(pdf.y + 24, pdf.page.height - margin - size - 40);
  add('Figure', () => pdf.image(code, margin, top, { width: size }), { alt: `QR: ${address}/${verifyCode}` });
  const left = margin + size + 20;
  add('P', () => {
    pdf.font('bold').fontSize(11).fillColor(ink).text(drawable(t('pdf.verify')), left, top, { width: width(pdf) - size - 20 });
    pdf.font('regular').fontSize(10).fillColor(muted).text(drawable(t('pdf.verifyHow', { address: address.replace(/^https?:\/\//, '') })), { width: width(pdf) - size - 20, lineGap: 2 });
    pdf.font('bold').fontSize(14).fillColor(accent).text(grouped(verifyCode), left, pdf.y + 6);
  });
  pdf.y = top + size;
}

/** Page numbers and, in the demo, what the copy is not worth. Artifacts: not read out as content. */
function foot(pdf: Pdf, note: string | null, t: Words): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('regular').fontSize(8).fillColor(muted);
    if (note) pdf.text(drawable(note), margin, pdf.page.height - 40, { width: width(pdf) - 90, lineBreak: false });
    if (count > 1) pdf.text(drawable(t('pdf.page', { page: page + 1, pages: count })), margin, pdf.page.height - 28, { width: width(pdf), align: 'right' });
    pdf.endMarkedContent();
  }
}
