// A case: where it stands, what was found, and what can be done.

import { ask, askFor, ofCase } from './api.js';
import { actions, proposal } from './actions.js';
import { h, only, quoted, say } from './dom.js';
import { findings } from './findings.js';
import { lineage } from './lineage.js';
import { next } from './next.js';
import { story } from './story.js';
import { files, teachers } from './tables.js';
import { STATE_SAYS, arrivals, count, instant, state, time } from './words.js';

export async function show(page) {
  const id = page.path.slice(1, 4).join('/');
  const shown = { one: null, events: [], texts: new Map(), lines: null };
  let last = '';

  async function look() {
    const [one, events] = await Promise.all([ask(ofCase(id), page.signal), history(id, page.signal)]);
    const now = JSON.stringify([one, events]);
    if (now === last) return;
    last = now;
    shown.one = one;
    shown.events = events;
    draw(page, shown, look);
    shown.texts = await textsOf(one, page.signal);
    draw(page, shown, look);
  }

  await look();
  page.every(3, look);
  shown.lines = await ask('/lineage/' + page.path.slice(1, 4).map(encodeURIComponent).join('/'), page.signal);
  draw(page, shown, look);
}

async function history(id, signal) {
  const events = [];
  let cursor = '';
  do {
    const found = await ask(ofCase(id, '/history' + (cursor ? '?cursor=' + cursor : '')), signal);
    events.push(...found.items);
    cursor = found.next ?? '';
  } while (cursor);
  return events;
}

/** The manifest, so that findings can show their place in it. */
async function textsOf(one, signal) {
  const path = one.declared?.manifest;
  if (!path || !one.findings.some(finding => finding.file === path)) return new Map();
  try {
    const found = await ask(ofCase(one.id, '/text?path=' + encodeURIComponent(path)), signal);
    return new Map([[path, found.text]]);
  } catch (fault) {
    // Not kept any more: findings are shown without their lines.
    if (fault.status === 404) return new Map();
    throw fault;
  }
}

function draw(page, shown, again) {
  const { one } = shown;
  page.put(one.id,
    h('p', { class: 'crumbs' }, h('a', { href: '#/' }, 'All submissions')),
    head(one),
    h('div', { class: 'beside wide' },
      h('div', { class: 'stack' }, proposal(one, shown.events, again), next(one, actions(one, again)), findings(one, shown.texts, again), teachers(one), files(one), lineage(one, shown.lines)),
      story(shown.events)));
}

function head(one) {
  const [contributor, dataset, revision] = one.id.split('/');
  return h('header', { class: 'card case-head' },
    h('div', { class: 'line' },
      h('h1', {}, h('span', { class: 'faint' }, contributor + '/'), dataset, h('span', { class: 'faint' }, '/' + revision)),
      h('span', {}, state(one))),
    h('p', { class: 'standing' }, standing(one)),
    progress(one),
    only(one.declared, () => declared(one)),
    only(one.verdict > 0, () => reports(one)));
}

function standing(one) {
  const parts = [STATE_SAYS[one.state]];
  if (one.outcome && one.outcome !== one.state) parts.push('by rule it is ' + one.outcome);
  if (one.releasedUntil) parts.push('the release ends after ' + one.releasedUntil);
  return [parts.join('; '), '. ',
    one.decided ? ['Verdict ' + one.verdict + ' was given ', time(one.decided), ' (' + instant(one.decided) + ').'] : 'There is no verdict yet.',
    one.verdict > 0 && !one.placed ? ' Its objects are being moved.' : ''];
}

function progress(one) {
  const { arrived, expected, missing } = one.progress;
  const waits = one.state === 'receiving';
  return h('div', { class: 'progress' },
    only(expected > 0 && (waits || arrived < expected), () => h('progress', { max: expected, value: Math.min(arrived, expected), 'aria-label': 'Objects that arrived' })),
    h('span', {}, expected > 0 ? arrivals(arrived, expected) + ' objects arrived' : count(arrived, 'object') + ' arrived; no manifest says how many there are',
      only(waits, () => ['; decided as it is ', time(one.deadline), ' (' + instant(one.deadline) + ') at the latest'])),
    only(missing.length > 0, () => h('details', { id: 'missing' }, h('summary', {}, count(missing.length, 'object is', 'objects are') + ' awaited'),
      h('ul', { class: 'paths' }, missing.map(path => h('li', {}, quoted(path)))))));
}

function declared(one) {
  const { dataset, manifest, format } = one.declared;
  const entries = [
    ['Dataset', dataset?.name], ['Version', dataset?.version], ['Licence', dataset?.license],
    ['Manifest', manifest && manifest + (format ? ' (' + format + ')' : '')], ['Policy', one.policy?.name],
  ].filter(([, value]) => value);
  return h('dl', { class: 'facts' }, entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, quoted(value)))),
    only(one.policy?.audit, () => h('div', {}, h('dt', {}, 'Mode'), h('dd', {}, 'audit: decided, and let in all the same'))));
}

const FORMS = [['HTML', 'text/html', 'html'], ['JSON', 'application/json', 'json'], ['SARIF', 'application/sarif+json', 'sarif']];

function reports(one) {
  return h('p', { class: 'reports' }, 'Report of verdict ' + one.verdict + ': ',
    FORMS.map(([name, type, ending]) => [h('button', {
      class: 'button small', id: 'report-' + ending, on: { click: () => keep(one, type, ending) },
    }, name), ' ']));
}

/** The report is saved: shown here, it would be bound by this page’s own rules. */
async function keep(one, type, ending) {
  try {
    const text = await askFor(ofCase(one.id, '/report'), type);
    const link = h('a', { download: one.id.replaceAll('/', '-') + '.' + ending });
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    say('The report was saved as ' + link.download + '.');
  } catch (fault) {
    say(fault.message);
  }
}
