package pages

import (
	"net/url"

	"tiaocai/server/casework"
	"tiaocai/workflows"
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
	Key       string       // fresh: the idempotency key of the page's forms
	Body      any
}

// Account is the body of the page on which somebody looks after their account.
type Account struct {
	Changed bool // the password, just now
}

// SignIn is the body of the sign-in page.
type SignIn struct {
	Next     string        // where to go afterwards
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

// NewCaseBody is the body of the page that opens a case.
type NewCaseBody struct {
	Organisations []casework.Choice
	Me            *casework.Me
}

// Step is the body of one step's form.
type Step struct {
	Case  *casework.CaseView
	Event workflows.Event
	Row   workflows.Row
	Form  Form
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
