import { PDFDocument, StandardFonts, fill, rectangle, setFillingGrayscaleColor, rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import { encode } from 'uqr';
import { qrText, shownCode } from '../ballot/card';
import type { Option } from '../ballot/definition';

/** A card with its secret, which never leaves the browser but on paper. */
export interface Printed {
  readonly code: string;
  readonly seed: Uint8Array;
}

/** What is said on cards, in the language that was asked for. */
export interface Wording {
  readonly title: string;
  readonly type: string;
  readonly once: string;
  readonly secret: string;
  readonly mark: string;
  readonly sheet: string;
}

const WORDINGS: Record<'fr' | 'en', Wording> = {
  fr: {
    title: 'Carte de vote',
    type: 'ou tapez',
    once: 'Une seule voix.',
    secret: 'Gardez-la secrète.',
    mark: 'Cochez votre choix.',
    sheet: "Bulletin de vote : glissez-le dans l'urne.",
  },
  en: {
    title: 'Voting card',
    type: 'or type',
    once: 'One vote.',
    secret: 'Keep it secret.',
    mark: 'Mark your choice.',
    sheet: 'Ballot paper: put it into the urn.',
  },
};

/** The words of cards in a language. */
export function wording(language: string): Wording {
  return WORDINGS[language === 'en' ? 'en' : 'fr'];
}

const WIDTH = 595.28; // A4, in points
const HEIGHT = 841.89;
const MARGIN = 20;
const CROSS = 8;

interface Fonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  readonly fixed: PDFFont;
}

async function fonts(pdf: PDFDocument): Promise<Fonts> {
  return {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
    fixed: await pdf.embedFont(StandardFonts.CourierBold),
  };
}

/** Cards on A4 pages, eight or, in large print, two to a page, with marks to cut along. */
export async function cardSheets(poll: string, where: string, cards: readonly Printed[], large: boolean, words: Wording): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const used = await fonts(pdf);
  const [columns, rows] = large ? [1, 2] : [2, 4];
  const scale = large ? 2 : 1;
  const size = { width: WIDTH / columns, height: HEIGHT / rows };
  for (let from = 0; from < cards.length; from += columns * rows) {
    const page = pdf.addPage([WIDTH, HEIGHT]);
    cuttingMarks(page, columns, rows);
    cards.slice(from, from + columns * rows).forEach((card, i) => {
      const left = (i % columns) * size.width + MARGIN;
      const top = HEIGHT - Math.floor(i / columns) * size.height - MARGIN;
      const wide = size.width - 2 * MARGIN;
      const qr = 120 * scale;
      line(page, used.bold, 13 * scale, left, top - 12 * scale, wide, words.title);
      line(page, used.plain, 8 * scale, left, top - 25 * scale, wide, where === '' ? poll : `${poll} · ${where}`);
      drawQr(page, qrText(poll, card.seed), left, top - 33 * scale - qr, qr);
      const right = left + qr + 8 * scale;
      const beside = wide - qr - 8 * scale;
      line(page, used.plain, 8 * scale, right, top - 50 * scale, beside, words.type);
      shownCode(card.code).split('-').forEach((group, at) =>
        line(page, used.fixed, 18 * scale, right, top - (74 + 23 * at) * scale, beside, group));
      line(page, used.plain, 7 * scale, right, top - 140 * scale, beside, words.once);
      line(page, used.plain, 7 * scale, right, top - 150 * scale, beside, words.secret);
    });
  }
  return pdf.save();
}

