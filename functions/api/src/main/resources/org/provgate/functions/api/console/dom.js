// Elements by construction: every text becomes a text node, and nothing is ever read as markup.

const SVG = 'http://www.w3.org/2000/svg';

// What steers a line or hides in it instead of being shown; joiners are left, since scripts need them.
const STEERING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e007f}]/gu;

const LOCAL = /^#/;
const ABROAD = /^https?:\/\//i;

/** A text as it is shown: nothing in it reorders or hides what stands beside it. */
export function shown(text) {
  return String(text).replace(STEERING, c => '<U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0') + '>');
}

function set(element, name, value) {
  if (value === false || value === undefined || value === null) return;
  if (name === 'on') {
    for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
  } else if (/^(on|style$|srcdoc$|src$|action$|formaction$|xlink)/i.test(name)) {
    throw new Error('no such attribute here: ' + name);
  } else if (name === 'href' && !LOCAL.test(value) && !ABROAD.test(value)) {
    throw new Error('no such address here');
  } else if (name === 'value' || name === 'checked' || name === 'disabled' || name === 'open') {
    element[name] = value;
  } else {
    element.setAttribute(name, value === true ? '' : shown(value));
  }
}

/** Gives an element its children, and no others. */
export function refill(element, ...children) {
  element.replaceChildren();
  return fill(element, children);
}

function fill(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : shown(child));
  }
  return element;
}

/** An element with its attributes and children. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) set(element, name, value);
  return fill(element, children);
}

/** The same for drawings. */
export function s(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes ?? {})) set(element, name, value);
  return fill(element, children);
}

/** Somebody else's text, set apart so that its direction stays its own. */
export function quoted(text, attributes) {
  return h('bdi', attributes, text);
}

/** A place on the web where it is one, else its text. Nobody is told where the reader came from. */
export function abroad(text) {
  let address;
  try {
    address = new URL(text);
  } catch {
    return quoted(text);
  }
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return quoted(text);
  return h('a', { href: address.href, rel: 'noopener noreferrer nofollow', target: '_blank' }, quoted(text));
}

/** Puts a text where a screen reader says it. */
export function say(text) {
  document.getElementById('said').textContent = shown(text);
}

export function only(condition, make) {
  return condition ? make() : null;
}
