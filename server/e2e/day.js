// A day of an arbitrator with the list of cases: at the desk by the keyboard alone, then on a phone, in English.
const { journey } = require('./people.js');
const { CASE: ref, NAME: name } = process.env;

journey(async ({ signIn, fail, at }) => {
  const page = await signIn('zhongcai');
  const path = () => new URL(page.url()).pathname + new URL(page.url()).search;
  const press = async (...keys) => { for (const k of keys) await page.keyboard.press(k); };
  // to moves the focus by the Tab key until it stands on what is meant, and says how far that was.
  const to = async (selector) => {
    for (let n = 1; n <= 150; n++) {
      await press('Tab');
      if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return n;
    }
    return fail(`no way to ${selector} by the keyboard at ${path()}`);
  };
  // answers types into a field of the form that has the focus next.
  const answer = async (field, value) => { await to(`[name="${field}"]`); await page.keyboard.type(value); };
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());

  // the list: down, up, into a case and back
  if (path() !== '/work') fail(`lands at ${path()}`);
  await page.waitForLoadState('load');
  await press('j', 'j', 'k');
  const first = await focused();
  await press('Enter');
  await page.waitForURL(/\/cases\//);
  if (!(await page.locator('h1').innerText()).includes(first)) fail(`Enter opens ${await page.locator('h1').innerText()}, not ${first}`);
  await page.goBack();

  // the search finds while one types, without leaving the page or the box; the address says what is shown
  await page.evaluate(() => { window.same = true; });
  await press('/');
  await page.keyboard.type(name);
  await page.waitForURL(/q=/);
  await page.waitForFunction(() => document.querySelectorAll('.docket tbody tr').length === 1);
  if (!(await page.evaluate(() => window.same && document.activeElement.id === 'q' && document.querySelector('#q').value))) fail('the page was loaded anew');
  await page.reload();
  if ((await page.locator('.docket tbody tr').count()) !== 1) fail('the address does not keep the search');

  // a light narrows, pressed again it lets go; sorted by the hearing
  await page.goto(at('/work'));
  const all = await page.locator('.docket tbody tr').count();
  await to('.lights a');
  const light = await page.evaluate(() => document.activeElement.id);
  await press('Enter');
  await page.waitForURL(/light=/);
  const some = await page.locator('.docket tbody tr').count();
  if (some < 1 || some >= all) fail(`the light leaves ${some} of ${all}`);
  if (await page.evaluate(() => document.activeElement.id) !== light) fail('the focus is lost with the exchange');
  await press('Enter');
  await page.waitForURL((u) => !u.search.includes('light='));
  await to('#so');
  await press('ArrowDown');
  await to('form.filter button');
  await press('Enter');
  await page.waitForURL(/sort=hearing/);

  // the case: its parts, an exhibit in the page, a hearing day
  await page.goto(at(`/cases/${ref}`));
  await to('.tabs a[href$="/evidence"]');
  await press('Enter');
  await page.waitForURL(/evidence/);
  await to('a.ex');
  await press('Enter');
  await page.waitForURL(/\/view/);
  await page.goto(at(`/cases/${ref}`));
  await to('a[href$="/steps/schedule-hearing"]');
  await press('Enter');
  await page.waitForURL(/schedule-hearing/);
  await answer('hearing_on.year', '2026');
  await answer('hearing_on.month', '4');
  await answer('hearing_on.day', '15');
  await answer('starts', '09:30');
  await answer('place', '第一仲裁庭');
  await press('Enter');
  await page.waitForURL(new RegExp(`/cases/${ref}$`));

  // it stands in the calendar; the list can be printed
  await page.goto(at('/calendar?span=month&on=2026-04-01'));
  await page.getByText('09:30').first().waitFor();
  await page.goto(at('/work'));
  await page.emulateMedia({ media: 'print' });
  if (await page.locator('.filter').isVisible()) fail('the filter is printed');
  await page.emulateMedia({ media: 'screen' });

  // the same day on a phone, in English
  const phone = await signIn('zhongcai', 'phone', 'en');
  await phone.locator('.lights a').first().tap();
  await phone.waitForURL(/light=/);
  await phone.goto(at('/work'));
  await phone.locator(`.docket a[href="/cases/${ref}"]`).tap();
  await phone.waitForURL(new RegExp(ref));
  for (const part of ['claims', 'evidence', 'hearing', 'papers', 'clocks', 'timeline']) {
    await phone.locator(`.tabs a[href="/cases/${ref}/${part}"]`).tap();
    await phone.waitForURL(new RegExp(`/${part}$`));
    if (!(await phone.locator('h1').innerText())) fail(`${part} has no heading`);
  }
});
