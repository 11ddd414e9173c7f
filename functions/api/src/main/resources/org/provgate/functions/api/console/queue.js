// The queue: which submissions wait for whom, and for how long.

import { ask, query } from './api.js';
import { h, only } from './dom.js';
import { isOperator, who } from './session.js';
import { survey } from './survey.js';
import { AGES, STATES, STATE_SAYS, arrivals, caseLink, codeLink, count, instant, state, time } from './words.js';

// Pages of a filter that finds little may be empty and still have a next one.
const EMPTY_PAGES = 10;
const CODES_SHOWN = 3;

export async function show(page) {
  const asked = Object.fromEntries(['state', 'contributor', 'code', 'appealed', 'proposed', 'cursor']
    .map(name => [name, page.parameters.get(name) ?? '']));
  let last = '';
  let counts = null;

  async function look() {
    const found = await list(asked, page.signal);
    const now = JSON.stringify([found, counts && [...counts.states]]);
    if (now === last) return;
    last = now;
    draw(page, asked, found, counts);
  }

  async function recount() {
    counts = await survey(page.signal);
    await look();
  }

  await look();
  page.every(3, look);
  page.every(15, recount);
  await recount();
}

async function list(asked, signal) {
  let cursor = asked.cursor;
  for (let tried = 0; ; tried++) {
    const found = await ask('/submissions' + query({ ...asked, cursor }), signal);
    if (found.items.length > 0 || !found.next || tried >= EMPTY_PAGES) return found;
    cursor = found.next;
  }
}

function draw(page, asked, found, counts) {
  const title = isOperator() ? 'Queue' : 'Your submissions';
  page.put(title,
    h('div', { class: 'head' }, h('h1', {}, title),
      h('p', { class: 'faint' }, isOperator() ? 'Cases of every contributor.' : 'What ' + who().contributor + ' has uploaded.')),
    chips(asked, counts),
    h('div', { class: 'beside' },
      h('div', {}, filters(asked, counts), table(found, asked), pages(asked, found)),
      only(counts && counts.looked > 0, () => ages(counts))));
}

const address = asked => '#/' + query({ ...asked, cursor: '' });

function chips(asked, counts) {
  const all = counts ? counts.looked : null;
  const chip = (name, label, number, title) => h('a', {
    href: address({ ...asked, state: name, appealed: '', proposed: '' }),
    class: 'chip', id: 'chip-' + (name || 'all'), title,
    'aria-current': asked.state === name && !asked.appealed && !asked.proposed ? 'true' : false,
  }, label, number === null ? null : h('span', { class: 'number' }, number.toLocaleString('en')));
  const waiting = name => counts ? [...counts.states.values()].reduce((sum, one) => sum + one[name], 0) : null;
  const waits = (name, label, title) => {
    const number = waiting(name);
    return h('a', {
      href: address({ ...asked, state: '', appealed: '', proposed: '', [name]: 'true' }), class: 'chip', id: 'chip-' + name,
      title, 'aria-current': asked[name] ? 'true' : false,
    }, label, number === null ? null : h('span', { class: 'number' }, number.toLocaleString('en')));
  };
  return h('nav', { class: 'chips', 'aria-label': 'By state' },
    chip('', 'all', all, 'Every state'),
    STATES.map(name => chip(name, name, counts ? counts.states.get(name)?.count ?? 0 : null, STATE_SAYS[name])),
    waits('appealed', 'appeals', 'An appeal waits for its answer'),
    only(isOperator() && (asked.proposed || waiting('proposed')), () => waits('proposed', 'second operator', 'A ruling waits for a second operator')));
}

