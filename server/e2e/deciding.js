// Those who decide a case: private notes and the award, at a desk in Chinese and on a phone in English. What is typed is
// saved and worked out as it is typed; without scripts, by a button.
const { journey } = require('./people.js');
const { check, accessible, fits, phone: narrow, wide } = require('./check.js');
const ref = process.env.CASE;
const shot = (name) => process.env.TIAOCAI_SHOTS && `${process.env.TIAOCAI_SHOTS}/${name}`;

journey(async ({ browser, signIn, fail, at }) => {
  const looked = async (page, path, name) => {
    const wrong = await check(page, await page.goto(at(path)), path, { shot: shot(name) });
    if (wrong.length) fail(wrong.join('\n'));
  };
  const desk = await signIn('zhongcai');
  await looked(desk, `/cases/${ref}/workbook`, 'workbook-empty-zh');
  await desk.fill('textarea[name=facts]', '工资条见申1-01，打卡见申2-01。');
  await desk.fill('textarea[name=questions]', '2 月为什么没有发工资？');
  await desk.getByText('已保存').waitFor();
  await desk.waitForTimeout(1200);
  await looked(desk, `/cases/${ref}/workbook`, 'workbook-zh');
  if (!(await desk.inputValue('textarea[name=facts]')).includes('申1-01')) fail('the notes are lost');
  await desk.locator('.ex-pages a', { hasText: '申1-01' }).click();
  await desk.waitForURL((u) => /exhibits\/\d+\/view/.test(u.pathname));
  await looked(desk, `/cases/${ref}/workbook/print`, 'workbook-print-zh');

  // two windows
  await desk.goto(at(`/cases/${ref}/workbook`));
  const other = await desk.context().newPage();
  await other.goto(at(`/cases/${ref}/workbook`));
  await other.fill('textarea[name=law]', '劳动合同法第三十条。');
  await other.getByRole('button', { name: '保存' }).click();
  await desk.fill('textarea[name=law]', '劳动合同法第三十八条。');
  await desk.locator('#clash mark').first().waitFor();
  await desk.getByText('两份并列').first().waitFor();
  for (const size of [narrow, wide]) {
    const wrong = [...await fits(desk, size, 'two texts'), ...await accessible(desk, 'two texts')];
    if (shot('')) await desk.screenshot({ path: `${shot('two-texts')}-${size.width}.png`, fullPage: true });
    if (wrong.length) fail(wrong.join('\n'));
  }
  if ((await desk.inputValue('textarea[name=law]')) !== '劳动合同法第三十八条。') fail('what was typed is gone');
  await desk.getByRole('button', { name: /保存|存我写的/ }).click();
  await desk.waitForURL((u) => u.pathname.endsWith('/workbook'));
  if ((await desk.inputValue('textarea[name=law]')) !== '劳动合同法第三十八条。') fail('mine was not kept on top');
  await other.close();

  // the award, worked out while it is typed
  await looked(desk, `/cases/${ref}/award`, 'award-empty-zh');
  await desk.locator('#claim-1').evaluate((d) => { d.open = true; });
  await desk.selectOption('[name="items.0.decision"]', 'supported');
  await desk.fill('[name="items.0.amount"]', '18600');
  await desk.check('[name="items.0.final"][value=true]'); // no minimum wage is on record: the tribunal says so
  await desk.fill('[name="items.0.reasons"]', '工资条和打卡记录可以证明，单位没有相反证据。');
  await desk.locator('#live-head-1', { hasText: '18,600.00' }).waitFor();
  await desk.locator('#live-texts', { hasText: '单位没有相反证据' }).waitFor();
  await looked(desk, `/cases/${ref}/award`, 'award-zh');
  if (!(await desk.inputValue('[name="items.0.reasons"]')).includes('单位没有相反证据')) fail('the draft is lost');

  // on a phone in English, without scripts
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, javaScriptEnabled: false });
  await context.addCookies(await desk.context().cookies());
  const phone = await context.newPage();
  await phone.goto(at(`/cases/${ref}/award?open=2&lang=en`));
  await phone.selectOption('[name="items.1.decision"]', 'partly');
  await phone.check('[name="items.1.calculate"]');
  await phone.check('[name="items.1.final"][value=false]');
  await phone.fill('[name="items.1.inputs.employed_from.year"]', '2023');
  await phone.fill('[name="items.1.reasons"]', '工作年限自2023年起算。');
  await phone.locator('#claim-2 button[type=submit]').click();
  await phone.locator('#live-sum-2 .big').waitFor();
  if (await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth)) fail('the award is too wide for a phone');
  const english = await signIn('zhongcai', 'phone', 'en');
  await looked(english, `/cases/${ref}/award?open=2`, 'award-en');
  await looked(english, `/cases/${ref}/workbook`, 'workbook-en');
  await looked(english, `/cases/${ref}/workbook/print`, 'workbook-print-en');
  await looked(english, `/cases/${ref}/steps/propose-make-award`, 'propose-en');
  await english.getByRole('button', { name: /propose/i }).click();
  await english.waitForURL((u) => u.pathname === `/cases/${ref}`);

  // a recorder has notes, and no draft of the award
  const recorder = await signIn('shuji', 'phone', 'en');
  await looked(recorder, `/cases/${ref}/workbook`, 'workbook-recorder-en');
  if (await recorder.getByText('Award draft').count()) fail('the recorder is led to the draft of the award');
}, /status of 409/);
