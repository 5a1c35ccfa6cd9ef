// Package pages is what people see: one HTML page for each reading and each form (页面).
//
// A page is a template and a view from server/casework; the JSON of the API is another rendering of
// the same view. Pages work without any script and under a policy that forbids scripts and styles
// in the page. Everything is written in Chinese first and in English as well: the two languages
// stand beside each other in the templates, as {{t "中文" "English"}}.
//
// Forms are made from the command structs themselves (FormOf): the field's name, its doc tag, its
// limits. A command with a new field needs nothing here, unless the field is an enumeration, whose
// values want words (enum_words.go); a test finds those that have none.
//
//	names.go, bodies.go    which pages there are, and what each is given
//	pages.go, view.go      templates, rendering, what every page shows around its body
//	form*.go               forms from commands, filled with what was typed and what was wrong
//	format.go, words.go    dates, money, sizes, lights, and words for codes
//	case_*.go, addresses.go  what the case page asks of its view, and links with a query
//	chart.go               rates and their column charts
//	html/                  layout, parts, and one template for each page
//	static/                the stylesheet, served under its checksum
package pages
