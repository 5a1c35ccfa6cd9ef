package web

import (
	"net/http"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/workflows"
)

// routes is the one table of what can be asked. Each step of the law's table is a path of its own,
// made from the table: JSON under /api/v1, a form under /cases.
func (s *Server) routes() {
	s.steps()

	post(s, "/api/v1/cases", "open-case", "登记新案 Open a case", s.mayBegin, s.openCase)
	get(s, "/api/v1/cases", "list-cases", "我的案件 List cases", s.listCases)
	get(s, "/api/v1/clocks", "list-clocks", "期限清单 List open periods", s.listClocks)
	get(s, "/api/v1/calendar", "see-calendar", "排期 The hearings of a week or a month", s.seeCalendar)
	get(s, "/api/v1/board", "see-board", "在办看板 How the open cases stand", s.seeBoard)
	get(s, "/api/v1/approvals", "see-approvals", "待审批 What waits for a decision", s.seeApprovals)
	get(s, "/api/v1/disposals", "list-disposals", "待处置清单 List files whose time is over", s.listDisposals)
	get(s, "/api/v1/cases/:case", "see-case", "查看案件 See a case", s.seeCase)
	get(s, "/api/v1/cases/:case/notes", "see-notes", "查看调解记录 See the mediation notes", s.seeNotes)
	get(s, "/api/v1/cases/:case/deliberation", "see-deliberation", "查看评议笔录 See the deliberation", s.seeDeliberation)
	get(s, "/api/v1/cases/:case/room", "see-room", "开庭现场：笔录写到哪里 The hearing as it goes on", s.seeRoom)
	post(s, "/api/v1/cases/:case/room/draft", "save-room", "保存笔录草稿 Keep what was typed so far", s.mayTake(workflows.WriteMinutes), s.saveRoom)
	get(s, "/api/v1/cases/:case/candidates", "see-candidates", "组庭建议、指派建议 Who is proposed for the tribunal or as mediator, and why", s.seeCandidates)
	get(s, "/api/v1/cases/:case/intake", "see-intake", "立案审查 Look an application over", s.seeIntake)
	get(s, "/api/v1/cases/:case/receipt", "see-receipt", "收件凭条 What was handed in, and what comes next", s.seeReceipt)
	get(s, "/api/v1/cases/:case/label", "see-label", "案卷标签 The label of a file", s.seeLabel)
	get(s, "/api/v1/intake", "see-queue", "待立案 Applications that wait for a decision", s.seeQueue)
	post(s, "/api/v1/intake/look", "look-first", "登记前查一查 What is known already of an application", s.mayTakeIn, s.lookFirst)
	get(s, "/api/v1/cases/:case/documents/:id", "see-document", "查看文书 See a document", s.seeDocument)
	get(s, "/api/v1/cases/:case/exhibits/:id/view", "see-exhibit", "查看证据的页码和前后各份 See an exhibit's page ids and its neighbours", s.seeExhibit)
	get(s, "/api/v1/cases/:case/services/:id", "see-slip", "打印送达回证 Print a return slip", s.seeSlip)
	post(s, "/api/v1/cases/:case/reveal", "reveal", "查看被遮盖的内容 Uncover a masked value", s.may(policies.RevealParty), s.reveal)
	post(s, "/api/v1/cases/:case/codes", "issue-code", "发放绑定码 Issue a one-time code", s.may(policies.IssueCode), s.issueCode)
	get(s, "/api/v1/cases/:case/agreement", "see-agreement", "查看调解协议和签章 See the agreement and its marks", s.seeAgreement)
	post(s, "/api/v1/cases/:case/agreement/code", "signing-code", "获取签署验证码 Ask for a code to sign with", s.mayTake(workflows.SignAgreement), s.signingCode)
	post(s, "/api/v1/link", "link", "用绑定码绑定案件 Link an account by a one-time code", nil, s.link)
	get(s, "/api/v1/me", "see-me", "我是谁 Who am I", s.seeMe)
	get(s, "/api/v1/messages", "my-messages", "我的消息 My messages", s.myMessages)
	get(s, "/api/v1/figures", "see-figures", "指标 Figures", s.seeFigures)
	get(s, "/api/v1/figures/cases", "figure-cases", "指标背后的案件 The cases behind a number", s.figureCases)
	get(s, "/api/v1/figures/differences", "figure-differences", "核对不符的数 Counters that the full scan does not confirm", s.figureDifferences)
	post(s, "/api/v1/figures/recount", "recount-figures", "重新统计 Count the figures anew", s.mayRecount, s.recountFigures)

	get(s, "/api/v1/operations", "see-operations", "运行状况 How the program runs", s.seeOperations)

	post(s, "/api/v1/people/unit", "set-unit", "登记兼职仲裁员的工作单位 Where a part-time arbitrator works", s.mayManage, s.setUnit)

	post(s, "/api/v1/delegations", "delegate", "书面委托 Delegate", s.mayDelegate, s.delegate)

	open(s, "/api/v1/first-sign-in", "first-sign-in", "首次登录 First sign-in", s.firstSignIn)
	open(s, "/api/v1/status", "see-status", "查询进度 Where a case stands", s.seeStatus)
	open(s, "/api/v1/tokens", "sign-in", "登录，取得令牌 Sign in for a token", s.giveToken)
	open(s, "/api/v1/accounts", "register", "注册 Register", s.register)

	describe[none, []casework.NoticeView](s, http.MethodGet, "/api/v1/notices", "see-notices", "公告 Public notices", false, false)
	s.engine.GET("/api/v1/notices", s.asJSON(func(c ctx) (any, error) { return s.desk.SeeNotices(c.Request.Context()) }))
	s.engine.DELETE("/api/v1/tokens", s.asJSON(s.dropToken))
	s.engine.POST("/api/v1/cases/:case/file-evidence", s.asJSON(s.uploadJSON))
	s.describeUpload()
	s.engine.GET("/api/v1/cases/:case/exhibits/:id", s.download)
	s.engine.GET("/api/v1/figures.xlsx", s.figuresXLSX)
	s.describeFiguresXLSX()
	s.engine.GET("/api/openapi.json", s.document)

	s.bundles()
	s.tools()
	s.hearings()

	s.pageRoutes()
	s.carryOver()
	s.settings()
	s.assigning()
	s.account()
	s.people()
	s.registryPages()
	s.engine.GET("/healthz", func(c ctx) { c.String(http.StatusOK, "ok\n") })
	s.engine.GET("/readyz", s.readiness)
	s.engine.NoRoute(s.noRoute)
	s.engine.NoMethod(s.noMethod)
}

// steps makes one path for every row of the table that has a command.
func (s *Server) steps() {
	seen := map[workflows.Event]bool{}
	for _, r := range workflows.Table() {
		body, ok := casework.BodyOf(r)
		if !ok || seen[r.Event] || clockOnly(r) {
			continue
		}
		seen[r.Event] = true
		s.step(r, body)
	}
}

// clockOnly rows are taken by the program alone; nobody can ask for them.
func clockOnly(r workflows.Row) bool { return len(r.By) == 1 && r.By[0] == workflows.Clock }
