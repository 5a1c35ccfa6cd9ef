// A hearing in the room: what the recorder types at the desk, the employer reads on a phone, without touching it.
const { journey } = require('./people.js');
const path = `/cases/${process.env.CASE}/room`;

journey(async ({ signIn, fail, at }) => {
  const recorder = await signIn('shuji');
  await recorder.goto(at(path));
  const employer = await signIn('employer', 'phone', 'en');
  await employer.goto(at(path));
  await employer.getByText('Nothing is written yet').waitFor();
  await recorder.fill('textarea[name=text]', '仲裁员：现在核对双方身份。');
  await recorder.check('[name=identity]');
  await recorder.getByText('草稿已保存').waitFor();
  await employer.getByText('现在核对双方身份').waitFor();
  await employer.locator('#points li', { hasText: 'done' }).first().waitFor();
  await recorder.locator('textarea[name=text]').pressSequentially('\n申请人：林小芬，到庭。');
  await employer.getByText('林小芬，到庭').waitFor();
  // the power goes: what was typed is there again
  await recorder.getByText('草稿已保存').waitFor();
  await recorder.waitForTimeout(1500);
  await recorder.goto(at(path));
  if (!(await recorder.inputValue('textarea[name=text]')).includes('林小芬，到庭')) fail('the draft is lost');
  // an old window overwrites nothing
  const other = await recorder.context().newPage();
  await other.goto(at(path));
  await other.fill('textarea[name=text]', '另一个窗口');
  await other.getByText('草稿已保存').waitFor();
  await other.waitForTimeout(1500);
  await recorder.locator('textarea[name=text]').pressSequentially('再写一句。');
  await recorder.getByText('另一个窗口里改过').first().waitFor();
  await other.close();
  await recorder.goto(at(path));
  await recorder.fill('textarea[name=text]', '全文。双方陈述、质证、辩论。');
  for (const name of ['rights', 'recusal', 'statements', 'evidence', 'debate', 'last_statements']) await recorder.check(`[name=${name}]`);
  await recorder.getByRole('button', { name: '定稿' }).click();
  await recorder.waitForURL((u) => !u.pathname.endsWith('/room'));
  await employer.getByText('Version 1').waitFor();
  await employer.getByText('双方陈述、质证、辩论').waitFor();
}, /status of 409/);
