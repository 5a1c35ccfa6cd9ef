// The employer settles from the phone, without scripts and in Chinese; the worker reads and accepts at a desk, in English.
const { chromium } = require('playwright-core');
const { check } = require('./check.js');
const at_ = process.env.CASE;
const base = process.env.BASE;
const fail = (why) => { throw new Error(why); };

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  const wrong = [];
  const signIn = async (login, lang, options) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(10000);
    await page.goto(`${base}/sign-in?lang=${lang}`);
    await page.fill('input[name=login]', login);
    await page.fill('input[name=password]', 'tiaocai-demo');
    await page.locator('form[action="/sign-in"] button').first().click();
    return page;
  };
  // a second context with scripts reads the same page for the checker, which needs them
  const looked = async (login, lang, path) => {
    const page = await signIn(login, lang, { viewport: { width: 390, height: 844 } });
    const answer = await page.goto(base + path);
    wrong.push(...await check(page, answer, `${login} ${lang} ${path}`));
    await page.context().close();
  };
  const narrow = async (page) => {
    const box = await page.locator('body').boundingBox();
    if (box.width > 390) fail(`${page.url()} is ${box.width} px wide on a phone`);
  };
  try {
    const employer = await signIn('employer', 'zh', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, javaScriptEnabled: false });
    await employer.goto(`${base}/cases/${at_}`);
    await narrow(employer);
    if (!await employer.locator('.contact a[href^="tel:"]').count()) fail('nobody to phone');
    await employer.getByRole('link', { name: '提出和解方案' }).click();
    const day = async (name, [y, m, d]) => {
      await employer.fill(`[name="${name}.year"]`, y);
      await employer.fill(`[name="${name}.month"]`, m);
      await employer.fill(`[name="${name}.day"]`, d);
    };
    await employer.fill('[name=amount]', '26000');
    await employer.fill('[name=terms]', '一次付清，并开离职证明。');
    await day('pay_by', ['2026', '3', '31']);
    await day('until', ['2026', '3', '1']); // a day that is past
    await employer.locator('main form button[type=submit]').last().click();
    await employer.locator('.errors').waitFor();
    if (await employer.inputValue('[name=amount]') !== '26000') fail('what was typed is gone');
    await day('until', ['2026', '3', '6']);
    await employer.locator('main form button[type=submit]').last().click();
    await employer.getByText('您这一方提出的，等对方答复').waitFor();
    await narrow(employer);
    await employer.getByRole('link', { name: '看全文，要撤回也在这里' }).click();
    await employer.getByText('一次付清，并开离职证明。').waitFor();
    await narrow(employer);
    const offer = new URL(employer.url()).pathname;

    await looked('employer', 'zh', `/cases/${at_}`);
    await looked('employer', 'zh', `/cases/${at_}/steps/make-offer`);
    await looked('employer', 'zh', offer);
    await looked('worker', 'en', `/cases/${at_}`);
    await looked('worker', 'en', offer);

    const worker = await signIn('worker', 'en', { viewport: { width: 1440, height: 1000 }, javaScriptEnabled: false });
    await worker.goto(`${base}/cases/${at_}`);
    await worker.getByText('Theirs: waiting for you').waitFor();
    await worker.getByRole('link', { name: 'Read it and decide' }).click();
    await worker.getByText('26,000.00').first().waitFor();
    await worker.getByRole('button', { name: 'I have read all of it: accept' }).click();
    await worker.getByText('Both sides accepted one offer').waitFor();
    await worker.getByText('The mediator drafts the agreement from it').waitFor();
    await looked('worker', 'en', `/cases/${at_}`);
    await employer.goto(`${base}/cases/${at_}`);
    await employer.getByText('双方已经接受同一个方案').waitFor();
    if (wrong.length) fail(wrong.join('\n'));
  } catch (e) {
    console.error(e.stack || e);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
})();
