// Findings: the fault, its place, what speaks for it, and the remedy.

import { h, only, quoted } from './dom.js';
import { ask } from './actions.js';
import { rulebook } from './rules.js';
import { may } from './session.js';
import { codeLink, count } from './words.js';

const GRAVITY = ['error', 'warning', 'note'];

// More are shown when they are asked for.
const AT_ONCE = 40;
const AROUND = 2;
const LONGEST_LINE = 400;

export function findings(one, texts, again) {
  const sorted = [...one.findings].sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
  const list = h('div', { class: 'stack' });
  const show = from => {
    list.querySelector('.more')?.remove();
    sorted.slice(from, from + AT_ONCE).forEach((finding, at) => list.append(card(one, finding, texts, again, from + at)));
    if (sorted.length > from + AT_ONCE) {
      list.append(h('button', { class: 'button more', on: { click: () => show(from + AT_ONCE) } },
        'Show ' + (sorted.length - from - AT_ONCE) + ' more'));
    }
  };
  show(0);
  return h('section', { 'aria-labelledby': 'findings' },
    h('h2', { id: 'findings' }, 'Findings', h('span', { class: 'counts' }, counts(one))),
    sorted.length ? list : h('p', { class: 'empty' }, one.outcome ? 'Nothing was found.' : 'Nothing was decided yet.'),
    only(one.waived?.length, () => waived(one)));
}

function counts(one) {
  if (!one.counts) return '';
  return GRAVITY.concat('waived').filter(name => one.counts[name])
    .map(name => [' ', h('span', { class: 'pill is-' + name }, name === 'waived' ? one.counts[name] + ' waived' : count(one.counts[name], name))]);
}

const subjectOf = finding => finding.subject.kind + ':' + finding.subject.name;

function card(one, finding, texts, again, number) {
  const place = finding.file ? finding.file + (finding.line ? ', line ' + finding.line : '') : '';
  return h('article', { class: 'card finding is-' + finding.severity, 'aria-labelledby': 'finding-' + number },
    h('div', { class: 'line' },
      h('h3', { id: 'finding-' + number }, h('span', { class: 'pill is-' + finding.severity }, finding.severity), ' ', codeLink(finding.code)),
      h('span', { class: 'faint place' }, quoted(place))),
    h('p', { class: 'message' }, quoted(finding.message)),
    frame(finding, texts.get(finding.file)),
    only(finding.evidence?.length, () => evidence(finding)),
    only(finding.remedy, () => h('p', { class: 'remedy' }, h('strong', {}, 'Remedy '), quoted(finding.remedy))),
    only(finding.fix?.length, () => fix(finding, number)),
    h('div', { class: 'line tools' },
      why(finding, number),
      only(may('waive') && finding.severity !== 'note', () => h('button', {
        class: 'button small', id: 'waive-' + number,
        on: { click: () => ask('waive', one, again, { code: finding.code, subject: subjectOf(finding) }) },
      }, 'Waive')),
      only(may('appeal') && !may('waive') && finding.severity === 'error' && !one.appealed && appealable(one), () => h('button', {
        class: 'button small', id: 'appeal-' + number,
        on: { click: () => ask('appeal', one, again, { finding: finding.code + ' ' + subjectOf(finding) }) },
      }, 'Appeal'))));
}

const appealable = one => one.state === 'quarantined' || one.state === 'rejected';

/** The lines around the place, the one meant marked. */
function frame(finding, text) {
  if (!text || !finding.line) return null;
  const lines = text.split(/\r\n|\n|\r/);
  const from = Math.max(1, finding.line - AROUND);
  const to = Math.min(lines.length, finding.line + AROUND);
  if (finding.line > lines.length) return null;
  const rows = [];
  for (let number = from; number <= to; number++) {
    const line = lines[number - 1];
    const here = number === finding.line;
    rows.push(h('div', { class: here ? 'here' : '' }, h('span', { class: 'number', 'aria-hidden': 'true' }, String(number)),
      h(here ? 'mark' : 'span', {}, quoted(line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) + '…' : line || ' '))));
  }
  return h('div', { class: 'frame', role: 'figure', 'aria-label': finding.file + ', lines ' + from + ' to ' + to, tabindex: '0' }, rows);
}

function evidence(finding) {
  return h('ul', { class: 'evidence', 'aria-label': 'Evidence' }, finding.evidence.map(one => h('li', {},
    h('blockquote', {}, excerpt(one)),
    h('p', { class: 'hint' },
      h('span', { class: 'pill is-' + one.strength }, one.strength), ' for ',
      h('strong', {}, quoted([one.model, one.provider && '(' + one.provider + ')'].filter(Boolean).join(' ') || 'a model of unknown make')),
      '; ', one.line ? 'first in line ' + one.line + ', ' : '', 'seen ' + count(one.count, 'time'),
      one.rows ? ' in ' + count(one.rows, 'row') : '', '; sign ', h('code', {}, one.fingerprint)))));
}

/** The excerpt, with the model's name marked where it stands in it. */
function excerpt(one) {
  const text = one.excerpt ?? '';
  const at = one.model ? text.toLowerCase().indexOf(one.model.toLowerCase()) : -1;
  return at < 0 ? quoted(text)
    : h('bdi', {}, text.slice(0, at), h('mark', {}, text.slice(at, at + one.model.length)), text.slice(at + one.model.length));
}

function fix(finding, number) {
  return h('details', { id: 'fix-' + number, class: 'fix' },
    h('summary', {}, count(finding.fix.length, 'change', 'changes') + ' of the manifest would mend it'),
    h('p', { class: 'hint' }, 'On your machine, ', h('code', {}, 'provgate fix FOLDER'), ' shows and makes it.'),
    h('pre', { tabindex: '0' }, finding.fix.map(step =>
      step.op + ' ' + step.path + (step.value === undefined ? '' : ' ' + JSON.stringify(step.value))).join('\n')));
}

function why(finding, number) {
  if (finding.code.startsWith('custom:')) return h('span', {});
  const box = h('details', { id: 'why-' + number, on: { toggle: tell } }, h('summary', {}, 'Why this matters'));
  async function tell() {
    if (!box.open || box.children.length > 1) return;
    const rule = (await rulebook()).get(finding.code);
    if (box.children.length === 1) box.append(h('p', { class: 'hint' }, rule ? rule.why : 'Nothing more is said of it.'));
  }
  return box;
}

function waived(one) {
  return h('details', { id: 'waived', class: 'card' },
    h('summary', {}, count(one.waived.length, 'finding') + ' waived'),
    h('ul', {}, one.waived.map(finding => h('li', {}, codeLink(finding.code), ' ', quoted(finding.message),
      only(finding.waiver, () => h('p', { class: 'hint' }, quoted(finding.waiver.reason), ' – ', quoted(finding.waiver.approver),
        ', until ' + finding.waiver.expires))))));
}
