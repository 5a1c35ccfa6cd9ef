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
	SignInCode   Name = "sign-in-code"
	FactorPage   Name = "factor"
	FactorCodes  Name = "factor-codes"
	Work         Name = "work"
	NewCase      Name = "new-case"
	QueuePage    Name = "queue"
	ReceiptPage  Name = "receipt"
	LabelPage    Name = "label"
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
	BundlePage   Name = "bundle"
	Paper        Name = "paper"
	Notes        Name = "notes"
	SignPage     Name = "agreement"
	OfferPage    Name = "offer"
	FilingPage   Name = "filing"
	RoomPage     Name = "room"
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
	CalendarPage Name = "calendar"
	BoardPage    Name = "board"
	ApprovalPage Name = "approvals"
	Hearings     Name = "hearings"
	LobbyPage    Name = "lobby"
	PackPage     Name = "docket-print"

	PeoplePage    Name = "people"
	PersonPage    Name = "person"
	NewPerson     Name = "new-person"
	PersonMade    Name = "person-made"
	Organisations Name = "organisations"

	WorkbookPage  Name = "workbook"
	WorkbookPrint Name = "workbook-print"
	AwardPage     Name = "award"
	ReassignPage  Name = "reassign"
	Reassigned    Name = "reassigned"
	Organisation  Name = "organisation"

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
	return []Name{Home, SignInPage, RegisterPage, FirstSignIn, AccountPage, SignInCode, FactorPage, FactorCodes, Work, Clocks, NewCase, Opened,
		QueuePage, ReceiptPage, LabelPage, Case, MyCase, CaseClaims, CaseEvidence, CaseHearing, CasePapers, CaseClocks, CaseTimeline, ExhibitPage,
		BundlePage, StepPage, Paper, Notes, SignPage, OfferPage, FilingPage, RoomPage, Intake, Deliberation, StatusForm, StatusPage,
		Figures, FigureCases, Messages, Outbox, Link, Linked, RevealedPage, Code, Problem, APIDocsPage, CarryOvers, CarryOver,
		Operations, Notices, Disposals, CalendarPage, BoardPage, ApprovalPage, ReassignPage, Reassigned, Organisation, WorkbookPage, WorkbookPrint, AwardPage,
		Hearings, LobbyPage, PackPage, PeoplePage, PersonPage, NewPerson, PersonMade, Organisations, Settings, NewSetting, NewNotice, Calculators,
		CalculatorPage,
		Apply, ApplyCode, ApplyQuestion, ApplyWanted, ApplyWorkOut, ApplyEvidence, ApplyCheck, ApplyReceipt, Photos, Application, Problems, ProblemHelp}
}
