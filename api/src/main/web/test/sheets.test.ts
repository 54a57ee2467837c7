import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { newCode } from '../src/ballot/card';
import { cardSheets, paperSheets, wording } from '../src/desk/sheets';

const cards = Array.from({ length: 20 }, (_, i) => ({ code: newCode(), seed: new Uint8Array(32).fill(i + 1) }));
const options = [
  { id: 'a', title: 'Une cabane à l’école, près du cœur 🌳', cost: 1 },
  { id: 'b', title: '', cost: 1 },
];

async function pages(file: Uint8Array): Promise<number> {
  return (await PDFDocument.load(file)).getPageCount();
}

describe('printed sheets', () => {
  it('have eight cards to a page', async () => {
    expect(await pages(await cardSheets('children', 'Europe', cards, false, wording('fr')))).toBe(3);
  });

  it('have two cards to a page in large print', async () => {
    expect(await pages(await cardSheets('children', '', cards, true, wording('en')))).toBe(10);
  });

  it('have one paper ballot to a page, also with characters that the font lacks and titles that are too long', async () => {
    const long = { id: 'c', title: 'Ą'.repeat(300), cost: 1 };
    const sheets = cards.map((card) => ({ card, options: [...options, long] }));
    expect(await pages(await paperSheets('children', 'Budget', sheets, wording('fr')))).toBe(20);
  });
});
