import type { Choice } from '../ballot/choice';
import type { Definition, Option } from '../ballot/definition';
import { sentence } from './asking';

/** The fields in which a person copies what is marked on a sheet, and what they say. */
export class Marks {
  constructor(
    private readonly form: HTMLFormElement,
    private readonly definition: Definition,
  ) {}

  /** Shows the fields of the poll's kind, in the order of the sheet. */
  show(place: HTMLElement): void {
    const { kind, limits, options } = this.definition;
    switch (kind) {
      case 'FAVOURITE':
        return place.replaceChildren(...options.map((each) => this.tick('radio', each.id, title(each))));
      case 'APPROVAL':
      case 'KNAPSACK':
        return place.replaceChildren(...options.map((each) => this.tick('checkbox', each.id, title(each))));
      case 'MOTION':
        return place.replaceChildren(
          ...(['for', 'against', 'abstain'] as const).map((vote) => this.tick('radio', vote, sentence(this.form, vote))));
      case 'POINTS':
        return place.replaceChildren(...options.map((each) => this.figure(each, 0, limits.maxPerOption ?? 0)));
      case 'RANKING':
        return place.replaceChildren(...options.map((each) => this.figure(each, 1, limits.max ?? options.length)));
      case 'GRADES':
        return place.replaceChildren(...options.map((each) => this.figure(each, 1, limits.grades ?? 0)));
    }
  }

  private tick(type: 'radio' | 'checkbox', value: string, text: string): HTMLElement {
    const field = document.createElement('label');
    field.className = 'check';
    const input = document.createElement('input');
    input.type = type;
    input.name = 'mark';
    input.value = value;
    field.append(input, ` ${text}`);
    return field;
  }

  private figure(option: Option, min: number, max: number): HTMLElement {
    const field = document.createElement('label');
    field.className = 'check';
    const input = document.createElement('input');
    input.type = 'number';
    input.name = `figure:${option.id}`;
    input.min = String(min);
    input.max = String(max);
    input.className = 'figure';
    field.append(input, ` ${title(option)}`);
    return field;
  }

  /** The choice that the fields say; blank where nothing is filled in. */
  choice(): Choice {
    const filled = new FormData(this.form);
    const ticked = filled.getAll('mark').map(String);
    const figures = this.definition.options
      .map((each) => [each.id, String(filled.get(`figure:${each.id}`) ?? '').trim()] as const)
      .filter(([, figure]) => figure !== '')
      .map(([id, figure]) => [id, Number(figure)] as const);
    if (ticked.length === 0 && figures.length === 0) {
      return { kind: 'BLANK' };
    }
    const { kind } = this.definition;
    switch (kind) {
      case 'FAVOURITE':
        return { kind, option: ticked[0] ?? '' };
      case 'APPROVAL':
      case 'KNAPSACK':
        return { kind, options: ticked };
      case 'MOTION':
        return { kind, vote: ticked[0] as 'for' | 'against' | 'abstain' };
      case 'POINTS':
        return { kind, points: Object.fromEntries(figures) };
      case 'RANKING':
        return { kind, order: ranked(figures) };
      case 'GRADES':
        return { kind, grades: Object.fromEntries(figures.map(([id, grade]) => [id, grade - 1])) };
    }
  }
}

/** Options by their places; an empty id, which no poll knows, where places are not 1, 2, 3 and so on. */
function ranked(places: readonly (readonly [string, number])[]): string[] {
  const sorted = [...places].sort(([, a], [, b]) => a - b);
  return sorted.map(([id, place], at) => (place === at + 1 ? id : ''));
}

function title(option: Option): string {
  return option.title.trim() === '' ? option.id : option.title;
}
