// The hub in pictures: verdicts over time, findings by code, teachers by provider.

import { bars, columns } from './charts.js';
import { h, only } from './dom.js';
import { isOperator } from './session.js';
import { survey } from './survey.js';
import { STATES, codeLink, count, isoDay } from './words.js';

// As many as can be read on the screen there is.
const DAYS = () => matchMedia('(max-width: 40rem)').matches ? 14 : 30;
const LONGEST = 15;

export async function show(page) {
  let last = '';
  async function look() {
    const counts = await survey(page.signal, part => last === '' && draw(page, part));
    const now = JSON.stringify(Object.values(counts).map(part => part instanceof Map ? [...part] : part));
    if (now === last) return;
    last = now;
    draw(page, counts);
  }
  await look();
  page.every(15, look);
}

function draw(page, counts) {
  page.put('Overview',
    h('div', { class: 'head' }, h('h1', {}, 'Overview'),
      h('p', { class: 'faint' }, (isOperator() ? 'Every contributor’s submissions' : 'Your submissions') + ' as they stand'
        + (counts.whole ? '.' : '; counted so far: ' + count(counts.looked, 'submission') + '.'))),
    h('ul', { class: 'tiles sums' }, STATES.filter(name => counts.states.has(name)).map(name => h('li', { class: 'card is-' + name },
      h('a', { href: '#/?state=' + name }, h('span', { class: 'sum' }, counts.states.get(name).count.toLocaleString('en')), h('span', {}, name))))),
    only(counts.looked === 0, () => h('p', { class: 'empty' }, isOperator() ? 'Nothing was uploaded yet. Pictures come with the first verdicts.' : 'You have uploaded nothing yet. Pictures come with the first verdicts.')),
    only(counts.looked > 0, () => h('div', { class: 'tiles charts' },
      h('div', { class: 'card' }, columns('table-days', 'Verdicts in force, by the day they were given', days(counts.days))),
      h('div', { class: 'card' }, ranked('table-codes', 'Findings by code, one a submission', 'Code', counts.codes, row => codeLink(row.label))),
      h('div', { class: 'card' }, ranked('table-providers', 'Teachers by provider, one a submission', 'Provider', counts.providers,
        row => row.label === '-' ? h('span', {}, 'nobody known') : null)))));
}

/** The last days, those without a verdict too. */
function days(found) {
  const length = DAYS();
  return Array.from({ length }, (_, at) => isoDay(at - length + 1))
    .map(label => ({ label, ...found.get(label) ?? { accepted: 0, quarantined: 0 } }));
}

function ranked(id, caption, name, found, link) {
  const rows = [...found].map(([label, sum]) => ({ label, ...sum }))
    .sort((a, b) => b.accepted + b.quarantined - a.accepted - a.quarantined || (a.label < b.label ? -1 : 1));
  if (rows.length === 0) return h('figure', { class: 'chart' }, h('figcaption', {}, caption), h('p', { class: 'empty' }, 'None.'));
  const rest = rows.slice(LONGEST).reduce((sum, row) => ({
    label: 'all others', accepted: sum.accepted + row.accepted, quarantined: sum.quarantined + row.quarantined,
  }), { accepted: 0, quarantined: 0 });
  const shown = rows.slice(0, LONGEST);
  if (rows.length > LONGEST) shown.push(rest);
  return bars(id, caption, name, shown, row => row === rest ? h('span', {}, 'all others') : link(row));
}
