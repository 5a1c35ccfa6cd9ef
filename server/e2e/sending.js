// A file that is sent shows how much of it has arrived; one that is refused leaves the form with what was typed; and
// without scripts the same form sends it.
const { journey } = require('./people.js');
const { CASE: ref, FILES: files } = process.env;

journey(async ({ signIn, fail, at }) => {
  for (const [size, lang] of [['desk', 'zh'], ['phone', 'en']]) {
    const page = await signIn('worker', size, lang);
    await page.goto(at(`/cases/${ref}/steps/file-evidence`));
    const form = page.locator(`form[action="/cases/${ref}/steps/file-evidence"]`);
    const send = form.locator('button[type=submit]').last();
    await page.fill('[name=title]', '聊天记录');
    await page.fill('[name=proves]', '拖欠工资');
    await page.setInputFiles('[name=file]', `${files}/程序.exe`);
    await send.click();
    await page.locator('.errors').waitFor();
    if ((await page.inputValue('[name=title]')) !== '聊天记录') fail('what was typed is gone');

    // a slow line, so that there is something to see
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400 * 1024 });
    await page.setInputFiles('[name=file]', `${files}/工资条.pdf`);
    await send.click();
    const sending = form.locator('.sending');
    await sending.waitFor({ state: 'visible' });
    await page.waitForFunction(() => document.querySelector('.sending progress').value > 0);
    if (!/^\d+ %$/.test(await sending.locator('output').innerText())) fail(`it says ${await sending.innerText()}`);
    if (await send.isEnabled()) fail('it can be sent twice');
    await page.waitForURL(new RegExp(`/cases/${ref}$`), { timeout: 30000 });
    await page.getByText('聊天记录').first().waitFor();
    await page.context().close();
  }
}, /status of 4\d\d/);
