// The page of figures as a phone, a desk, a printer and a reader who cannot see have it.
const { chromium } = require('playwright-core');
const fs = require('fs');
const { accessible } = require('./check.js');
const { BASE, CHROMIUM, PASSWORD, SHOTS } = process.env;

(async () => {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const wrong = [];
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${BASE}/sign-in`);
    await page.fill('input[name=login]', 'zhuren');
    await page.fill('input[name=password]', PASSWORD);
    await page.locator('form[action="/sign-in"] button').first().click();
    for (const lang of ['en', 'zh']) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${BASE}/figures?lang=${lang}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) wrong.push(`${lang} ${width}: ${over} px too wide`);
        if (await page.locator('svg.chart').count() < 6) wrong.push(`${lang} ${width}: charts are missing`);
        wrong.push(...await accessible(page, `${lang} ${width}`));
        if (SHOTS) await page.screenshot({ path: `${SHOTS}/figures-${lang}-${width}.png`, fullPage: true });
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    const printed = await page.pdf({ format: 'A4' });
    if (printed.length < 10000) wrong.push(`the print has ${printed.length} bytes`);
    if (SHOTS) fs.writeFileSync(`${SHOTS}/figures.pdf`, printed);
    await page.locator('#differences ~ form button').click();
    if (await page.locator('#differences').count()) wrong.push('the difference is still there after the recount');
  } finally {
    await browser.close();
  }
  if (wrong.length) throw new Error(wrong.join('\n'));
})().catch((e) => { console.error(e.message); process.exit(1); });
