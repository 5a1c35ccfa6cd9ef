// People in a browser, for the journeys: who signs in at which width, in which language.
const { chromium } = require('playwright-core');

const sizes = { desk: { viewport: { width: 1440, height: 1000 } }, phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } };
const fail = (why) => { throw new Error(why); };

// journey runs one story; what a page complains of, and a page that scrolls sideways, ends it.
// Complaints that the story is about are named by a pattern.
async function journey(story, expected = /^$/) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  const complaints = [];
  const signIn = async (login, size = 'desk', lang = 'zh') => {
    const context = await browser.newContext(sizes[size]);
    const page = await context.newPage();
    page.setDefaultTimeout(10000);
    page.on('console', (m) => m.type() === 'error' && complaints.push(`${login}: ${m.text()}`));
    page.on('pageerror', (e) => complaints.push(`${login}: ${e}`));
    page.on('load', async () => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth).catch(() => 0);
      if (over > 0) complaints.push(`${login}: ${page.url()} is ${over} px too wide`);
    });
    await page.goto(`${process.env.BASE}/sign-in?lang=${lang}`);
    await page.fill('input[name=login]', login);
    await page.fill('input[name=password]', 'tiaocai-demo');
    await page.locator('form[action="/sign-in"] button').first().click();
    if (new URL(page.url()).pathname === '/sign-in') fail(`${login} cannot sign in`);
    return page;
  };
  try {
    await story({ browser, signIn, fail, at: (path) => process.env.BASE + path });
    const wrong = complaints.filter((c) => !expected.test(c));
    if (wrong.length) fail(wrong.join('\n'));
  } catch (e) {
    console.error(e.stack || e);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

module.exports = { journey };
