// The counter by the keyboard alone, at a desk in Chinese and on a phone's width in English: nothing is clicked. The
// number of presses is what the test logs. Every page on the way is read as each page must be.
const { chromium } = require('playwright-core');
const { check } = require('./check.js');
const { BASE, CHROMIUM, SHOTS, CASE } = process.env;
const wrong = [];
const fail = (why) => { throw new Error(why); };

// hands type on one page and count: signs of what is typed, and keys that only lead on.
function hands(page) {
  const n = { signs: 0, keys: 0, tabs: 0 };
  const press = async (key) => { n.keys += 1; if (key === 'Tab') n.tabs += 1; await page.keyboard.press(key); };
  const type = async (text) => { n.signs += [...text].length; await page.keyboard.type(text); };
  // an access key, as a keyboard sends it; the driver's own press leaves out the sign that the browser goes by
  const access = async (key) => {
    n.keys += 1;
    const cdp = await page.context().newCDPSession(page);
    const event = { modifiers: 1, key, code: `Key${key.toUpperCase()}`, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0), text: key, unmodifiedText: key };
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    await cdp.detach();
  };
  const at = () => page.evaluate(() => document.activeElement.name || document.activeElement.tagName);
  // begins waits for the focus that a page asks for: it is given with the first drawing, which may come after the page is loaded
  const begins = async (name, after) => {
    const there = page.waitForFunction((n) => (document.activeElement.name || document.activeElement.tagName) === n, name);
    await there.catch(async () => fail(`${after} the page begins at ${await at()}, not at ${name}`));
  };
  // to goes on by Tab until the field has the focus; a field that cannot be reached ends the story
  const to = async (name) => {
    for (let i = 0; i < 25; i += 1) {
      if (await at() === name) return;
      await press('Tab');
    }
    fail(`${name} cannot be reached by Tab: ${await at()}`);
  };
  const fill = async (name, text) => { await to(name); await type(text); };
  const arrive = async (key) => { const [answer] = await Promise.all([page.waitForNavigation(), key.startsWith('Alt+') ? access(key.slice(4)) : press(key)]); return answer; };
  return { n, press, type, to, fill, begins, arrive };
}

