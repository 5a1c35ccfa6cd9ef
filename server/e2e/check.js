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

// guard watches a context: whatever it asks of another server is remembered and refused. The browser's own viewer
// of PDF files (chrome-extension:, chrome:) is no server.
async function guard(context, base, wrong) {
  await context.route((url) => url.origin !== base && !['data:', 'blob:', 'about:', 'chrome-extension:', 'chrome:'].includes(url.protocol), (route) => {
    wrong.push(`asks another server: ${route.request().url()}`);
    return route.abort();
  });
}

async function accessible(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'best-practice'], resultTypes: ['violations'], iframes: false }));
  return found.violations.map((v) => `${where}: ${v.id}: ${v.nodes[0].html.slice(0, 200)}`);
}

async function fits(page, size, where) {
  await page.setViewportSize(size);
  const over = await page.evaluate((w) => document.documentElement.scrollWidth - w, size.width);
  return over > 0 ? [`${where}: ${over} px wider than ${size.width}`] : [];
}

async function valid(text, where) {
  const report = await html.validateString(text);
  return report.results.flatMap((r) => r.messages).map((m) => `${where}: html ${m.ruleId} at line ${m.line}: ${m.message}`);
}

function policed(headers, where) {
  const policy = headers['content-security-policy'] || '';
  if (!policy.includes("default-src 'none'")) return [`${where}: no policy, or a wide one: ${policy}`];
  return policy.includes('unsafe-') ? [`${where}: the policy lets ${policy}`] : [];
}

// check reads the page that the browser shows; answer is what the server sent for it.
async function check(page, answer, where, { small = true, shot } = {}) {
  const wrong = [...policed(answer.headers(), where), ...await valid(await answer.text(), where)];
  for (const size of small ? [wide, phone] : [phone, wide]) {
    wrong.push(...await fits(page, size, where));
    if (shot) await page.screenshot({ path: `${shot}-${size.width}.png`, fullPage: true });
  }
  return [...wrong, ...await accessible(page, where)];
}

module.exports = { check, guard, accessible, fits, valid, wide, phone };
