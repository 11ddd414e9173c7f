// Rescans: how far the last one has come, what it found, and how it is begun and steered.

import { ask, freshKey, query, tell } from './api.js';
import { h, only, quoted, say } from './dom.js';
import { caseLink, count, instant, pill, time } from './words.js';

// A part of what was noted comes with each page.
const PAGES = 70;
const CENTS = 100;

const KINDS = [
  ['all', 'Everything', '', 'whatever changed; parts of the hub that hang on nothing new are looked at too'],
  ['provider', 'A provider’s teachers', 'anthropic', 'the registry’s word for the provider'],
  ['model', 'A model', 'claude-3-opus', 'the family or model as manifests have it'],
  ['dataset', 'A public dataset', 'Open-Orca/OpenOrca', 'its id, name or address'],
  ['rule', 'A finding’s code', 'license-missing', 'its code'],
  ['license', 'A licence', 'CC-BY-4.0', 'its SPDX id'],
  ['submission', 'What comes from a submission', 'ada/tides/r1', 'CONTRIBUTOR/DATASET/REVISION'],
];

const STAGES = {
  looking: 'Everything is decided again, and what would change is noted. Nothing is written yet.',
  asking: 'More would flip than the limit allows. Nothing is written until an operator confirms.',
  writing: 'What changed is written, one verdict after another.',
  finished: 'It has come to its end.',
  stopped: 'An operator stopped it; what it had written stays.',
};

const WORDS = {
  begin: 'Begun', pause: 'Paused', resume: 'Resumed', stop: 'Stopped', confirm: 'Confirmed',
};

export async function show(page) {
  const estimate = await ask('/rescans/estimate', page.signal);
  let last = '';

  async function look() {
    const run = await latest(page.signal);
    const now = JSON.stringify(run);
    if (now === last) return;
    last = now;
    draw(page, run, estimate, look);
  }

  await look();
  page.every(2, look);
}

/** The last rescan with all that it noted; null before the first. */
async function latest(signal) {
  let run;
  try {
    run = await ask('/rescans/latest', signal);
  } catch (fault) {
    if (fault.status === 404) return null;
    throw fault;
  }
  let cursor = run.next;
  for (let page = 1; cursor && page < PAGES; page++) {
    const more = await ask('/rescans/' + encodeURIComponent(run.id) + query({ cursor }), signal);
    run.items.push(...more.items);
    cursor = more.next;
  }
  run.more = Boolean(cursor);
  return run;
}

const isOver = run => run.stage === 'finished' || run.stage === 'stopped';

function draw(page, run, estimate, again) {
  page.put('Rescans',
    h('div', { class: 'head' }, h('h1', {}, 'Rescans'),
      h('p', { class: 'faint' }, 'A rescan decides what is stored again, from stored facts: after another policy, other terms, or another gate. No data is read again.')),
    h('div', { class: 'beside wide' },
      h('div', { class: 'stack' },
        run ? [standing(run, again), noted(run)] : h('p', { class: 'empty' }, 'There was no rescan yet. One begins every night by itself where the schedule is on.')),
      h('div', { class: 'stack' }, !run || isOver(run) ? begin(estimate, again) : null, only(run, () => said(run)))));
}

function standing(run, again) {
  const { totals } = run;
  const share = run.segments ? run.segmentsDone : 0;
  const state = run.paused ? 'paused' : run.stage;
  return h('section', { class: 'card case-head rescan', 'aria-labelledby': 'run' },
    h('div', { class: 'line' }, h('h2', { id: 'run' }, 'Rescan of ', scope(run.scope)), pill(state, state)),
    h('p', { class: 'standing' }, run.paused ? 'Somebody paused it; it goes on when it is resumed. ' : STAGES[run.stage] + ' ', 'Begun ', time(run.began), ' (' + instant(run.began) + ').'),
    only(!isOver(run), () => h('div', { class: 'progress' },
      h('progress', { max: Math.max(1, run.segments), value: share, 'aria-label': 'Parts that have done this stage' }),
      h('span', {}, share + ' of ' + count(run.segments, 'part') + ' done'))),
    h('dl', { class: 'facts' }, [
      ['Looked at', totals.looked + (run.expected > totals.looked && !isOver(run) ? ' of about ' + run.expected.toLocaleString('en') : '')],
      ['Left alone', totals.left], ['Changed', totals.changed], ['Flipped', totals.flipped + flips(run)],
      ['Written', totals.written], ['Damaged', totals.damaged], ['Cost, estimated', money(run.estimate.costCents)],
    ].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value.toLocaleString('en'))))),
    parts(run),
    steering(run, again));
}