/** Sheets to vote on paper, one to a page: the options with boxes in the order of the sheet, and its code. */
export async function paperSheets(
  poll: string,
  title: string,
  sheets: readonly { readonly card: Printed; readonly options: readonly Option[] }[],
  words: Wording,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const used = await fonts(pdf);
  const margin = 50;
  const wide = WIDTH - 2 * margin;
  const top = HEIGHT - margin;
  const qr = 130;
  for (const { card, options } of sheets) {
    const page = pdf.addPage([WIDTH, HEIGHT]);
    line(page, used.bold, 18, margin, top - 18, wide, title);
    line(page, used.plain, 10, margin, top - 38, wide, words.mark);
    const step = Math.min(48, (top - 60 - margin - qr - 20) / options.length);
    const size = Math.min(14, step * 0.55);
    options.forEach((option, i) => {
      const y = top - 60 - (i + 1) * step;
      page.drawRectangle({ x: margin, y: y - size * 0.25, width: size * 1.3, height: size * 1.3, borderWidth: 1.2, borderColor: rgb(0, 0, 0) });
      line(page, used.plain, size, margin + size * 2.2, y, wide - size * 2.2, option.title.trim() === '' ? option.id : option.title);
    });
    drawQr(page, qrText(poll, card.seed), margin, margin, qr);
    const right = margin + qr + 16;
    line(page, used.fixed, 16, right, margin + 80, wide - qr - 16, shownCode(card.code));
    line(page, used.plain, 9, right, margin + 60, wide - qr - 16, words.sheet);
    line(page, used.plain, 9, right, margin + 46, wide - qr - 16, poll);
  }
  return pdf.save();
}

/** Dashed lines between the cards, and a solid cross where they meet. */
function cuttingMarks(page: PDFPage, columns: number, rows: number): void {
  const drawn = (x1: number, y1: number, x2: number, y2: number, dashed: boolean) =>
    page.drawLine({
      start: { x: x1, y: y1 },
      end: { x: x2, y: y2 },
      thickness: dashed ? 0.5 : 1,
      color: dashed ? rgb(0.6, 0.6, 0.6) : rgb(0, 0, 0),
      ...(dashed ? { dashArray: [3, 3] } : {}),
    });
  for (let column = 0; column <= columns; column++) {
    const x = (column * WIDTH) / columns;
    drawn(x, 0, x, HEIGHT, true);
    for (let row = 0; row <= rows; row++) {
      const y = (row * HEIGHT) / rows;
      drawn(x - CROSS, y, x + CROSS, y, false);
      drawn(x, y - CROSS, x, y + CROSS, false);
    }
  }
  for (let row = 1; row < rows; row++) {
    drawn(0, (row * HEIGHT) / rows, WIDTH, (row * HEIGHT) / rows, true);
  }
}

/** Runs of dark modules as rectangles of one fill, with the quiet zone of four modules that ISO/IEC 18004 asks for. */
function drawQr(page: PDFPage, text: string, left: number, bottom: number, side: number): void {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  const module = side / data.length;
  const runs = data.flatMap((row, at) => {
    const found = [];
    for (let from = 0; from < row.length; from++) {
      if (row[from] === true) {
        let to = from;
        while (row[to + 1] === true) {
          to++;
        }
        found.push(rectangle(left + from * module, bottom + side - (at + 1) * module, (to - from + 1) * module, module));
        from = to;
      }
    }
    return found;
  });
  page.pushOperators(setFillingGrayscaleColor(0), ...runs, fill());
}

/** A line, in smaller print if it is too long, and cut where it still is. Characters that the font lacks become a "?". */
function line(page: PDFPage, font: PDFFont, size: number, x: number, y: number, width: number, text: string): void {
  const known = new Set(font.getCharacterSet());
  let shown = [...text.replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ')]
    .map((each) => (known.has(each.codePointAt(0) ?? 0) ? each : '?')).join('');
  let fitting = size;
  while (fitting > 6 && font.widthOfTextAtSize(shown, fitting) > width) {
    fitting -= 0.5;
  }
  while (shown.length > 1 && font.widthOfTextAtSize(shown, fitting) > width) {
    shown = `${shown.slice(0, -2).trimEnd()}…`;
  }
  page.drawText(shown, { x, y, size: fitting, font });
}
