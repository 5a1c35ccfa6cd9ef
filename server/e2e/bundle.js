// A bundle of exhibits as it is made, by one who has scripts and one who has none: the page says how far it is, changes in
// place when it is done, and what it says is readable by everybody in both languages.
const { journey } = require('./people.js');
const { check } = require('./check.js');
const path = `/cases/${process.env.CASE}/bundle`;

journey(async ({ browser, signIn, fail, at }) => {
  const wrong = [];
  const look = async (page, name) => {
    for (const lang of ['zh', 'en']) {
      const answer = await page.goto(at(`${path}?lang=${lang}`));
      wrong.push(...await check(page, answer, `${name} ${lang}`, { shot: process.env.SHOTS && `${process.env.SHOTS}/bundle-${name}-${lang}` }));
    }
  };
  const worker = await signIn('worker', 'phone');
  await worker.goto(at(`/cases/${process.env.CASE}`));
  await worker.getByRole('link', { name: '证据卷' }).click();
  await look(worker, 'none');
  await worker.goto(at(`${path}?lang=zh`));
  await worker.getByRole('button', { name: '做成证据卷' }).click();
  await worker.getByText('已收入 0 份，共 3 份').waitFor();
  await look(worker, 'making');
  await worker.goto(at(`${path}?lang=zh`));
  await worker.evaluate(() => { window.kept = true; });

  const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState: await worker.context().storageState() })).newPage();
  await plain.goto(at(path));
  await plain.getByRole('link', { name: '看看做到哪里' }).waitFor();

  require('fs').writeFileSync(process.env.SEEN, 'under way'); // now the workers begin
  await worker.getByRole('link', { name: '下载证据卷' }).waitFor();
  if (!await worker.evaluate(() => window.kept)) fail('the page was loaded anew');
  await plain.getByRole('link', { name: '看看做到哪里' }).click();
  const loaded = plain.waitForEvent('download');
  await plain.getByRole('link', { name: '下载证据卷' }).click();
  const name = (await loaded).suggestedFilename();
  if (!name.startsWith('证据卷') || !name.endsWith('.pdf')) fail(`the file is called ${name}`);
  await look(worker, 'ready');
  if (wrong.length) fail(wrong.join('\n'));
});
