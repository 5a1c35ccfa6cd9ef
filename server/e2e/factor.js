// A second factor, by the keyboard alone: set up, signed in with, switched off by a recovery code; on a phone in English
// and at a desk in Chinese. Every page on the way is looked at as the walk along all links does.
const crypto = require('crypto');
const { journey } = require('./people.js');
const { check, guard, wide, phone } = require('./check.js');

// code is what the app on the phone shows, some steps from the program's own time.
function code(secret, ahead) {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Number(process.env.NOW) / 30) + ahead));
  const mac = crypto.createHmac('sha1', key).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
}

journey(async ({ browser, fail, at }) => {
  const wrong = [];
  let looked = 0;
  for (const [login, lang, size] of [['zhongcai', 'zh', wide], ['worker', 'en', phone]]) {
    const context = await browser.newContext({ viewport: size, isMobile: false });
    guard(context, process.env.BASE, wrong);
    const page = await context.newPage();
    page.setDefaultTimeout(10000);
    page.on('pageerror', (e) => wrong.push(`${login}: ${e}`));
    const look = async (answer, status = 200) => {
      if (answer.status() !== status) fail(`${login}: ${page.url()} says ${answer.status()}: ${await page.locator('main').innerText()}`);
      const shot = process.env.SHOTS && `${process.env.SHOTS}/factor-${++looked}-${await page.locator('body').getAttribute('data-page')}-${lang}`;
      wrong.push(...await check(page, answer, `${login} ${new URL(page.url()).pathname} ${lang}`, { shot }));
    };
    // to moves the focus as somebody does who has no mouse
    const to = async (selector) => {
      for (let n = 0; n < 120; n++) {
        if (await page.evaluate((s) => document.activeElement !== document.body && document.activeElement.matches(s), selector)) return;
        await page.keyboard.press('Tab');
      }
      fail(`${login}: ${selector} cannot be reached by Tab on ${page.url()}`);
    };
    const enter = async () => (await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]))[0];
    const press = async (selector) => { await to(selector); return enter(); };
    const type = async (selector, text) => { await to(selector); await page.keyboard.type(text); };
    const is = (path) => { if (new URL(page.url()).pathname !== path) fail(`${login} is on ${page.url()}, not on ${path}`); };
    const password = async () => {
      const answer = await page.goto(at(`/sign-in?lang=${lang}`));
      await type('input[name=login]', login);
      await type('input[name=password]', 'tiaocai-demo');
      await enter();
      return answer;
    };

    await password();
    is('/work');
    await look(await press('.top-who a'));
    await look(await press('a[href="/account/factor"]'));
    await look(await press('form[action="/account/factor/begin"] button'));
    const secret = (await page.locator('#secret').innerText()).replace(/\s/g, '');
    await page.locator('svg.qr').waitFor();
    await type('#f-code', '000000');
    await look(await enter(), 422);
    await type('#f-code', code(secret, 0));
    await look(await enter());
    const recovery = await page.locator('main li b').allInnerTexts();
    if (recovery.length !== 10) fail(`${recovery.length} recovery codes`);
    await look(await press('main a.button[href="/account"]'));
    await press('.top-out button');

    await password();
    is('/sign-in/code');
    await look(await page.reload());
    await type('#f-code', code(secret, 0)); // it switched it on, so it is spent
    await look(await enter(), 422);
    await type('#f-code', code(secret, 1));
    await enter();
    is('/work');
    await page.goto(at('/account'));
    await look(await press('a[href="/account/factor"]'));
    await type('#f-password', 'tiaocai-demo');
    await type('#f-code', recovery[0].toLowerCase());
    await look(await enter());
    await press('.top-out button');
    await password();
    is('/work');
    await context.close();
  }
  if (wrong.length) fail(wrong.join('\n'));
});
