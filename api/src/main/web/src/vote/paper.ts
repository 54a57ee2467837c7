import type { Words } from '../i18n/words';
import { receiptText as codeText, type ReceiptCode } from '../ballot/receipt';

/** A receipt as text. Says which poll, never what was chosen. */
export function receiptText(words: Words, code: ReceiptCode, title: string, where: string): string {
  return [
    `${words.say('name')} – ${words.say('receipt.for', { title })}`,
    '',
    words.say('receipt.code'),
    `${code.pictures.join(' ')}  ${code.words[words.language].join(' ')}`,
    code.characters,
    codeText(code),
    '',
    words.say('receipt.where', { address: where }),
    words.say('receipt.secret'),
    '',
  ].join('\r\n');
}

/** A receipt as a picture (SVG 1.1). */
export function receiptPicture(words: Words, code: ReceiptCode, title: string, where: string): string {
  const text = (x: number, y: number, size: number, anchor: string, what: string) =>
    `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}">${escaped(what)}</text>`;
  const pictures = code.pictures.map((picture, i) =>
    text(110 + i * 140, 190, 64, 'middle', picture) + text(110 + i * 140, 230, 18, 'middle', code.words[words.language][i] ?? ''));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" height="400" font-family="sans-serif" fill="#1c2a39">
<rect width="640" height="400" rx="16" fill="#fff" stroke="#66717d" stroke-width="2"/>
${text(320, 50, 22, 'middle', words.say('receipt.for', { title }))}
${text(320, 90, 18, 'middle', words.say('receipt.code'))}
${pictures.join('\n')}
${text(320, 300, 44, 'middle', code.characters)}
${text(320, 350, 13, 'middle', where)}
</svg>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[each] ?? each);
}
