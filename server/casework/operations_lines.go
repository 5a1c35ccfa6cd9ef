package casework

import (
	"fmt"

	"tiaocai/models"
	"tiaocai/workflows/law"
)

// When a light changes. The same bounds stand in docs/operations.md.
const (
	minute, hour = 60.0, 3600.0

	backupLook, backupAlarm = 26 * hour, 50 * hour // a nightly backup was missed once, twice
	checkLook, checkAlarm   = 36 * hour, 8 * 24 * hour
	queueLook, queueAlarm   = 5 * minute, hour
	dayTableLook            = 60 // days
)

func storeLine(m Measures) OperationsLine {
	name := text("证据库", "Evidence store")
	if m.Store != nil {
		return line("store", name, alarm, text("连不上或不能写入。当事人现在不能提交证据，其他事项不受影响。", "It does not answer, or cannot be written. Evidence cannot be handed in now; everything else goes on."),
			text("检查对象存储（或数据磁盘）是否运行、是否已满；恢复后不必重启本程序。", "See whether the object store (or the data disk) runs and has room; the program need not be restarted."))
	}
	return line("store", name, well, text("可以读写。", "It can be read and written."), law.Text{})
}

func sealLine(m Measures) OperationsLine {
	name := text("封存锁", "Lock of the store")
	switch {
	case m.Lock.Sealed:
		return line("sealing", name, well, m.Lock.Says, law.Text{})
	case m.Lock.Known:
		return line("sealing", name, look, m.Lock.Says, text("正式使用请接入带对象锁的对象存储，见 docs/operations.md“证据库”。", "For real use connect an object store with locks: docs/operations.md, the evidence store."))
	}
	return line("sealing", name, plain, m.Lock.Says, law.Text{})
}

func backupLine(m Measures) OperationsLine {
	name, do := text("备份", "Backup"), text("运行 server backup，查明每晚的备份任务为什么没有完成（多半是磁盘满了）。", "Run server backup, and find out why the nightly one did not finish (most often the disk is full).")
	age, ok := m.Since(m.Backup)
	if !ok {
		return line("backup", name, alarm, text("还没有做过备份。", "There has been no backup yet."), do)
	}
	says := text(fmt.Sprintf("上一次完成于%s，%d 件案件、%d 个证据文件。", ago(age).ZH, m.Backup.Cases, m.Backup.Objects),
		fmt.Sprintf("The last one was finished %s: %d cases, %d files.", ago(age).EN, m.Backup.Cases, m.Backup.Objects))
	if n := m.Backup.Faults; n > 0 {
		return line("backup", name, alarm, text(says.ZH+fmt.Sprintf("其中 %d 个文件在证据库中已经损坏或缺失。", n), says.EN+fmt.Sprintf(" %d files were damaged or missing in the store.", n)),
			text("不要删除以前的备份；运行 server verify 查明是哪些文件，从以前的备份中取回。", "Keep the earlier backups; run server verify to see which files, and fetch them from an earlier backup."))
	}
	return line("backup", name, grade(age, backupLook, backupAlarm), says, do)
}

func checkLine(m Measures) OperationsLine {
	name := text("校验链核对", "Check of the chains")
	age, ok := m.Since(m.Check)
	if !ok {
		return line("chains", name, look, text("还没有核对过。", "There has been no check yet."), text("每晚自动核对；现在可以运行 server verify。", "It runs every night by itself; server verify does it now."))
	}
	if n := m.Check.Faults; n > 0 {
		return line("chains", name, alarm, text(fmt.Sprintf("有 %d 处记录对不上：有人绕过程序改了数据，或者磁盘损坏。", n), fmt.Sprintf("%d places do not hold together: somebody changed the data behind the program's back, or a disk is failing.", n)),
			text("立即停止改动，运行 server verify 记下是哪些案件，保留备份，报告主任。", "Change nothing, run server verify and note which cases, keep the backups, tell the director."))
	}
	says := text(fmt.Sprintf("上一次在%s，核对 %d 件案件、%d 条记录，全部相符。", ago(age).ZH, m.Check.Cases, m.Check.Events),
		fmt.Sprintf("The last one was %s: %d cases, %d events, all in order.", ago(age).EN, m.Check.Cases, m.Check.Events))
	return line("chains", name, grade(age, checkLook, checkAlarm), says, text("看日志，重启本程序；夜间核对由后台任务完成。", "Read the log and restart the program: the nightly check is a background job."))
}