function filters(asked, counts) {
  const contributor = h('input', { id: 'by-contributor', value: asked.contributor, autocomplete: 'off', spellcheck: 'false' });
  const codes = counts ? [...counts.codes.keys()] : [];
  if (asked.code && !codes.includes(asked.code)) codes.push(asked.code);
  const code = h('select', { id: 'by-code' }, h('option', { value: '' }, 'any'),
    codes.sort().map(one => h('option', { value: one }, one)));
  code.value = asked.code;
  const go = event => {
    event?.preventDefault();
    location.hash = address({ ...asked, contributor: contributor.value.trim(), code: code.value });
  };
  code.addEventListener('change', go);
  return h('form', { class: 'filters', role: 'search', on: { submit: go } },
    only(isOperator(), () => h('div', {}, h('label', { for: 'by-contributor' }, 'Contributor'), contributor)),
    h('div', {}, h('label', { for: 'by-code' }, 'Finding'), code),
    h('button', { class: 'button' }, 'Filter'),
    only(asked.contributor || asked.code || asked.state || asked.appealed || asked.proposed, () => h('a', { href: '#/', class: 'clear' }, 'Clear')));
}

function table(found, asked) {
  if (found.items.length === 0) {
    const none = asked.contributor || asked.code || asked.state || asked.appealed || asked.proposed
      ? 'No submission is like that.'
      : isOperator() ? 'Nothing was uploaded yet. Whatever arrives in the dataset bucket below CONTRIBUTOR/DATASET/REVISION/ is shown here.' : 'You have uploaded nothing yet: provgate submit FOLDER --to ' + who().contributor + '/DATASET/REVISION sends one.';
    return h('p', { class: 'empty' }, found.next ? 'None on the pages looked at so far.' : none);
  }
  const columns = ['Submission', 'State', 'Since', 'Findings', 'Objects'];
  return h('div', { class: 'card flush' }, h('table', { class: 'cases', role: 'table' },
    h('caption', { class: 'unseen' }, 'Submissions'),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' },
      columns.map(name => h('th', { scope: 'col', role: 'columnheader' }, name)))),
    h('tbody', { role: 'rowgroup' }, found.items.map(row))));
}

function row(one) {
  const cell = (label, ...children) => h('td', { role: 'cell', 'data-label': label }, h('div', {}, ...children));
  const more = one.codes.length - CODES_SHOWN;
  return h('tr', { role: 'row' },
    cell('Submission', caseLink(one.id, { id: 'case-' + one.id })),
    cell('State', state(one), only(one.releasedUntil, () => h('span', { class: 'hint' }, ' until ' + one.releasedUntil))),
    cell('Since', time(one.state === 'receiving' || one.state === 'deciding' ? one.began : one.decided ?? one.began)),
    cell('Findings', one.codes.length === 0
      ? h('span', { class: 'faint' }, one.outcome ? 'none' : '–')
      : [one.codes.slice(0, CODES_SHOWN).map(code => [codeLink(code), ' ']), only(more > 0, () => h('span', { class: 'faint' }, '+' + more))]),
    cell('Objects', progress(one)));
}

function progress(one) {
  const { arrived, expected } = one.progress;
  const words = arrivals(arrived, expected);
  return one.state === 'receiving'
    ? [words, h('span', { class: 'hint', title: instant(one.deadline) }, ' decided ', time(one.deadline))]
    : words;
}

function pages(asked, found) {
  return h('nav', { class: 'pages', 'aria-label': 'Pages' },
    only(asked.cursor, () => h('a', { class: 'button', href: address(asked) }, 'First page')),
    only(asked.cursor, () => h('button', { class: 'button', on: { click: () => history.back() } }, 'Back')),
    only(found.next, () => h('a', { class: 'button', id: 'next-page', href: '#/' + query({ ...asked, cursor: found.next }) }, 'Next page')));
}

function ages(counts) {
  const rows = STATES.filter(name => counts.states.has(name)).map(name => {
    const one = counts.states.get(name);
    return h('tr', {}, h('th', { scope: 'row' }, name),
      AGES.map(([age]) => h('td', { class: one.ages[age] ? '' : 'faint' }, one.ages[age].toLocaleString('en'))));
  });
  return h('aside', { class: 'card', 'aria-label': 'States by age' },
    h('h2', {}, 'How long they have been so'),
    h('table', { class: 'numbers' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Up to'), AGES.map(([, says]) => h('th', { scope: 'col' }, says)))),
      h('tbody', {}, rows)),
    only(!counts.whole, () => h('p', { class: 'hint' }, 'Counted are the first ' + count(counts.looked, 'submission') + '.')));
}
