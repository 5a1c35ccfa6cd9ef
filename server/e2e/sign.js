// A mediation from the first session to the last mark: the mediator at the desk, both sides on their phones, one of them
// in English. The code is taken from the outbox of the demo, as it would be from a message.
const { journey } = require('./people.js');
const at_ = process.env.CASE;

journey(async ({ signIn, fail, at }) => {
  const mediator = await signIn('tiaojie');
  await mediator.goto(at(`/cases/${at_}/notes`));
  const log = async (fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = mediator.locator(`main [name="${name}"]`).first();
      for (const fold of await mediator.locator('details:not([open])', { has: mediator.locator(`[name="${name}"]`) }).all()) await fold.locator('> summary').first().click();
      if (await field.evaluate((e) => e.tagName === 'SELECT')) await field.selectOption(value);
      else await field.fill(value);
    }
    await mediator.getByRole('button', { name: '记下这一次' }).click();
    await mediator.goto(at(`/cases/${at_}/notes`));
  };
  await log({ outcome: 'closer', attended: '双方到场', notes: '单位愿意先付一半。', applicant_offer: '40000', respondent_offer: '20000' });
  await mediator.getByText('20,000.00').first().waitFor();
  await log({ outcome: 'agreed-in-principle', attended: '双方到场', notes: '谈成了。', applicant_offer: '30000', respondent_offer: '30000', applicant_terms: '四月底前付清。', respondent_terms: '四月底前付清。' });
  // nothing is typed again: sum and terms are those of the last session
  await mediator.getByRole('link', { name: '起草调解协议' }).first().click();
  const day = async (name, [y, m, d]) => {
    await mediator.fill(`[name="${name}.year"]`, y);
    await mediator.fill(`[name="${name}.month"]`, m);
    await mediator.fill(`[name="${name}.day"]`, d);
  };
  await day('perform_by', ['2026', '4', '30']);
  await mediator.locator('main form button[type=submit]').last().click();
  await mediator.goto(at(`/cases/${at_}/agreement`));
  await mediator.getByText('四月底前付清').waitFor();

  for (const [login, lang, ask, sign] of [['worker', 'zh', '获取验证码', '同意全文'], ['employer', 'en', 'Send me a code', 'I agree to all of it']]) {
    const party = await signIn(login, 'phone', lang);
    await party.goto(at(`/cases/${at_}`));
    await party.locator('main .next-you a.button').click();
    const text = await party.locator('article.sheet').innerText();
    if (!text.includes('四月底前付清') || !text.includes('30,000.00')) fail(`${login} reads ${text}`);
    const shown = await party.locator('#sign').locator('xpath=..').locator('b.no').innerText();
    await party.getByRole('button', { name: ask }).click();
    const outbox = await party.context().newPage();
    await outbox.goto(at('/outbox'));
    const message = (await outbox.locator('main').innerText()).match(/验证码 (\d{6})[^）]*校验值 (\S+?)，/);
    await outbox.close();
    if (!message) fail('no code came');
    if (message[2] !== shown) fail(`the message says ${message[2]}, the page ${shown}`);
    await party.fill('[name=code]', '000000' === message[1] ? '000001' : '000000');
    await party.getByRole('button', { name: sign }).click();
    await party.locator('.errors').waitFor();
    await party.fill('[name=code]', message[1]);
    await party.getByRole('button', { name: sign }).click();
    if (new URL(party.url()).pathname !== `/cases/${at_}`) fail(`${login}: ${await party.locator('main').innerText()}`);
  }
  await mediator.goto(at(`/cases/${at_}/agreement`));
  await mediator.getByRole('button', { name: '签章' }).click();
  const organisation = await signIn('guanli');
  await organisation.goto(at(`/cases/${at_}/agreement`));
  await organisation.getByRole('button', { name: '签章' }).click();
  await organisation.goto(at(`/cases/${at_}/agreement`));
  await organisation.getByText('协议已经生效').waitFor();
}, /status of 422/);