async function story(browser, lang, shot) {
  const context = await browser.newContext({ viewport: lang === 'zh' ? { width: 1440, height: 1000 } : { width: 390, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  page.on('console', (m) => m.type() === 'error' && wrong.push(`${lang}: ${m.text()}`));
  page.on('pageerror', (e) => wrong.push(`${lang}: ${e}`));
  await page.goto(`${BASE}/sign-in?lang=${lang}`);
  const h = hands(page);
  await h.fill('login', 'lian');
  await h.fill('password', 'tiaocai-demo');
  await h.arrive('Enter');
  const size = page.viewportSize();
  const read = async (answer, name) => {
    const focus = await page.evaluate(() => document.activeElement.id);
    wrong.push(...await check(page, answer, `${name} ${lang}`, { shot: shot && `${shot}/${name}-${lang}` }));
    await page.setViewportSize(size);
    if (focus) await page.evaluate((id) => document.getElementById(id)?.focus(), focus);
  };

  const answer = await page.goto(`${BASE}/cases/new`);
  await h.begins('applicants.0.name', 'at first');
  await read(answer, 'counter');
  await h.begins('applicants.0.name', 'read by a checker,');
  h.n.signs = 0; h.n.keys = 0; h.n.tabs = 0;
  const began = Date.now();
  await h.type(lang === 'zh' ? '林小芬' : '王小明');
  await h.fill('applicants.0.id_number', '110101199003070310');
  await h.fill('applicants.0.address', '仙居县福应街道1号');
  await h.fill('applicants.0.phone', '13857612345');
  await h.fill('respondents.0.name', 'xjmmyy'); // the first letters of an employer that is known
  let found = await h.arrive('Alt+c');
  if (!await page.getByText('同一劳动者').or(page.getByText('the same worker')).count()) fail(`no case of the same worker is shown:\n${await page.locator('main').innerText()}`);
  await h.begins('_take', 'after looking');
  await read(found, 'counter-found');
  await page.evaluate(() => document.querySelector('[name=_take]').focus());
  found = await h.arrive('Enter');
  await h.begins('respondents.0.address', 'after taking over');
  if (await page.inputValue('[name="respondents.0.credit_code"]') !== '91350100M000100Y43') fail('the code was not taken over');
  if (await page.inputValue('[name="applicants.0.name"]') === '') fail('the name was lost');
  await h.type('仙居县经济开发区2号');
  await h.fill('claims.0.code', 'M01');
  await h.fill('claims.0.amount', '1八');
  await h.arrive('Enter'); // a sum that is none: nothing is registered and nothing is lost
  await h.begins('claims.0.amount', 'after an error');
  if (await page.inputValue('[name="claims.0.code"]') !== 'M01') fail(`the claim was lost: ${await page.inputValue('[name="claims.0.code"]')}`);
  await h.press('Control+a');
  await h.type('18600');
  for (const [box, text] of [['from.year', '2026'], ['from.month', '1'], ['from.day', '1'], ['to.year', '2026'], ['to.month', '2'], ['to.day', '28']]) await h.fill(`claims.0.period_${box}`, text);
  await h.fill('claims.1.code', 'M05');
  await h.fill('claims.1.amount', '36400');
  await h.arrive('Alt+a');
  await h.begins('claims.2.code', 'after one more claim');
  await h.fill('facts', '拖欠两个月工资，口头辞退。');
  await h.fill('cause', 'A03');
  await h.to('town');
  await h.type('福应街道');
  const done = await h.arrive('Enter');
  const took = Date.now() - began;
  const text = await page.locator('main').innerText();
  const [ref] = text.match(/[2-9A-HJ-NP-Z]{12}/) || fail(`not registered: ${text}`);
  console.log(`${lang}: a case with one applicant, one respondent and two claims by ${h.n.signs} signs and ${h.n.keys} other keys (${h.n.tabs} Tab), one error and one look first among them; ${took} ms`);
  await read(done, 'opened');
  await page.evaluate(() => document.querySelector('[accesskey=n]').focus());
  for (const name of ['receipt', 'label']) {
    const shown = await page.goto(`${BASE}/cases/${ref}/${name}`);
    await read(shown, name);
    await page.emulateMedia({ media: 'print' });
    if (await page.locator('header.top').isVisible()) fail(`the ${name} prints with the menu`);
    if (shot) await page.screenshot({ path: `${shot}/${name}-${lang}-print.png`, fullPage: true });
    await page.emulateMedia({ media: 'screen' });
  }
  await read(await page.goto(`${BASE}/cases/${ref}/intake`), 'intake');
  await read(await page.goto(`${BASE}/intake`), 'queue');
  const rows = await page.locator('.docket tbody th a').count();
  await h.press('j');
  await h.press('j');
  if (rows > 1 && await page.evaluate(() => [...document.querySelectorAll('.docket tbody th a')].indexOf(document.activeElement)) !== 1) fail('j does not go down the queue');
  await context.close();
  return ref;
}

// mend is a worker on a phone: each marked field is one tap away, says what is missing and by when, and is mended there.
async function mend(browser, lang, shot) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  await page.goto(`${BASE}/sign-in?lang=${lang}`);
  await page.fill('[name=login]', 'worker');
  await page.fill('[name=password]', 'tiaocai-demo');
  await Promise.all([page.waitForURL(/\/work$/), page.locator('main form button[type=submit]').first().tap()]);
  const read = async (answer, name) => wrong.push(...await check(page, answer, `${name} ${lang}`, { shot: shot && `${shot}/${name}-${lang}` }));
  await read(await page.goto(`${BASE}/cases/${CASE}`), 'mend-case');
  await page.setViewportSize({ width: 390, height: 844 });
  const marks = page.locator('section.note ol a[href*="complete-correction#"]');
  if (await marks.count() !== 3) fail(`${await marks.count()} marks lead to their field`);
  if (!(await page.locator('section.note').innerText()).includes(lang === 'zh' ? '2026年3月12日' : '12 Mar 2026')) fail('the deadline is not beside the marks');
  await marks.nth(1).tap();
  await page.waitForURL(/complete-correction#f-mends-1-value/);
  const box = await page.locator('#f-mends-1-value').boundingBox();
  if (box.y < 0 || box.y > 700) fail(`the field is not where the tap leads: ${box.y}`);
  if (!(await page.locator('.note').first().innerText()).includes(lang === 'zh' ? '2026年3月12日' : '12 Mar 2026')) fail('the form does not say by when');
  await read(await page.goto(`${BASE}/cases/${CASE}/steps/complete-correction`), 'mend-form');
  await page.setViewportSize({ width: 390, height: 844 });
  if (lang === 'zh') {
    for (const [i, v] of ['110101199003070310', '13857612345', '18600'].entries()) await page.fill(`[name="mends.${i}.value"]`, v);
    await page.locator('main form button[type=submit]').last().tap();
    await page.waitForURL(new RegExp(`/cases/${CASE}$`));
    if (await page.locator('a[href*="complete-correction#"]').count()) fail('the marks are still there');
  }
  await context.close();
}

(async () => {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  try {
    for (const lang of ['zh', 'en']) await story(browser, lang, SHOTS);
    for (const lang of ['en', 'zh']) await mend(browser, lang, SHOTS);
  } finally {
    await browser.close();
  }
  const said = [...new Set(wrong)].filter((w) => !/status of 422/.test(w));
  if (said.length) fail(said.join('\n'));
})().catch((e) => { console.error(e.stack); process.exit(1); });