func queueLine(m Measures) OperationsLine {
	name, dead := text("后台任务", "Background jobs"), m.Jobs["discarded"]
	waiting := m.Jobs["available"] + m.Jobs["retryable"]
	says := text(fmt.Sprintf("等待 %d 个，最久的等了%s；放弃 %d 个。", waiting, lasting(m.OldestJob).ZH, dead),
		fmt.Sprintf("%d waiting, the oldest for %s; %d given up.", waiting, lasting(m.OldestJob).EN, dead))
	light := grade(m.OldestJob, queueLook, queueAlarm)
	if dead > 0 && light == well {
		light = look
	}
	return line("queue", name, light, says, text("看日志；没有进程在做后台任务时，重启一台服务即可，任务不会丢。", "Read the log; if no process works on the jobs, restart a server. No job is lost."))
}

func messagesLine(m Measures) OperationsLine {
	light := well
	if m.Messages["failed"] > 0 || m.OldestMessage > hour {
		light = look
	}
	return line("messages", text("消息", "Messages"), light,
		text(fmt.Sprintf("待发 %d 条，最久的等了%s；没有发出 %d 条。", m.Messages["queued"], lasting(m.OldestMessage).ZH, m.Messages["failed"]),
			fmt.Sprintf("%d queued, the oldest for %s; %d failed.", m.Messages["queued"], lasting(m.OldestMessage).EN, m.Messages["failed"])),
		text("查看通知渠道；没有发出的，请立案人员改用电话或邮寄。", "Look at the channel; ask the registry to telephone or write to those who were not reached."))
}

func clocksLine(m Measures) OperationsLine {
	light, n := well, late(m)
	if n > 0 {
		light = look
	}
	return line("clocks", text("期限", "Periods"), light,
		text(fmt.Sprintf("在办 %d 件；本会和调解组织超期的期限 %d 个。", sum(m.Open), n), fmt.Sprintf("%d open cases; %d periods of the commission and the organisations are overdue.", sum(m.Open), n)),
		text("请庭长在“我的案件”清单里处理；这里不显示案件。", "The head of the court sees them in the list of cases; no case is shown here."))
}

func dayTableLine(m Measures) OperationsLine {
	light := well
	switch {
	case m.DaysLeft < 0:
		light = alarm
	case m.DaysLeft <= dayTableLook:
		light = look
	}
	return line("days", text("节假日表", "Day table"), light,
		text(fmt.Sprintf("已有放假通知到 %d 年底，还有 %d 天；暂定的期限 %d 个。", m.DayTable.Year(), max(0, m.DaysLeft), m.Provisional), fmt.Sprintf("It reaches to the end of %d, %d days from now; %d periods are provisional.", m.DayTable.Year(), max(0, m.DaysLeft), m.Provisional)),
		text("国务院公布下一年放假安排后（一般在十一月），在“参数”里登记，由另一人审批。", "When the State Council has published next year's holidays (usually in November), enter them under Settings; a second person approves."))
}

func schemaLine(m Measures) OperationsLine {
	if want := models.SchemaVersion(); m.Schema != want {
		return line("schema", text("版本", "Versions"), look, text(fmt.Sprintf("数据库结构是第 %d 版，本程序是第 %d 版。", m.Schema, want), fmt.Sprintf("The database has schema %d, this program knows %d.", m.Schema, want)),
			text("还有一台服务是别的版本，请升级到同一版本。", "Another server runs another version; bring them to the same one."))
	}
	return line("schema", text("版本", "Versions"), well, text(fmt.Sprintf("数据库结构第 %d 版，与程序相符。", m.Schema), fmt.Sprintf("The schema is version %d, as the program's.", m.Schema)), law.Text{})
}

func grade(age, lookAt, alarmAt float64) string {
	switch {
	case age >= alarmAt:
		return alarm
	case age >= lookAt:
		return look
	}
	return well
}

// lasting is a length of time in round words.
func lasting(seconds float64) law.Text {
	switch n := int(seconds); {
	case n < 120:
		return text(fmt.Sprintf(" %d 秒", n), fmt.Sprintf("%d s", n))
	case n < 7200:
		return text(fmt.Sprintf(" %d 分钟", n/60), fmt.Sprintf("%d min", n/60))
	case n < 48*3600:
		return text(fmt.Sprintf(" %d 小时", n/3600), fmt.Sprintf("%d hours", n/3600))
	default:
		return text(fmt.Sprintf(" %d 天", n/86400), fmt.Sprintf("%d days", n/86400))
	}
}

func ago(seconds float64) law.Text {
	s := lasting(seconds)
	return text(s.ZH+"前", s.EN+" ago")
}