function scope(word) {
  const colon = word.indexOf(':');
  const kind = KINDS.find(([name]) => name === (colon < 0 ? word : word.slice(0, colon)));
  return colon < 0 ? 'everything' : [(kind?.[1] ?? word.slice(0, colon)).replace(/^./, first => first.toLowerCase()) + ': ', quoted(word.slice(colon + 1))];
}

const flips = run => run.totals.looked ? ' (' + (100 * run.totals.flipped / run.totals.looked).toFixed(1) + ' %; asks above ' + run.flipPercent + ' %)' : '';
const money = cents => cents < CENTS ? (cents <= 1 ? 'at most 1 cent' : 'about ' + cents + ' cents') : 'about $' + (cents / CENTS).toFixed(2);

function parts(run) {
  return h('details', { id: 'parts' }, h('summary', {}, 'Part by part'),
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Parts' }, h('table', { class: 'numbers' },
      h('thead', {}, h('tr', {}, ['Part', 'Done', 'Looked at', 'Flipped', 'Written', 'Last worked on'].map(name => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, run.parts.map(part => h('tr', {}, h('th', { scope: 'row' }, String(part.number + 1)),
        h('td', {}, part.done ? 'yes' : 'not yet'), h('td', {}, part.looked.toLocaleString('en')), h('td', {}, part.flipped.toLocaleString('en')),
        h('td', {}, part.written.toLocaleString('en')), h('td', {}, time(part.touched))))))));
}

function steering(run, again) {
  if (isOver(run)) return null;
  const words = [
    run.stage === 'asking' && !run.paused ? ['confirm', 'Let it flip them', 'main'] : null,
    run.paused ? ['resume', 'Resume', 'main'] : run.stage === 'asking' ? null : ['pause', 'Pause', ''],
    ['stop', 'Stop', 'grave'],
  ].filter(Boolean);
  return h('div', { class: 'buttons', role: 'group', 'aria-label': 'Steering' }, words.map(([word, label, kind]) => h('button', {
    class: 'button ' + kind, id: 'say-' + word, on: { click: event => steer(event.target, run, word, again) },
  }, label)));
}

async function steer(button, run, word, again) {
  button.disabled = true;
  try {
    await tell('/rescans/' + encodeURIComponent(run.id) + '/' + word, {}, freshKey());
    say(WORDS[word] + '.');
    await again();
  } catch (fault) {
    say(fault.message);
    button.disabled = false;
  }
}

