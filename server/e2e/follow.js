// A worker follows the case from acceptance to payment, on a phone in Chinese, and at a desk in English. What the
// others do meanwhile is done by the test, stage by stage.
const { journey } = require('./people.js');
const { CASE: ref, STAGES } = process.env;

journey(async ({ signIn, fail, at }) => {
  const sizes = [['phone', 'zh'], ['desk', 'en']];
  // reads looks at the case page at both widths, in both languages; sessions end while days pass.
  const reads = async (stage, ...want) => {
    const answer = await fetch(`${STAGES}/?stage=${stage}`);
    if (!answer.ok) fail(`${stage}: ${await answer.text()}`);
    let last;
    for (const [i, [size, lang]] of sizes.entries()) {
      const page = await signIn('worker', size, lang);
      await page.goto(at(`/cases/${ref}?lang=${lang}`));
      const text = await page.locator('main').innerText();
      for (const w of want[i]) if (!text.includes(w)) fail(`${stage} (${lang}): the page does not say “${w}”:\n${text}`);
      const marks = await page.locator('.track li').count();
      if (marks !== 5) fail(`${stage}: ${marks} stages`);
      if (!(await page.locator('.next').boundingBox()) || (await page.locator('.next').boundingBox()).y > (size === 'phone' ? 700 : 600)) fail(`${stage} (${lang}): who acts next is not on the first screen`);
      if (i) await page.context().close(); else last = page;
    }
    return last;
  };
  let page = await reads('accepted', ['案件立了', '现在由谁办', '最迟哪天'], ['Who acts now', 'By when']);
  await page.context().close();
  page = await reads('scheduled', ['3月30日', '第一仲裁庭', '带什么', '存进日历'], ['30 Mar', 'Bring', 'Add to the calendar']);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '存进日历' }).tap()]);
  if (!file.suggestedFilename().endsWith('.ics')) fail(`the calendar file is called ${file.suggestedFilename()}`);
  await page.context().close();
  page = await reads('heard', ['庭开完了', '正在写裁决书'], ['Who acts now']);
  await page.context().close();
  page = await reads('awarded', ['案件办完了', '18,600.00', '裁决书'], ['It is done', '18,600.00']);
  const paper = page.locator('a[href*="/documents/"]', { hasText: '裁决书' }).first();
  for (const fold of await page.locator('details:not([open])', { has: paper }).all()) await fold.locator('> summary').first().tap();
  await paper.tap();
  await page.locator('article.sheet').waitFor();
  await page.context().close();

  // what arrived is the worker's to say
  page = await reads('paid', ['10,000.00'], ['10,000.00']);
  const say = page.locator(`a[href^="/cases/${ref}/steps/confirm-payment"], a[href^="/cases/${ref}/steps/record-payment"]`).first();
  for (const fold of await page.locator('details:not([open])', { has: say }).all()) await fold.locator('> summary').first().tap();
  await say.tap();
  await page.waitForURL(/\/steps\//);
  if (!(await page.locator('main form').count())) fail('nothing to say about the payment');
  await page.context().close();
});
