// The main job in a browser: everybody clicks what their page offers. Scripts are off.
const { chromium } = require('playwright-core');
const { check } = require('./check.js');
const { BASE, CLOCK, FILES, CHROMIUM, SHOTS } = process.env;

const fail = (why) => { throw new Error(why); };
const on = (day) => fetch(`${CLOCK}/?day=${day}`);
let browser, ref;
const people = {};

async function signIn(login, options = { javaScriptEnabled: false }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${BASE}/sign-in`);
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', 'tiaocai-demo');
  await page.locator('form[action="/sign-in"] button').first().click();
  if (new URL(page.url()).pathname === '/sign-in') fail(`${login} cannot sign in`);
  return page;
}

// as gives the person's page; a session that ran out with the moving clock is begun anew.
async function as(login) {
  people[login] ??= await signIn(login);
  return people[login];
}

// fill answers a form's fields by name.
async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const kind = await field.evaluate((e) => `${e.tagName} ${e.type}`).catch(() => fail(`no field ${name} at ${page.url()}`));
    for (const fold of await page.locator('details:not([open])', { has: page.locator(`[name="${name}"]`) }).all()) await fold.locator('> summary').first().click();
    if (kind.startsWith('SELECT')) await field.selectOption(value);
    else if (kind.includes('checkbox')) await field.setChecked(value);
    else if (kind.includes('radio')) await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else if (kind.includes('file')) await field.setInputFiles(value);
    else await field.fill(value);
  }
}

// step opens the case, presses the step's button, answers its form and must come back to the case.
async function step(login, event, fields = {}) {
  const page = await as(login);
  await page.goto(`${BASE}/cases/${ref}`);
  const button = page.locator(`a[href="/cases/${ref}/steps/${event}"]`);
  for (const fold of await page.locator('details:not([open])', { has: button }).all()) await fold.locator('> summary').first().click();
  await button.first().click();
  await fill(page, fields);
  await page.locator(`form[action="/cases/${ref}/steps/${event}"] button[type=submit]`).last().click();
  if (new URL(page.url()).pathname !== `/cases/${ref}`) {
    fail(`${login} cannot ${event}: ${await page.locator('main').innerText()}`);
  }
}

async function serve(login, paper) {
  const page = await as(login);
  await page.goto(`${BASE}/cases/${ref}/steps/serve-document`);
  const papers = await page.locator('select[name=document] option').allInnerTexts();
  const values = await page.locator('select[name=document] option').evaluateAll((o) => o.map((x) => x.value));
  const i = papers.findLastIndex((t) => t.includes(paper));
  if (i < 0) fail(`no ${paper} in ${papers}`);
  for (const party of ['申1', '被1']) {
    if (paper === '应诉通知书' && party === '申1') continue;
    await step(login, 'serve-document', { document: values[i], party, method: 'direct', proof: '回证 S-1', receiver: '本人' });
  }
}

async function story() {
  const worker = await as('worker');
  await worker.goto(`${BASE}/cases/new`);
  await fill(worker, { ask: 'consultation', 'applicants.0.kind': 'worker', 'applicants.0.name': '林小芬', 'applicants.0.phone': '13857612345',
    'respondents.0.kind': 'employer', 'respondents.0.name': '仙居某某医药化工机械有限公司', 'claims.0.code': 'M01', 'claims.0.amount': '18600', 'claims.1.code': 'M05', 'claims.1.amount': '36400.00', facts: '拖欠工资' });
  await worker.locator('form[action="/cases"] button[type=submit]').last().click();
  const text = await worker.locator('main').innerText();
  ref = (text.match(/[2-9A-HJ-NP-Z]{12}/) || fail(`no reference: ${text}`))[0];
  const code = (text.match(/\b[2-9A-HJ-NP-Z]{8}\b/) || fail(`no query code: ${text}`))[0];

  await step('lian', 'give-advice', { advice: '可以先申请调解。' });
  await step('worker', 'ask-mediation', { organisation: { label: '福应街道劳动人事争议调解中心' } });
  await step('guanli', 'assign-mediator', { mediator: { label: '徐美珍' } });
  await step('tiaojie', 'consent-to-mediation', { side: 'respondent' });
  await step('tiaojie', 'hold-session', { outcome: 'apart', attended: '双方', notes: '差距较大', applicant_offer: '40000', respondent_offer: '20000' });
  await step('tiaojie', 'fail-mediation');
  // the whole application is shown as it will be filed; one press files it, and its receipt follows
  const filing = await as('worker');
  await filing.goto(`${BASE}/cases/${ref}/steps/file-application`);
  await filing.locator(`form[action="/cases/${ref}/steps/file-application"] button[type=submit]`).last().click();
  if (!/\/documents\/\d+/.test(filing.url())) fail(`the application is not filed: ${await filing.locator('main').innerText()}`);
  await on('2026-03-03'); Object.keys(people).forEach((k) => delete people[k]);
  await step('lian', 'accept', { in_scope: true, clear_claims: true, right_parties: true, jurisdiction: true });
  await serve('lian', '应诉通知书');
  for (const file of ['工资条.pdf', '打卡.png', '聊天.txt']) {
    await step('worker', 'file-evidence', { title: file, proves: '拖欠工资', file: `${FILES}/${file}` });
  }
  await step('yuanzhang', 'form-tribunal', { 'arbitrators.0': { label: '周立民' }, recorder: { label: '应晓燕' } });
  await on('2026-03-18'); Object.keys(people).forEach((k) => delete people[k]);
  await step('zhongcai', 'schedule-hearing', { 'hearing_on.year': '2026', 'hearing_on.month': '3', 'hearing_on.day': '30', starts: '09:00', place: '第一仲裁庭' });
  await serve('shuji', '开庭通知书');
  await on('2026-03-30'); Object.keys(people).forEach((k) => delete people[k]);
  await step('zhongcai', 'open-hearing', { applicant_present: true, respondent_present: true });
  await step('zhongcai', 'attempt-mediation', { result: 'failed' });
  await step('shuji', 'write-minutes', { text: '申请人、被申请人到庭陈述。', identity: true, rights: true, recusal: true, statements: true, evidence: true, debate: true, last_statements: true });
  await step('zhongcai', 'close-hearing');
  await step('zhongcai', 'propose-make-award', { 'items.0.decision': 'supported', 'items.0.amount': '18600', 'items.0.final': 'true', 'items.0.reasons': '工资条可以证明。',
    'items.1.decision': 'partly', 'items.1.amount': '18200', 'items.1.final': 'false', 'items.1.reasons': '工作年限三年半。' });
  await step('yuanzhang', 'make-award');

  const nobody = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await nobody.goto(`${BASE}/status`);
  await fill(nobody, { number: ref, code });
  await nobody.locator('form[action="/status"] button').click();
  const status = await nobody.locator('main').innerText();
  if (!status.includes('已经结案') || status.includes('林小芬')) fail(`public status: ${status}`);
  const paper = await as('worker');
  await paper.goto(`${BASE}/cases/${ref}`);
  await paper.getByRole('link', { name: '仲裁裁决书（终局）' }).click();
  if (!(await paper.locator('main').innerText()).includes('18,600.00')) fail('the award does not say the sum');
}

// look reads pages as a checker of accessibility and as a phone.
async function look() {
  const seen = { '': ['/', '/sign-in', '/register', '/status', '/api/docs', '/no-such-page'],
    worker: ['/work?closed=true', `/cases/${ref}`, '/cases/new', '/link', '/messages'], lian: ['/work?closed=true', `/cases/${ref}`],
    zhongcai: [`/cases/${ref}`, `/cases/${ref}/steps/correct-award`], tiaojie: [`/cases/${ref}/notes`], zhuren: ['/figures', '/figures/cases?number=K'] };
  const wrong = [];
  for (const [login, paths] of Object.entries(seen)) {
    const page = login ? await signIn(login, { javaScriptEnabled: true }) : await (await browser.newContext()).newPage();
    for (const path of paths.flatMap((p) => ['zh', 'en'].map((l) => p + (p.includes('?') ? '&' : '?') + 'lang=' + l))) {
      const shot = SHOTS && `${SHOTS}/${(login + path).replace(/[^a-z0-9-]+/gi, '_')}`;
      wrong.push(...await check(page, await page.goto(BASE + path), `${login} ${path}`, { shot }));
    }
    await page.context().close();
  }
  if (wrong.length) fail(wrong.join('\n'));
}

(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  try {
    await story();
    await look();
  } finally {
    await browser.close();
  }
})().catch((e) => { console.error(e.message); process.exit(1); });
