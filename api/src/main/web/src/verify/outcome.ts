import { parseChoice, type Choice } from './ballot';
import { unhex } from './bytes';
import { recount, type Outcome } from './count';
import { isCountedHere } from './definition';
import type { Findings } from './findings';
import { canonical, isObject, type Json } from './json';
import { Members } from './members';
import { Opener } from './opening';
import type { Poll } from './poll';

/** Opening, counting and comparing (docs/formats/evidence.md, checks 11 and 12). */

const BATCH = 64;

export interface Opened {
  readonly cast: number;
  readonly superseded: number;
  readonly null: number;
  readonly blank: number;
  readonly counted: number;
  readonly choices: Choice[];
}

/** Opens the ballots that count. */
export async function open(poll: Poll, key: Uint8Array, progress: (done: number, of: number) => void): Promise<Opened> {
  const definition = poll.definition;
  if (definition === null) {
    throw new Error('a poll without a definition has no key');
  }
  const opener = new Opener(key, poll.id, unhex(poll.hash, 32));
  const ballots = [...poll.urn.counting.values()];
  const costs = poll.options.map((option) => option.cost);
  const choices: Choice[] = [];
  let nulls = 0;
  for (let at = 0; at < ballots.length; at += BATCH) {
    progress(at, ballots.length);
    const batch = ballots.slice(at, at + BATCH);
    for (const plaintext of await Promise.all(batch.map((ballot) => opener.open(ballot)))) {
      const choice = plaintext === null ? null : parseChoice(definition, costs, plaintext);
      if (choice === null) {
        nulls++;
      } else {
        choices.push(choice);
      }
    }
  }
  return {
    cast: poll.urn.cast,
    superseded: poll.urn.superseded,
    null: nulls,
    blank: choices.filter((choice) => choice.length === 0).length,
    counted: choices.length,
    choices,
  };
}

/** Counts again by the rule of a poll; nothing where it is not counted here. */
export function count(poll: Poll, opened: Opened): Outcome | null {
  const definition = poll.definition;
  if (definition === null || !isCountedHere(definition)) {
    return null;
  }
  const { kind, limits, cents, rule, tieBreak } = definition;
  return recount({ options: poll.options, kind, limits, cents, rule, tieBreak, choices: opened.choices });
}

function shown(json: Json): string {
  if (!isObject(json)) {
    return canonical(json);
  }
  const { score, verdict, id: _, ...rest } = json;
  const more = Object.entries(rest).map(([name, value]) => `${name} ${canonical(value)}`);
  return [`${canonical(score ?? null)} (${String(verdict)}`, ...more].join(', ') + ')';
}

/** Compares what is declared with what was counted. */
export function compare(poll: Poll, opened: Opened, counted: Outcome | null, findings: Findings): void {
  const declared = poll.outcome;
  if (declared === null) {
    return;
  }
  const at = poll.outcomeIndex;
  const figure = (check: 'opening' | 'recount', name: 'cast' | 'superseded' | 'null' | 'blank' | 'counted' | 'spent' | 'left', found: number) => {
    const told = declared.whole(name);
    if (told !== found) {
      findings.add(check, at, 'figureDiffers', poll.id, `#${name}`, told, found);
    }
  };
  for (const name of ['cast', 'superseded', 'null', 'blank', 'counted'] as const) {
    figure('opening', name, opened[name]);
  }
  compareAwards(poll, declared, findings);
  if (counted === null) {
    return;
  }
  if (counted.undecided !== null) {
    findings.add('recount', at, 'undecided', poll.id);
    return;
  }
  counted.scores.forEach((score, i) => {
    const told = poll.scores[i] ?? null;
    if (canonical(told) !== canonical({ ...score })) {
      findings.add('recount', poll.scoresIndex, 'scoreDiffers', poll.id, String(score.id), shown(told), shown({ ...score }));
    }
  });
  const selected = declared.texts('selected');
  if (canonical(selected) !== canonical(counted.selected)) {
    findings.add('recount', at, 'selectionDiffers', poll.id, selected.join(', '), counted.selected.join(', '));
  }
  figure('recount', 'spent', counted.spent);
  figure('recount', 'left', counted.left);
  if (canonical(declared.list('ties')) !== canonical(counted.ties.map((tie) => ({ ...tie })))) {
    findings.add('recount', at, 'tiesDiffer', poll.id);
  }
}

/** What is awarded is what the selected cost, of the budget that the definition names. */
function compareAwards(poll: Poll, declared: Members, findings: Findings): void {
  const budget = poll.definition?.budget ?? null;
  const costs = new Map(poll.options.map((option) => [option.id, option.cost]));
  const due = budget === null ? null : { budget, cents: declared.texts('selected').map((id) => costs.get(id) ?? 0) };
  const told = declared.has('awards') ? declared.value('awards') : null;
  if (canonical(told) !== canonical(due)) {
    findings.add('recount', poll.outcomeIndex, 'awardsDiffer', poll.id);
  }
}
