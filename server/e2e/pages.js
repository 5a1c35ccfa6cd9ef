// Every page there is, as each role finds it: from where somebody lands, along every link that is
// offered, in both languages and at both widths. With SHOTS each one is also kept as a picture.
const { chromium } = require('playwright-core');
const { check, told, guard, wide } = require('./check.js');
const { BASE, CHROMIUM, SHOTS, LOGINS, PAGES, SHEET, START } = process.env;

const wrong = [];
const seen = new Set(); // names of pages
const steps = new Set(); // forms of steps, each looked at once
const nobodys = new Map(); // addresses that need no sign-in: who is signed in sees the same there
let looked = 0;

// kind tells which addresses show the same page: one of each is enough for a role.
function kind(path) {
  const [at, query = ''] = path.split('?');
  const names = [...new URLSearchParams(query).keys()].filter((k) => k !== 'lang').sort();
  return at.replace(/\/[2-9A-HJ-NP-Z]{12}(?=\/|$)/, '/:case').replace(/\/\d+(-\d+)*(?=\/|$)/g, '/:id') + (names.length ? '?' + names : '');
}

// own are steps that a party sees on a page of its own, not as the form that staff fill in.
const own = ['file-application'];
const parties = ['worker', 'employer', 'agent'];

// wanted says whether this address shows something not yet seen by the role.
function wanted(path, had, who) {
  if (path.includes('letters=')) return false; // the same page in large letters
  const k = kind(path);
  const step = k.match(/^\/cases\/:case\/steps\/(.*)$/);
  if (step) {
    const form = (own.includes(step[1]) && parties.includes(who) ? 'own ' : '') + step[1];
    return !steps.has(form) && !!steps.add(form);
  }
  if (had !== nobodys && nobodys.has(k)) return false;
  const n = had.get(k) || 0;
  had.set(k, n + 1);
  return n < (k === '/cases/:case' ? (parties.includes(who) ? 6 : 2) : 1); // each of a party's few cases is at another stage
}

const languages = (path) => ['zh', 'en'].map((l) => [l, path + (path.includes('?') ? '&' : '?') + 'lang=' + l]);

// look opens one page in both languages. It returns the links on it.
async function look(page, who, path) {
  let links = [];
  for (const [lang, at] of languages(path)) {
    let answer;
    try {
      answer = await page.goto(BASE + at);
    } catch (e) {
      if (/Download is starting|ERR_ABORTED/.test(e.message)) return []; // a file, not a page
      throw e;
    }
    const where = `${who} ${at}`;
    if (new URL(page.url()).pathname !== path.split('?')[0]) { // led elsewhere: to sign in, first
      if (!who) nobodys.delete(kind(path));
      return [];
    }
    if (answer.status() !== 200 && !(path === '/no-such-page' && answer.status() === 404)) {
      wrong.push(`${where}: cannot be opened: ${answer.status()}`);
      return [];
    }
    if (!(answer.headers()['content-type'] || '').startsWith('text/html')) return [];
    const here = await read(page, answer, where, lang, true);
    if (lang === 'zh') links = here.links;
  }
  return links.filter((l) => l.startsWith('/')).map((l) => l.split('#')[0].replace(/([?&])lang=\w+&?/, '$1').replace(/[?&]$/, ''));
}

async function read(page, answer, where, lang, stay = false) {
  const here = await page.evaluate(told);
  const { name } = here;
  if (!name) return here;
  seen.add(name);
  looked++;
  const shot = SHOTS && `${SHOTS}/${name}-${where.replace(/\?.*/, '').replace(/[^a-z0-9-]+/gi, '_')}-${lang}`;
  wrong.push(...await check(page, answer, where, { shot, here, stay }));
  return here;
}

// crawl goes where the links lead, nearest first.
async function crawl(browser, login) {
  const context = await browser.newContext({ viewport: wide });
  guard(context, BASE, wrong);
  const page = await context.newPage();
  if (login) await signIn(page, login);
  const had = login ? new Map() : nobodys;
  const queue = [...new Set([new URL(page.url()).pathname, ...START.split(' ')])].filter((p) => p.startsWith('/'));
  const todo = queue.filter((p) => login || p !== '/work').filter((p) => wanted(p, had, login));
  if (!login) todo.push('/no-such-page', '/sign-in/once?token=x');
  while (todo.length) {
    for (const link of await look(page, login, todo.shift())) if (link.startsWith('/') && wanted(link, had, login)) todo.push(link);
  }
  await context.close();
}

async function signIn(page, login) {
  await page.goto(`${BASE}/sign-in`);
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', 'tiaocai-demo');
  await page.locator('form[action="/sign-in"] button').first().click();
  if (new URL(page.url()).pathname === '/sign-in') throw new Error(`${login} cannot sign in`);
}

