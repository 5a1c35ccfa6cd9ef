// A worker applies on a phone: without scripts, at 390 px, with three photos, going on by the code in
// between. Every page on the way is read by the checker of accessibility in a second window that has
// scripts and the same cookies; it must fit the phone in both languages.
const { chromium } = require('playwright-core');
const { BASE, FILES, CHROMIUM, SHOTS } = process.env;
const { accessible, fits, valid, wide, phone: narrow } = require('./check.js');
const seen = new Set(); // names of pages
const fail = (why) => { throw new Error(why); };
const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
let browser, page, checker;
const wrong = [];

async function pickUp() { // a phone that knows nothing yet
  const context = await browser.newContext(phone);
  page = await context.newPage();
  page.setDefaultTimeout(8000);
}

async function fill(fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first();
    if (value === true) await field.check(); else await field.fill(value);
  }
}

// press the one solid button; it must lead to an address, or stay where the page is the answer.
async function press(to) {
  await page.locator('main button.button:not(.button-2)').last().click();
  const at = new URL(page.url()).pathname;
  if (at !== to) fail(`pressed for ${to}, came to ${at}: ${await page.locator('main').innerText()}`);
}

// look reads the page as it is shown now; what answers to a form is looked at without loading it anew.
async function look(name) {
  seen.add(await page.locator('body').getAttribute('data-page'));
  for (const lang of ['zh', 'en']) {
    const posted = ['code', 'receipt', 'refused'].includes(name);
    if (posted && lang === 'en') continue;
    const url = page.url();
    let shown;
    if (posted) {
      const html = await page.content();
      shown = await (await checker.newContext({ viewport: phone.viewport })).newPage();
      await shown.route('**/*', (r) => r.request().url() === url && r.request().resourceType() === 'document' ? r.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }) : r.continue());
      await shown.goto(url);
    } else {
      const context = await checker.newContext({ viewport: phone.viewport, storageState: await page.context().storageState() });
      shown = await context.newPage();
      const answer = await shown.goto(url.split('?')[0] + '?lang=' + lang);
      wrong.push(...await valid(await answer.text(), `${name} ${lang}`));
      if (new URL(shown.url()).pathname !== new URL(url).pathname) fail(`${url} leads to ${shown.url()}`);
    }
    for (const size of [narrow, wide]) {
      wrong.push(...await fits(shown, size, `${name} ${lang}`), ...await accessible(shown, `${name} ${lang}`));
      if (SHOTS) await shown.screenshot({ path: `${SHOTS}/apply-${name}-${size.width}-${lang}.png`, fullPage: true });
    }
    await shown.context().close();
  }
}

async function story() {
  await pickUp();
  await page.goto(`${BASE}/`); await look('home');
  await page.goto(`${BASE}/problems`); await look('problems');
  await page.getByRole('link', { name: '被辞退，或者被逼走' }).click(); await look('problem');
  await page.selectOption('select[name=town]', { index: 1 });
  await page.getByRole('button', { name: '找' }).click();
  if (!(await page.locator('main').innerText()).includes('就在您这里')) fail('no organisation is near');
  await page.goto(`${BASE}/apply`); await look('apply');
  await press('/apply/begin');
  const code = (await page.locator('.big').innerText()).trim();
  await look('code');
  await page.getByRole('link', { name: '记好了' }).click();

  await look('who'); await fill({ name: '林小芬' }); await press('/apply/q/reach');
  await look('reach'); await fill({ phone: '13857612399', address: '仙居县福应街道' }); await press('/apply/q/employer');
  await look('employer'); await fill({ name: '仙居县某某医药化工机械设备制造有限公司' }); await press('/apply/q/started');
  await look('started'); await fill({ 'day.year': '2023', 'day.month': '5', 'day.day': '10' }); await press('/apply/q/ended');
  await fill({ 'day.year': '2022', 'day.month': '8', 'day.day': '20' }); await press('/apply/q/ended');
  if (!(await page.locator('.errors').innerText()).includes('不能早于入职那天') || await page.inputValue('[name="day.year"]') !== '2022') fail('a wrong day is not told, or was lost');
  await look('refused');

  await page.context().close(); await pickUp(); // the battery is empty; another phone, the code
  await page.goto(`${BASE}/apply`);
  await fill({ code }); await page.locator('form[action="/apply/resume"] button').click();
  if (new URL(page.url()).pathname !== '/apply/q/ended') fail(`the code leads to ${page.url()}`);
  await look('ended'); await fill({ 'day.year': '2026', 'day.month': '2', 'day.day': '20' }); await press('/apply/q/job');
  await look('job'); await fill({ wage: '5200', place: '仙居县经济开发区' }); await press('/apply/q/wanted');
  await page.locator('input[value=M05]').check(); await look('wanted'); await press('/apply/q/sum-M05');
  await look('sum'); await page.getByRole('link', { name: '算一算' }).first().click();
  await look('work-out'); await fill({ minimum_wage: '2490', city_average_wage: '8500' }); await press('/apply/q/sum-M05');
  await look('worked'); await press('/apply/q/known');
  await look('known'); await fill({ 'day.year': '2026', 'day.month': '2', 'day.day': '20' }); await press('/apply/q/facts');
  await look('facts'); await fill({ facts: '老板让我不用来了。' }); await press('/apply/q/evidence');

  await fill({ title: '工资条', proves: '拖欠工资' }); await page.locator('form[action="/apply/exhibits"] button').click();
  await page.locator('input[type=file]').setInputFiles(['1.jpg', '2.png', '3.heic'].map((f) => `${FILES}/${f}`));
  await page.getByRole('button', { name: '上传' }).click();
  await look('evidence');
  const photos = await page.getByRole('button', { name: '去掉' }).count();
  if (photos !== 3) fail(`${photos} photos are listed`);
  await page.locator('form[action="/apply/q/evidence"] button').click();
  if (!(await page.locator('.sheet').innerText()).includes('老板让我不用来了')) fail('the application does not say what happened');
  await look('check');
  await fill({ agreed: true, password: 'a-long-password' }); await press('/apply/send');
  await look('receipt');
  await page.getByRole('link', { name: '打开案件' }).click();
  if (!(await page.locator('main').innerText()).includes('申1')) fail('the exhibit is not in the case');
  const mine = page.url();
  await page.goto(`${mine}/application`); await look('application');
  await page.goto(mine);
  await page.getByRole('link', { name: '用手机照片提交一份证据' }).click();
  await look('photos');
  await fill({ title: '合同', proves: '劳动关系' });
  await page.locator('input[name=photos]').setInputFiles([`${FILES}/1.jpg`, `${FILES}/2.png`]);
  await page.locator('main button.button').last().click();
  if (!(await page.locator('main').innerText()).includes('申2')) fail(`no second exhibit: ${await page.locator('main').innerText()}`);
  await look('case');
}

(async () => {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath: CHROMIUM, args });
  checker = browser;
  try { await story(); } finally { await browser.close(); }
  console.log(` ${[...seen].join(' ')} `);
  if (wrong.length) fail(wrong.join('\n'));
})().catch((e) => { console.error(e); process.exit(1); });
