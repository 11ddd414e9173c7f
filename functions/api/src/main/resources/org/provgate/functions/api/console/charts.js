// Small pictures of counts. Each is a list of the same numbers for whoever does not see it.

import { h, s } from './dom.js';

const PARTS = ['quarantined', 'accepted'];

const legend = () => h('p', { class: 'legend', 'aria-hidden': 'true' },
  PARTS.map(part => h('span', {}, h('span', { class: 'swatch is-' + part }), part)));

function asTable(id, caption, name, rows) {
  return h('details', { id }, h('summary', {}, 'The same as a table'),
    h('table', { class: 'numbers' }, h('caption', { class: 'unseen' }, caption),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, name), PARTS.map(part => h('th', { scope: 'col' }, part)))),
      h('tbody', {}, rows.map(({ label, ...row }) => h('tr', {}, h('th', { scope: 'row' }, h('bdi', {}, label)),
        PARTS.map(part => h('td', {}, row[part].toLocaleString('en'))))))));
}

const total = row => row.accepted + row.quarantined;

/** A bar for each row, the longest first in the hands of the caller. `link` says where a row leads. */
export function bars(id, caption, name, rows, link = () => null) {
  const most = Math.max(1, ...rows.map(total));
  return h('figure', { class: 'chart' }, h('figcaption', {}, caption), legend(),
    h('ul', { class: 'bars' }, rows.map(row => {
      const label = link(row) ?? h('bdi', {}, row.label);
      const one = s('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
      let from = 0;
      for (const part of PARTS) {
        const width = 100 * row[part] / most;
        one.append(s('rect', { class: 'bar is-' + part, x: from, y: 0, width, height: 8 }));
        from += width;
      }
      return h('li', {}, h('span', { class: 'label' }, label), one,
        h('span', { class: 'number' }, total(row).toLocaleString('en'),
          h('span', { class: 'unseen' }, ': ' + PARTS.map(part => row[part] + ' ' + part).join(', '))));
    })),
    asTable(id, caption, name, rows));
}

const HEIGHT = 150;
const FOOT = 22;
const LEFT = 34;

/** A column for each day, the days between them empty. */
export function columns(id, caption, rows) {
  const most = Math.max(1, ...rows.map(total));
  const step = niceStep(most);
  const top = Math.ceil(most / step) * step;
  const wide = Math.max(320, rows.length * 20);
  const width = (wide - LEFT) / rows.length;
  const y = count => HEIGHT - FOOT - (HEIGHT - FOOT - 8) * count / top;
  const drawing = s('svg', {
    viewBox: `0 0 ${wide} ${HEIGHT}`, class: 'columns', role: 'img',
    'aria-label': caption + ': ' + rows.reduce((sum, row) => sum + total(row), 0) + ' in ' + rows.length + ' days',
  });
  for (let tick = 0; tick <= top; tick += step) {
    drawing.append(s('line', { class: 'grid', x1: LEFT, x2: wide, y1: y(tick), y2: y(tick) }),
      s('text', { class: 'axis end', x: LEFT - 6, y: y(tick) + 4 }, tick.toLocaleString('en')));
  }
  rows.forEach((row, at) => {
    let low = 0;
    for (const part of PARTS) {
      const high = low + row[part];
      drawing.append(s('rect', { class: 'bar is-' + part, x: LEFT + at * width + width * 0.15, width: width * 0.7, y: y(high), height: y(low) - y(high) },
        s('title', {}, row.label + ': ' + row[part] + ' ' + part)));
      low = high;
    }
    const labels = Math.max(1, Math.ceil(rows.length / 6));
    if ((rows.length - 1 - at) % labels === 0) {
      const last = at === rows.length - 1;
      drawing.append(s('text', { class: last ? 'axis end' : 'axis middle', x: LEFT + at * width + (last ? width : width / 2), y: HEIGHT - 6 }, row.label.slice(5)));
    }
  });
  return h('figure', { class: 'chart' }, h('figcaption', {}, caption), legend(), drawing, asTable(id, caption, 'Day', rows.filter(total)));
}

function niceStep(most) {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (most / (step * power) <= 5) return step * power;
  }
}
