// Where rows come from and where they went, as manifests declare it.

import { abroad, h, only, quoted, s, shown } from './dom.js';
import { caseAddress, caseLink, count } from './words.js';

const BOX = { width: 176, height: 44, gap: 12 };
const SPACE = 40;

// What a drawing of this size can hold; the list below it has all.
const DRAWN = 8;
const LETTERS = 22;

export function lineage(one, lines) {
  return h('section', { 'aria-labelledby': 'lineage' },
    h('h2', { id: 'lineage' }, 'Lineage'),
    !lines ? h('p', { class: 'empty' }, 'Looking …') : h('div', { class: 'card' }, graph(one, lines), list(lines)));
}

const nameOf = source => source.id ?? source.name ?? source.uri ?? source.source ?? 'unnamed';

function graph(one, lines) {
  const left = lines.sources.slice(0, DRAWN).map(source => ({ name: nameOf(source), kind: source.kind, says: kindOf(source), id: source.kind === 'submission' ? source.id : '' }));
  const right = lines.derived.slice(0, DRAWN).map(derived => ({ name: derived.id, kind: 'submission', id: derived.id }));
  if (left.length + right.length === 0) return h('p', { class: 'empty' }, 'The manifest names no source, and nothing says it comes from here.');
  const tall = Math.max(left.length, right.length, 1) * (BOX.height + BOX.gap) - BOX.gap;
  const columns = right.length ? 3 : 2;
  const wide = columns * BOX.width + (columns - 1) * SPACE;
  const x = column => column * (BOX.width + SPACE);
  const y = (number, at) => (tall - (number * (BOX.height + BOX.gap) - BOX.gap)) / 2 + at * (BOX.height + BOX.gap);
  const middle = { name: one.id, kind: 'here', id: '' };
  const edge = (fromX, fromY, toX, toY) => s('path', {
    class: 'edge', d: `M${fromX} ${fromY + BOX.height / 2} C${fromX + SPACE / 2} ${fromY + BOX.height / 2} ${toX - SPACE / 2} ${toY + BOX.height / 2} ${toX} ${toY + BOX.height / 2}`,
  });
  return h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Graph of ' + count(lines.sources.length, 'source') + ' and ' + count(lines.derived.length, 'derived submission') },
    s('svg', { viewBox: `-1 -1 ${wide + 2} ${tall + 2}`, class: 'lineage', width: wide, height: tall },
      left.map((_, at) => edge(BOX.width, y(left.length, at), x(1), y(1, 0))),
      right.map((_, at) => edge(x(1) + BOX.width, y(1, 0), x(2), y(right.length, at))),
      left.map((node, at) => box(node, x(0), y(left.length, at))),
      box(middle, x(1), y(1, 0)),
      right.map((node, at) => box(node, x(2), y(right.length, at)))));
}

const KINDS = { submission: 'submission of this hub', 'known-dataset': 'public dataset', unknown: 'not known here', here: 'this case' };

/** What has no address is no dataset that could be known. */
const kindOf = source => source.kind === 'unknown' && !source.uri ? 'as the manifest tells' : KINDS[source.kind] ?? source.kind;

function box(node, x, y) {
  const drawn = s('g', { class: 'node is-' + node.kind, transform: `translate(${x} ${y})` },
    s('title', {}, node.name),
    s('rect', { width: BOX.width, height: BOX.height, rx: 8 }),
    s('text', { x: 12, y: 18 }, short(node.name)),
    s('text', { x: 12, y: 34, class: 'kind' }, node.says ?? KINDS[node.kind] ?? node.kind));
  return node.id ? s('a', { href: caseAddress(node.id) }, drawn) : drawn;
}

function short(name) {
  const points = [...shown(name)];
  return points.length <= LETTERS ? points.join('') : points.slice(0, LETTERS - 1).join('') + '…';
}

function list(lines) {
  return h('details', { id: 'lineage-list' }, h('summary', {}, 'The same as a list'),
    h('h3', {}, 'Comes from'),
    lines.sources.length === 0 ? h('p', { class: 'hint' }, 'No source is named.') : h('ul', {}, lines.sources.map(source => h('li', {},
      source.kind === 'submission' ? caseLink(source.id) : quoted(nameOf(source)), ' – ', kindOf(source),
      only(source.uri, () => [' – ', abroad(source.uri)]),
      only(source.teachers?.length, () => [' – made with ', quoted(source.teachers.map(teacher => teacher.model).join(', '))])))),
    h('h3', {}, 'Named as a source by'),
    lines.derived.length === 0 ? h('p', { class: 'hint' }, 'Nobody, as far as was looked.') : h('ul', {}, lines.derived.map(one => h('li', {}, caseLink(one.id)))),
    only(lines.next, () => h('p', { class: 'hint' }, 'Looked through were ' + count(lines.looked, 'submission') + '; there are more.')));
}
