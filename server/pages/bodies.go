package pages

import (
	"net/url"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// Page is what every page is given: who reads it, in which language, what went wrong, and its body.
// The body's type belongs to the page's name.
type Page struct {
	Lang      string       // "zh" or "en"
	Large     bool         // large letters
	URL       string       // path with query, for the language switch
	Me        *casework.Me // nil: nobody is signed in
	Demo      bool
	Fault     *fault.Error // shown above the form, or on the problem page
	Reference string       // under which the fault was logged
	Kept      url.Values   // what was typed, to fill the same form again
	Restored  bool         // what was typed before somebody had to sign in again
	Theirs    url.Values   // what is on record of the same fields, where somebody else was quicker
	Key       string       // fresh: the idempotency key of the page's forms
	Body      any
}

// Account is the body of the page on which somebody looks after their account.
type Account struct {
	Changed bool // the password, just now
	Factor  casework.FactorState
	Feed    casework.FeedState
	Duty    []calendar.Date // on which days a mediator is on duty
	Address string          // of the feed that was made just now
}

// LeavingBody is the body of the page on which somebody's work is handed over.
type LeavingBody struct {
	*casework.Leaving
	Form Form
}

// OrganisationBody is the body of an organisation's own page.
type OrganisationBody struct {
	*casework.OrganisationPage
	Set bool // the roster, just now
}

// SignIn is the body of the sign-in page.
type SignIn struct {
	Next     string        // where to go afterwards
	Late     bool          // the code took too long: the password is asked for again
	Typed    string        // what was typed into a form when the session had run out, on its way back to it
	Accounts []DemoAccount // only in the demo
}

// DemoAccount is an account that the demo's sign-in page shows.
type DemoAccount struct{ Login, Password, Name, Role string }

// WorkBody is the body of the list of cases.
type WorkBody struct {
	Docket *casework.Docket
	Query  casework.DocketQuery
}

// ClocksBody is the body of the list of open clocks.
type ClocksBody struct {
	List  *casework.OpenClocks
	Query casework.ClocksQuery
}

// PeopleBody is the body of the list of people.
type PeopleBody struct {
	List  *casework.People
	Query casework.PeopleQuery
}

// Roles are the roles that the list can be narrowed to.
func (PeopleBody) Roles() []Choice { return roleChoices() }

// NewCaseBody is the body of the page that opens a case.
type NewCaseBody struct {
	Organisations []casework.Choice
	Me            *casework.Me
	Desk          bool                // at the counter: the form in the order of the paper
	Rows          map[string]int      // how many rows of each list it has
	Focus         string              // the field to begin at; "_take" for the first employer found
	Found         *casework.LookFound // what is known already, where it was asked
}

// Step is the body of one step's form.
type Step struct {
	Case  *casework.CaseView
	Event workflows.Event
	Row   workflows.Row
	Form  Form

	Candidates *casework.Candidates // beside the form that forms a tribunal or assigns a mediator
	Filled     bool                 // the form was filled in with the first proposal
}

// NotesBody is the log of a mediation on one screen: the form for the next session, if it is open to the reader, and
// the sessions so far.
type NotesBody struct {
	*casework.Notes
	Case *casework.CaseView
	Log  bool // a session can be entered now
	Form Form
}

// PaperPage is the body of the print view of a paper.
type PaperPage struct{ Paper *casework.Paper }

// Revealed is the body of the page that shows one value in full.
type Revealed struct {
	Ref string
	*casework.Revealed
}

// APIDocs is the body of the list of the API's operations.
type APIDocs struct{ Operations []APIOperation }

// APIOperation is one of them.
type APIOperation struct{ Method, Path, Summary, ID string }

// CarryBody is the body of the page for sheets of old cases.
type CarryBody struct {
	List   []casework.CarryView
	Fields []casework.CarryField
}
