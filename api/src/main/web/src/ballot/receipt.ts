import pictures from '../../../../../../docs/formats/pictures.tsv?raw';

/** The code of a receipt, for people (docs/formats/receipt.md). */
export interface ReceiptCode {
  readonly characters: string;
  readonly pictures: readonly string[];
  readonly words: { readonly fr: readonly string[]; readonly en: readonly string[] };
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TABLE = pictures
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

/** The code of a ballot, from its id. */
export function receiptCode(id: Uint8Array): ReceiptCode {
  const rows = Array.from(id.slice(0, 4), (byte) => TABLE[byte] as string[]);
  const column = (at: number): string[] => rows.map((row) => row[at] as string);
  return { characters: characters(id.slice(4, 9)), pictures: column(1), words: { fr: column(2), en: column(3) } };
}

function characters(bytes: Uint8Array): string {
  let digits = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      digits += DIGITS[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** The text of a code, as it stands in addresses: /receipts/TEXT. */
export function receiptText(code: ReceiptCode): string {
  return [...code.words.en, code.characters].join('-');
}
