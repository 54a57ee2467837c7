import type { Finding, Said } from './findings';
import type { PollResult, Report } from './report';
import { sentence, words, type Language } from './words';

/** Shows what a verification has found. Everything from the evidence is text, never markup. */

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  content: string | (Node | string)[],
  classes = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...(typeof content === 'string' ? [content] : content));
  if (classes !== '') {
    made.className = classes;
  }
  return made;
}

function list(all: readonly Said[], language: Language, id: string): HTMLUListElement {
  const made = element('ul', all.map((said) => element('li', words(language, said))));
  made.id = id;
  return made;
}

function place(finding: Finding, language: Language): string {
  const key = typeof finding.place === 'number' ? 'atEntry' : 'inFile';
  return sentence(language, key, typeof finding.place === 'number' ? String(finding.place) : finding.place);
}

function findings(report: Report, language: Language): HTMLElement {
  const items = report.findings.map((finding) =>
    element('li', [element('strong', `${place(finding, language)} : `), words(language, finding)]),
  );
  const rest = report.count - report.findings.length;
  const all = element('ul', [...items, ...(rest > 0 ? [element('li', sentence(language, 'more', rest))] : [])]);
  all.id = 'verify-findings';
  return element('section', [element('h2', sentence(language, 'findingsTitle')), all], 'stack');
}

function poll(result: PollResult, language: Language): HTMLElement {
  const figures = result.figures.flatMap(([name, value]) => [
    element('dt', sentence(language, name)),
    element('dd', value.toLocaleString(language)),
  ]);
  const winners = result.winners.map((winner) => element('li', winner));
  const made = element(
    'article',
    [
      element('h3', result.title),
      element('p', sentence(language, result.state), result.state === 'differs' ? 'notice bad' : ''),
      ...(figures.length > 0 ? [element('dl', figures, 'numbers')] : []),
      ...(winners.length > 0 ? [element('p', sentence(language, 'winners')), element('ol', winners)] : []),
    ],
    'card stack',
  );
  made.dataset.poll = result.poll;
  made.dataset.state = result.state;
  return made;
}

/** The whole report. */
export function show(report: Report, seconds: number, language: Language): HTMLElement[] {
  const good = report.count === 0;
  const verdict = element('p', sentence(language, good ? 'good' : 'bad', report.count), `notice ${good ? 'good' : 'bad'}`);
  const note = element('pre', [element('code', report.checkpoint)], 'verify-note');
  note.tabIndex = 0;
  note.setAttribute('role', 'region');
  note.setAttribute('aria-label', sentence(language, 'checkpointTitle'));
  return [
    verdict,
    ...(good ? [] : [findings(report, language)]),
    ...(report.polls.length === 0
      ? []
      : [
          element('h2', sentence(language, 'pollsTitle')),
          element('div', report.polls.map((each) => poll(each, language)), 'grid'),
        ]),
    element('h2', sentence(language, 'checkedTitle')),
    list(report.did, language, 'verify-did'),
    element('h2', sentence(language, 'uncheckedTitle')),
    list(report.not, language, 'verify-not'),
    element('h2', sentence(language, 'checkpointTitle')),
    note,
    element('p', sentence(language, 'took', seconds)),
  ];
}

/** That nothing can be said. */
export function showUnreadable(what: Said, language: Language): HTMLElement[] {
  return [element('p', sentence(language, 'unreadable', words(language, what)), 'notice bad')];
}