function noted(run) {
  const worst = ['damaged', 'flipped', 'changed'];
  const rows = [...run.items].sort((a, b) => worst.indexOf(a.kind) - worst.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
  return h('section', { 'aria-labelledby': 'noted' }, h('h2', { id: 'noted' }, isOver(run) || run.stage === 'writing' ? 'What changed' : 'What would change'),
    rows.length === 0 ? h('p', { class: 'empty' }, run.stage === 'looking' ? 'Nothing so far.' : 'Nothing.')
      : h('div', { class: 'card flush', tabindex: '0', role: 'region', 'aria-label': 'Changes' }, h('table', { class: 'plain' },
        h('thead', {}, h('tr', {}, ['Submission', 'From', 'To', 'Because of'].map(name => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, rows.map(row)))),
    only(run.more, () => h('p', { class: 'hint' }, 'There is more than is shown; provgate rescan --status lists all.')));
}

function row(one) {
  return h('tr', {},
    h('th', { scope: 'row' }, one.kind === 'damaged' ? h('span', { class: 'path' }, quoted(one.id)) : caseLink(one.id)),
    one.kind === 'damaged'
      ? h('td', { colspan: '2' }, pill('damaged', 'error'))
      : [h('td', {}, one.from ? pill(one.from) : ''), h('td', {}, pill(one.to), only(one.kind === 'changed', () => h('span', { class: 'hint' }, ' other findings')))],
    h('td', {}, quoted(one.cause)));
}

function said(run) {
  return h('section', { 'aria-labelledby': 'said-of-it' }, h('h2', { id: 'said-of-it' }, 'Who said what'),
    h('ol', { class: 'story card', reversed: true }, [...run.said].reverse().map(one => h('li', { class: 'is-act' },
      h('p', {}, h('strong', {}, WORDS[one.word] ?? one.word), ' by ', quoted(one.by === 'gate' ? 'the schedule' : one.by)),
      only(one.reason, () => h('blockquote', {}, quoted(one.reason))),
      h('p', { class: 'hint' }, time(one.at), ' · ', instant(one.at))))));
}

function begin(estimate, again) {
  const wrong = h('p', { class: 'wrong', role: 'alert' });
  const kind = h('select', { id: 'scope' }, KINDS.map(([name, label]) => h('option', { value: name }, label)));
  const name = h('input', { id: 'scope-name', autocomplete: 'off', spellcheck: 'false', maxlength: '200', 'aria-describedby': 'scope-hint' });
  const hint = h('p', { class: 'hint', id: 'scope-hint' });
  const named = h('div', { class: 'field', hidden: true }, h('label', { for: 'scope-name' }, 'Which'), name, hint);
  const reason = h('textarea', { id: 'rescan-reason', rows: '3', required: true, maxlength: '4000', 'aria-describedby': 'reason-hint' });
  const percent = h('input', { id: 'flip-percent', type: 'number', min: '0', max: '100', value: '10', required: true, 'aria-describedby': 'percent-hint' });
  const button = h('button', { class: 'button main', id: 'begin' }, 'Begin');
  const key = freshKey();

  kind.addEventListener('change', () => {
    const [, , example, says] = KINDS.find(([one]) => one === kind.value);
    named.hidden = kind.value === 'all';
    name.required = !named.hidden;
    name.placeholder = example;
    hint.textContent = says;
  });

  async function start(event) {
    event.preventDefault();
    button.disabled = true;
    wrong.textContent = '';
    try {
      await tell('/rescans', {
        scope: kind.value === 'all' ? 'all' : kind.value + ':' + name.value.trim(),
        flipPercent: percent.value, reason: reason.value.trim(),
      }, key);
      say('The rescan has begun.');
      await again();
    } catch (fault) {
      wrong.textContent = fault.message;
      button.disabled = false;
    }
  }

  return h('form', { class: 'card', id: 'begin-rescan', on: { submit: start } },
    h('h2', {}, 'Begin one'),
    h('p', { class: 'hint' }, 'The hub holds about ' + count(estimate.submissions, 'submission') + '; all of them come to ' + money(estimate.costCents)
      + '. Above ' + money(estimate.limitCents) + ' none begins.'),
    h('div', { class: 'field' }, h('label', { for: 'scope' }, 'What is decided again'), kind), named,
    h('div', { class: 'field' }, h('label', { for: 'rescan-reason' }, 'Reason'), reason, h('p', { class: 'hint', id: 'reason-hint' }, 'It is kept with your name.')),
    h('div', { class: 'field' }, h('label', { for: 'flip-percent' }, 'Ask when more flip than, in a hundred'), percent,
      h('p', { class: 'hint', id: 'percent-hint' }, 'Then it writes nothing before somebody confirms.')),
    wrong, h('div', { class: 'buttons end' }, button));
}
