import PDFDocument from 'pdfkit';

/** A file as applicants attach them, saying that it is none. */
export function samplePdf(): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A5', margin: 48, info: { Title: 'Namuna', CreationDate: new Date(0), ModDate: new Date(0) } });
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.fontSize(28).text('NAMUNA', { align: 'center' }).moveDown().fontSize(12).text('Sinov uchun yaratilgan hujjat. Haqiqiy emas.', { align: 'center' });
    pdf.end();
  });
}
