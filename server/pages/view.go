package pages

import (
	"fmt"
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// view is a page on its way into the template.
type view struct {
	Page
	Name    Name
	Form    Form    // the page's form, filled with what was typed
	Errors  []Wrong // what was wrong with it
	Clashes []Clash // what somebody else wrote at the same time
}

// Stale says that somebody else was quicker, and the form is shown again over what is current.
func (v *view) Stale() bool { return v.Fault != nil && v.Fault.Code == "version-stale" }

// Seen is the version that a form was opened at: the one on record now, unless the form comes back from before
// somebody signed in again. Then whoever was quicker is found out when it is sent.
func (v *view) Seen(field string, now int) string {
	if was := v.Kept.Get(field); v.Restored && was != "" {
		return was
	}
	return strconv.Itoa(now)
}

// Wrong is one thing wrong; Anchor leads to its field and Where names it, if the form has it.
type Wrong struct {
	Anchor string
	Where  law.Text
	Says   law.Text
}

// bodies are the types that pages take; nil where a page takes none.
var bodies = map[Name]reflect.Type{
	SignInPage: reflect.TypeFor[SignIn](), AccountPage: reflect.TypeFor[Account](), Work: reflect.TypeFor[WorkBody](), Clocks: reflect.TypeFor[ClocksBody](), NewCase: reflect.TypeFor[NewCaseBody](),
	QueuePage: reflect.TypeFor[QueueBody](), ReceiptPage: reflect.TypeFor[*casework.ReceiptSlip](), LabelPage: reflect.TypeFor[LabelBody](), Intake: reflect.TypeFor[IntakeBody](),
	Opened: reflect.TypeFor[OpenedBody](), Case: reflect.TypeFor[*casework.CaseView](), MyCase: reflect.TypeFor[*casework.CaseView](), StepPage: reflect.TypeFor[Step](),
	Deliberation: reflect.TypeFor[*casework.Deliberation](),
	Paper:        reflect.TypeFor[PaperPage](), Notes: reflect.TypeFor[NotesBody](), SignPage: reflect.TypeFor[*casework.Signing](), OfferPage: reflect.TypeFor[*casework.OfferPage](), FilingPage: reflect.TypeFor[*casework.Filing](), RoomPage: reflect.TypeFor[*casework.Room](), StatusPage: reflect.TypeFor[*casework.Status](),
	Figures: reflect.TypeFor[*casework.Figures](), FigureCases: reflect.TypeFor[*casework.FigureCases](),
	Messages: reflect.TypeFor[MessagesBody](), Hearings: reflect.TypeFor[*casework.Announcement](), LobbyPage: reflect.TypeFor[LobbyBody](), PackPage: reflect.TypeFor[*casework.Pack](), Outbox: reflect.TypeFor[[]casework.MessageView](),
	Linked: reflect.TypeFor[*casework.Linked](), RevealedPage: reflect.TypeFor[Revealed](), Code: reflect.TypeFor[*casework.CodeIssued](),
	APIDocsPage: reflect.TypeFor[APIDocs](), Operations: reflect.TypeFor[*casework.Operations](),
	CalculatorPage: reflect.TypeFor[CalculatorBody](), Settings: reflect.TypeFor[*casework.SettingsView](),
	Disposals: reflect.TypeFor[*casework.Disposals](), CalendarPage: reflect.TypeFor[*casework.Calendar](), BoardPage: reflect.TypeFor[*casework.Board](), ApprovalPage: reflect.TypeFor[*casework.Approvals](), ExhibitPage: reflect.TypeFor[*casework.ExhibitPage](),
	ReassignPage: reflect.TypeFor[LeavingBody](), Reassigned: reflect.TypeFor[*casework.HandoverView](), Organisation: reflect.TypeFor[OrganisationBody](),
	Apply: reflect.TypeFor[ApplyBody](), ApplyCode: reflect.TypeFor[*casework.DraftBegun](), ApplyQuestion: reflect.TypeFor[ApplyStep](), ApplyWanted: reflect.TypeFor[ApplyStep](),
	ApplyWorkOut: reflect.TypeFor[CalculatorBody](), ApplyEvidence: reflect.TypeFor[ApplyStep](), ApplyCheck: reflect.TypeFor[ApplyCheckBody](), ApplyReceipt: reflect.TypeFor[*casework.DraftReceipt](),
	Application: reflect.TypeFor[*casework.SentView](),
	Photos:      reflect.TypeFor[PhotosBody](), Problems: reflect.TypeFor[[]WorkProblem](), ProblemHelp: reflect.TypeFor[ProblemBody](),
	FactorPage: reflect.TypeFor[*casework.FactorState](), FactorCodes: reflect.TypeFor[*casework.RecoveryGiven](),
	PeoplePage: reflect.TypeFor[PeopleBody](), PersonPage: reflect.TypeFor[*casework.Person](), PersonMade: reflect.TypeFor[*casework.PersonMade](),
	NewPerson: reflect.TypeFor[[]casework.OrganisationLine](), Organisations: reflect.TypeFor[[]casework.OrganisationLine](),
	WorkbookPage: reflect.TypeFor[WorkbookBody](), WorkbookPrint: reflect.TypeFor[WorkbookBody](), AwardPage: reflect.TypeFor[AwardBody](),
	CarryOvers: reflect.TypeFor[CarryBody](), CarryOver: reflect.TypeFor[*casework.CarryView](),
}

func newView(name Name, page Page) (*view, error) {
	if want := bodies[name]; want != nil && reflect.TypeOf(page.Body) != want {
		return nil, fmt.Errorf("pages: the body of %s is a %T, want a %v", name, page.Body, want)
	}
	v := &view{Page: page, Name: name, Form: formFor(name, page.Body)}
	v.Form = v.Form.filled(page.Kept, page.Fault)
	if b, ok := page.Body.(NewCaseBody); ok && b.Desk {
		v.Form = v.Form.noted(b)
	}
	if len(page.Theirs) > 0 {
		v.Clashes = clashes(v.Form.Fields, page.Theirs, "")
	}
	if f := page.Fault; f != nil {
		for _, field := range f.Fields {
			anchor, where := v.Form.anchor(field.Place)
			v.Errors = append(v.Errors, Wrong{anchor, where, field.Says})
		}
	}
	return v, nil
}

// formFor is the form that a page always has.
func formFor(name Name, body any) Form {
	switch name {
	case SignInPage:
		return FormOf(reflect.TypeFor[casework.SignIn](), nil, "").only("login", "password")
	case SignInCode:
		return FormOf(reflect.TypeFor[casework.FactorCode](), nil, "")
	case FactorPage:
		return factorForm(body.(*casework.FactorState))
	case NewPerson:
		return rosterForm(reflect.TypeFor[casework.NewPerson](), body.([]casework.OrganisationLine))
	case PersonPage:
		return personForm(body.(*casework.Person))
	case Organisations:
		return FormOf(reflect.TypeFor[casework.NewOrganisation](), nil, "")
	case FirstSignIn:
		return FormOf(reflect.TypeFor[casework.FirstSignIn](), nil, "")
	case AccountPage:
		return FormOf(reflect.TypeFor[casework.ChangePassword](), nil, "")
	case RegisterPage:
		return FormOf(reflect.TypeFor[casework.Register](), nil, "")
	case StatusForm, Home:
		return FormOf(reflect.TypeFor[casework.StatusQuery](), nil, "")
	case NewSetting:
		return FormOf(reflect.TypeFor[casework.ProposeSetting](), nil, "")
	case NewNotice:
		return FormOf(reflect.TypeFor[casework.ProposeNotice](), nil, "")
	case Link:
		return FormOf(reflect.TypeFor[casework.LinkCase](), nil, "")
	case NewCase:
		b := body.(NewCaseBody)
		if b.Desk {
			return walkIn(b)
		}
		return FormOf(reflect.TypeFor[casework.OpenCase](), &casework.CaseView{Choices: casework.Choices{Organisations: b.Organisations}}, "")
	case Apply:
		return FormOf(reflect.TypeFor[casework.DraftCode](), nil, "")
	case ApplyQuestion, ApplyWanted:
		return body.(ApplyStep).Form
	case ApplyEvidence:
		return FormOf(reflect.TypeFor[casework.DraftExhibit](), nil, "")
	case ApplyCheck:
		return body.(ApplyCheckBody).Form
	case Photos:
		return photosForm(body.(PhotosBody))
	case CalculatorPage, ApplyWorkOut:
		return formOfCalculator(body.(CalculatorBody))
	case SignPage:
		return FormOf(reflect.TypeFor[casework.SignAgreement](), nil, "").only("code").required()
	case RoomPage:
		return roomForm(body.(*casework.Room))
	case Notes:
		return body.(NotesBody).Form
	case WorkbookPage:
		return workbookForm(body.(WorkbookBody).Book)
	case AwardPage:
		return body.(AwardBody).form()
	case ReassignPage:
		return body.(LeavingBody).Form
	case StepPage:
		return body.(Step).Form
	}
	return Form{}
}

// HTMLLang is the page's language for the browser.
func (v *view) HTMLLang() string {
	if v.Lang == "en" {
		return "en"
	}
	return "zh-CN"
}

// Density is generous where workers and employers read, dense where staff work.
func (v *view) Density() string {
	switch b := v.Body.(type) {
	case PhotosBody:
		return density(b.Case.Party)
	case *casework.CaseView:
		return density(b.Party)
	case Step:
		return density(b.Case.Party)
	}
	return density(v.Me == nil || v.Me.Party || v.Name == Paper || v.Name == Application || v.Name == LobbyPage)
}

func density(party bool) string {
	if party {
		return "read"
	}
	return "work"
}

// Switch is the same page in the other language.
func (v *view) Switch() string {
	if v.Lang == "en" {
		return v.with("lang", "zh")
	}
	return v.with("lang", "en")
}

// Sized is the same page with large letters, or with normal ones again.
func (v *view) Sized() string {
	if v.Large {
		return v.with("letters", "normal")
	}
	return v.with("letters", "large")
}

func (v *view) with(name, value string) string {
	u, err := url.Parse(v.URL)
	if err != nil || !strings.HasPrefix(u.Path, "/") {
		return "/?" + name + "=" + value
	}
	q := u.Query()
	q.Set(name, value)
	return readable(u.EscapedPath(), v.Name) + "?" + q.Encode()
}

// With is this page's address with one thing of its query changed.
func (v *view) With(key string, value any) string {
	u, err := url.Parse(v.URL)
	if err != nil {
		return "/"
	}
	q := u.Query()
	q.Set(key, fmt.Sprint(value))
	return u.EscapedPath() + "?" + q.Encode()
}

// readable is an address that can be opened: what answers only to a form leads to the page with the form.
func readable(path string, name Name) string {
	switch name {
	case AccountPage:
		return "/account"
	case FactorPage, FactorCodes:
		return "/account/factor"
	case PersonPage, PersonMade:
		return personPath(path)
	case NewCase, Opened:
		return "/cases/new"
	case Apply, ApplyCode, ApplyReceipt:
		return "/apply"
	case ApplyEvidence:
		return "/apply/q/evidence"
	case ApplyCheck:
		return "/apply/check"
	case CarryOvers:
		return "/carry-overs"
	case Organisation:
		return "/organisation"
	case CarryOver, Reassigned:
		return strings.TrimSuffix(path, "/run")
	case RevealedPage, Code:
		return path[:max(strings.LastIndex(path, "/"), 1)]
	}
	return path
}

// At says whether the page is the one at this address, for the menu.
func (v *view) At(path string) bool {
	u, err := url.Parse(v.URL)
	if err != nil {
		return false
	}
	if path == "/work" && strings.HasPrefix(u.Path, "/cases/") && u.Path != "/cases/new" {
		return true
	}
	return u.Path == path || path != "/" && strings.HasPrefix(u.Path, path+"/")
}
