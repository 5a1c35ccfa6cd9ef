package pages

// Name names a page; its template is html/page/<name>.html.
type Name string

// Every page there is.
const (
	Home         Name = "home"
	SignInPage   Name = "sign-in"
	RegisterPage Name = "register"
	FirstSignIn  Name = "first-sign-in"
	AccountPage  Name = "account"
	Work         Name = "work"
	NewCase      Name = "new-case"
	Opened       Name = "opened"
	Case         Name = "case"
	MyCase       Name = "my-case"
	CaseClaims   Name = "case-claims"
	CaseEvidence Name = "case-evidence"
	CaseHearing  Name = "case-hearing"
	CasePapers   Name = "case-papers"
	CaseClocks   Name = "case-clocks"
	CaseTimeline Name = "case-timeline"
	Clocks       Name = "clocks"
	StepPage     Name = "step"
	ExhibitPage  Name = "exhibit"
	Paper        Name = "paper"
	Notes        Name = "notes"
	Intake       Name = "intake"
	Deliberation Name = "deliberation"
	StatusForm   Name = "status-form"
	StatusPage   Name = "status"
	Figures      Name = "figures"
	FigureCases  Name = "figure-cases"
	Messages     Name = "messages"
	Outbox       Name = "outbox"
	Link         Name = "link"
	Linked       Name = "linked"
	RevealedPage Name = "revealed"
	Code         Name = "code"
	Problem      Name = "problem"
	APIDocsPage  Name = "api-docs"
	CarryOvers   Name = "carry-overs"
	CarryOver    Name = "carry-over"
	Operations   Name = "operations"
	Notices      Name = "notices"
	Disposals    Name = "disposals"

	Settings   Name = "settings"
	NewSetting Name = "new-setting"
	NewNotice  Name = "new-notice"

	Calculators    Name = "calculators"
	CalculatorPage Name = "calculator"

	Apply         Name = "apply"
	ApplyCode     Name = "apply-code"
	ApplyQuestion Name = "apply-question"
	ApplyWanted   Name = "apply-wanted"
	ApplyWorkOut  Name = "apply-work-out"
	ApplyEvidence Name = "apply-evidence"
	ApplyCheck    Name = "apply-check"
	ApplyReceipt  Name = "apply-receipt"
	Photos        Name = "photos"
	Application   Name = "application"
	Problems      Name = "problems"
	ProblemHelp   Name = "problem-help"
)

// Names lists them all.
func Names() []Name {
	return []Name{Home, SignInPage, RegisterPage, FirstSignIn, AccountPage, Work, Clocks, NewCase, Opened, Case, MyCase, CaseClaims, CaseEvidence, CaseHearing, CasePapers, CaseClocks, CaseTimeline, ExhibitPage, StepPage, Paper, Notes, Intake, Deliberation, StatusForm, StatusPage,
		Figures, FigureCases, Messages, Outbox, Link, Linked, RevealedPage, Code, Problem, APIDocsPage, CarryOvers, CarryOver, Operations, Notices, Disposals,
		Settings, NewSetting, NewNotice, Calculators, CalculatorPage,
		Apply, ApplyCode, ApplyQuestion, ApplyWanted, ApplyWorkOut, ApplyEvidence, ApplyCheck, ApplyReceipt, Photos, Application, Problems, ProblemHelp}
}
