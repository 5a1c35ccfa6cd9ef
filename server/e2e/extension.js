// An arbitrator asks for more time; the director finds it in the queue, reads why, and decides: one at the desk in
// Chinese, one on a phone in English.
const { journey } = require('./people.js');
const { CASE: ref, OTHER: other } = process.env;

journey(async ({ signIn, fail, at }) => {
  const arbitrator = await signIn('zhongcai');
  for (const [of, why] of [[ref, '案情复杂，要到现场调查。'], [other, '证人在外地。']]) {
    await arbitrator.goto(at(`/cases/${of}/steps/propose-extend-award-period`));
    await arbitrator.fill('[name=days]', '15');
    await arbitrator.fill('[name=reason]', why);
    await arbitrator.locator('main form button[type=submit]').last().click();
    await arbitrator.waitForURL(new RegExp(`/cases/${of}$`));
  }
  // nobody approves their own
  await arbitrator.goto(at(`/cases/${ref}/steps/extend-award-period`));
  await arbitrator.getByRole('button', { name: '批准' }).click();
  await arbitrator.locator('.errors, h1:has-text("您不能办这件事")').first().waitFor();

  const before = async (page, of) => { await page.goto(at(`/cases/${of}/clocks`)); return page.locator('main').innerText(); };
  const desk = await signIn('zhuren');
  const then = await before(desk, ref);
  await desk.goto(at('/approvals'));
  const row = desk.locator('tr', { has: desk.locator(`a[href="/cases/${ref}"]`) });
  await row.getByText('周立民').waitFor();
  await row.getByRole('link', { name: '去批准' }).click();
  await desk.getByText('要到现场调查').waitFor();
  await desk.getByRole('button', { name: '批准' }).click();
  await desk.waitForURL(new RegExp(`/cases/${ref}$`));
  const now = await before(desk, ref);
  if (now === then) fail(`the clock says the same as before:\n${now}`);

  const phone = await signIn('zhuren', 'phone', 'en');
  await phone.goto(at('/approvals'));
  if (await phone.locator(`a[href="/cases/${ref}"]`).count()) fail('what was decided still waits');
  await phone.locator('tr', { has: phone.locator(`a[href="/cases/${other}"]`) }).getByRole('link', { name: 'Decline' }).tap();
  await phone.locator('main form textarea').first().fill('先把已有的证据核完。');
  await phone.locator('main form button[type=submit]').last().tap();
  await phone.waitForURL(new RegExp(`/cases/${other}$`));
  await phone.goto(at('/approvals'));
  await phone.getByText('Nothing waits for your decision').waitFor();

  // the one who asked is told
  await arbitrator.goto(at('/messages'));
  const told = await arbitrator.locator('main').innerText();
  if (!told.includes('延长') && !told.includes('报批')) fail(`the arbitrator reads ${told}`);
}, /status of (403|409)/);
