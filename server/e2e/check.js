// What every page must be: opened, valid HTML, readable by everybody, narrow enough for a phone,
// from this server alone, and under a policy that lets nothing run that we did not write.
const fs = require('fs');
const { HtmlValidate } = require('html-validate');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// Off: how we spell things (a void element, a boolean attribute), and what the layout does on purpose.
const html = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off', 'attribute-boolean-style': 'off', 'no-trailing-whitespace': 'off', 'doctype-style': 'off', 'attribute-empty-style': 'off',
    'long-title': 'off', // a case number and two parties are long, and all of it is wanted
    'tel-non-breaking': 'off', 'require-sri': 'off', 'no-inline-style': 'error',
  },
});

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

// guard watches a context: whatever it asks of another server is remembered, whether it is answered or not. The browser's
// own viewer of PDF files (chrome-extension:, chrome:) is no server.
function guard(context, base, wrong) {
  context.on('request', (r) => {
    const url = new URL(r.url());
    if (url.origin !== base && !['data:', 'blob:', 'about:', 'chrome-extension:', 'chrome:'].includes(url.protocol)) wrong.push(`asks another server: ${url}`);
  });
}

// told reads from the page, in one go, what it is, where it leads, how wide it is, and what a checker of accessibility can
// tell apart: elements, their roles, classes and states, whether there is text, what scrolls; rows alike count once. The
// frame is what surrounds the main part. What attributes point at is not in it: html-validate follows those in each page.
function told() {
  const states = ['class', 'type', 'role', 'scope', 'tabindex', 'lang', 'aria-hidden', 'aria-current', 'aria-expanded', 'aria-checked', 'aria-live', 'aria-invalid'];
  const main = document.querySelector('main');
  const styled = new Set();
  const of = (e, parent) => {
    const has = [...e.attributes].map((a) => a.name + (states.includes(a.name) ? `=${a.value}` : a.value.trim() ? '' : '=')).sort().join(' ');
    const text = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim()) ? ' text' : '';
    const scrolls = e.clientWidth && e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX !== 'visible' ? ' scrolls' : '';
    const own = `<${e.tagName} ${has}${text}${scrolls}>`;
    const looks = `${e.tagName}.${e.getAttribute('class') || ''}`;
    styled.add(parent + ' ' + looks + text + scrolls);
    if (e.tagName === 'svg') return own;
    return own + [...new Set([...e.children].map((c) => (c === main ? '<MAIN>' : of(c, looks))))].join('') + '</>';
  };
  return {
    name: document.body.dataset.page, links: [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')), width: document.documentElement.scrollWidth,
    parts: [of(document.body, ''), main ? of(main, 'BODY') : ''], styled: [...styled],
  };
}

const parts = new Set(); // frames and main parts that were read, at whatever width
const styled = new Map(); // for each width, what was read there: an element of a style in one of another

// accessible asks the checker, which takes half a second a page, where there is something it has not yet read: a frame or a
// main part, or, at the other width, where a sheet of styles hides and turns, an element in another place.
async function accessible(page, where, here) {
  const { width } = page.viewportSize();
  const was = styled.get(width) || new Set();
  styled.set(width, was);
  here ||= await page.evaluate(told);
  if (here.parts.every((p) => parts.has(p)) && here.styled.every((e) => was.has(e))) return [];
  here.parts.forEach((p) => parts.add(p));
  here.styled.forEach((e) => was.add(e));
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'best-practice'], resultTypes: ['violations'], iframes: false, preload: false }));
  return found.violations.map((v) => `${where}: ${v.id}: ${v.nodes[0].html.slice(0, 200)}`);
}

// fits says what is wider than the window.
async function fits(page, size, where) {
  await page.setViewportSize(size);
  return tooWide(await page.evaluate(() => document.documentElement.scrollWidth), size, where);
}

const tooWide = (width, size, where) => (width > size.width ? [`${where}: ${width - size.width} px wider than ${size.width}`] : []);

async function valid(text, where) {
  const report = await html.validateString(text);
  return report.results.flatMap((r) => r.messages).map((m) => `${where}: html ${m.ruleId} at line ${m.line}: ${m.message}`);
}

function policed(headers, where) {
  const policy = headers['content-security-policy'] || '';
  if (!policy.includes("default-src 'none'")) return [`${where}: no policy, or a wide one: ${policy}`];
  return policy.includes('unsafe-') ? [`${where}: the policy lets ${policy}`] : [];
}

// check reads the page that the browser shows, at both widths; answer is what the server sent for it, here what the page
// has told of itself at the width it is shown at. Who goes on to another page may stay at the width it was read at last.
async function check(page, answer, where, { shot, here, stay } = {}) {
  const wrong = [...policed(answer.headers(), where), ...await valid(await answer.text(), where)];
  const was = page.viewportSize();
  for (const size of was.width === phone.width ? [phone, wide] : [wide, phone]) {
    const same = here && size.width === was.width;
    if (!same) await page.setViewportSize(size);
    const now = same ? here : await page.evaluate(told);
    wrong.push(...tooWide(now.width, size, where), ...await accessible(page, where, now));
    if (shot) await page.screenshot({ path: `${shot}-${size.width}.png`, fullPage: true });
  }
  if (!stay) await page.setViewportSize(was);
  return wrong;
}

module.exports = { told, check, guard, accessible, fits, valid, wide, phone };