// shown reads the page that an act leads to.
async function shown(page, press, who) {
  const [answer] = await Promise.all([page.waitForNavigation(), press()]);
  if (answer.status() !== 200) wrong.push(`${who}: ${page.url()} says ${answer.status()}: ${await page.locator('main').innerText()}`);
  await read(page, answer, `${who} ${new URL(page.url()).pathname}`, 'zh');
}

// acts are the pages that are only shown when something was done.
async function acts(browser) {
  const open = async (login) => {
    const context = await browser.newContext({ viewport: wide });
    guard(context, BASE, wrong);
    const page = await context.newPage();
    page.setDefaultTimeout(10000);
    if (login) await signIn(page, login);
    return page;
  };
  const press = (page, action) => () => page.locator(`form[action="${action}"] button[type=submit]`).last().click();
  const unfold = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
  const fill = async (page, fields) => {
    await unfold(page);
    for (const [name, value] of Object.entries(fields)) {
      const field = page.locator(`main [name="${name}"]`).first();
      const type = await field.evaluate((e) => e.tagName + e.type);
      if (type.startsWith('SELECT')) await field.selectOption(value);
      else if (type.includes('radio')) await page.locator(`main [name="${name}"][value="${value}"]`).check();
      else if (type.includes('file')) await field.setInputFiles(value);
      else await field.fill(value);
    }
  };

  const clerk = await open('lian');
  await clerk.goto(`${BASE}/cases/new`);
  await fill(clerk, { ask: 'consultation', 'applicants.0.kind': 'worker', 'applicants.0.name': '林小芬', 'applicants.0.phone': '13857612345', 'respondents.0.kind': 'employer',
    'respondents.0.name': '仙居县永安路新材料科技股份有限公司', 'claims.0.code': 'M01', 'claims.0.amount': '18600', facts: '拖欠工资' });
  await shown(clerk, press(clerk, '/cases'), 'lian');
  const text = await clerk.locator('main').innerText();
  const [ref] = text.match(/[2-9A-HJ-NP-Z]{12}/) || [];
  const [code] = text.match(/\b[2-9A-HJ-NP-Z]{8}\b/) || [];
  const nobody = await open('');
  await nobody.goto(`${BASE}/status`);
  await fill(nobody, { number: ref, code });
  await shown(nobody, press(nobody, '/status'), '');
  await clerk.goto(`${BASE}/cases/${ref}`);
  for (const act of ['reveal', 'codes']) {
    const form = clerk.locator(`form[action="/cases/${ref}/${act}"]`).first();
    await unfold(clerk);
    for (const input of await form.locator('input[type=text], textarea').all()) await input.fill('核对身份');
    await shown(clerk, () => form.locator('button').last().click(), 'lian');
    if (act === 'codes') break;
    await clerk.goto(`${BASE}/cases/${ref}`);
  }
  const [once] = (await clerk.locator('main').innerText()).match(/\b[2-9A-HJ-NP-Z]{8,10}\b/) || [];
  await nobody.goto(`${BASE}/register`);
  await fill(nobody, { login: 'newcomer', as: 'worker', name: '林小芬', password: 'a-long-password-1' });
  await press(nobody, '/register')();
  if (!nobody.url().endsWith('/link')) throw new Error(`nobody can register: ${await nobody.locator('main').innerText()}`);
  await fill(nobody, { code: once });
  await shown(nobody, press(nobody, '/link'), 'newcomer');
  const admin = await open('guanliyuan');
  await admin.goto(`${BASE}/people/new`);
  await fill(admin, { login: 'colleague', name: '新同事', role: 'recorder' });
  await shown(admin, press(admin, '/people'), 'guanliyuan');
  const head = await open('yuanzhang');
  await head.goto(`${BASE}/carry-overs`);
  await fill(head, { file: SHEET });
  await shown(head, press(head, '/carry-overs'), 'yuanzhang');
  await head.goto(`${BASE}/reassign`);
  for (const of of await head.locator('main th a').evaluateAll((l) => l.map((a) => a.href))) {
    await head.goto(of);
    if (await head.locator('form[action="/reassign"] button[type=submit]').count()) break;
  }
  await fill(head, { reason: 'illness' });
  await shown(head, press(head, '/reassign'), 'yuanzhang');
}

(async () => {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  try {
    const logins = LOGINS.split(' ').filter(Boolean);
    await crawl(browser, '');
    await Promise.all([0, 1].map(async () => { while (logins.length) await crawl(browser, logins.shift()); }));
    if (SHEET) await acts(browser).catch((e) => wrong.push(`what is shown after an act: ${e.message}`));
  } finally {
    await browser.close();
  }
  for (const name of PAGES.split(' ').filter(Boolean)) if (!seen.has(name)) wrong.push(`nobody found the page ${name}`);
  console.log(`${looked} looks at ${seen.size} pages and ${steps.size} forms of steps`);
  const all = [...new Set(wrong)];
  if (all.length) throw new Error(all.join('\n'));
})().catch((e) => { console.error(e.message); process.exit(1); });
