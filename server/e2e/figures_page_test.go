package e2e

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/testkit"
)

// oldCases writes 240 cases of 2025 and 2026 behind the program's back, as an import would: towns,
// organisations, closings in time and late, mediations, stops, and one town that looks like a formula.
func oldCases(t *testing.T, k *testkit.Kit) {
	t.Helper()
	execSQL(t, k,
		`insert into cases (commission_id, ref, state, state_since, opened_on, accepted_on, closed_on, mode, created_at, town, organisation_id, cause, mediated_amount, open)
		select 1, lpad(translate(to_char(i, 'FM000'), '01', 'AB'), 12, '2'), case when c then 'closed' else 'accepted' end, d, d - 6, d, case when c then d + 20 + i % 30 end, case when c then m end, now(),
			(array['福应街道', '横溪镇', '白塔镇', '', '=1+1'])[case when i < 8 then 5 else 1 + i % 4 end], nullif(i % 4, 0), (array['A03', 'A05', 'A07', ''])[1 + i % 4], case when c and m = 'MEDIATED' then 100000 end, not c
		from (select i, date '2025-11-01' + i as d, i < 180 as c, (array['MEDIATED','AWARD_FINAL','MEDIATED','AWARD_NONFINAL','WITHDRAWN_SETTLED','WITHDRAWN_VOLUNTARY','AWARD_BOTH','DEEMED_WITHDRAWN','TRANSFERRED'])[1 + i % 9] as m from generate_series(1, 240) i) x`,
		`insert into parties (commission_id, case_id, side, ordinal, kind, name) select 1, id, s, 1, p, 'x' from cases, (values ('applicant', 'worker'), ('respondent', 'employer')) v(s, p)`,
		`insert into claims (commission_id, case_id, no, code, amount, awarded) select 1, id, 1, 'M01', 250000, case when mode like 'AWARD%' then 120000 end from cases`,
		`insert into applications (commission_id, case_id, first_received_on, received_on, decided_on, outcome) select 1, id, accepted_on - 2 - (id % 9)::int, accepted_on - 2 - (id % 9)::int, accepted_on, 'accepted' from cases`,
		`insert into mediations (commission_id, case_id, organisation_id, received_on, due_on, concluded_on, outcome, agreed_amount, perform_by, performed_on)
		select 1, id, organisation_id, accepted_on - 30, accepted_on - 15, accepted_on - 16, o, case when o = 'success' then 90000 end, case when o = 'success' then accepted_on end, case when o = 'success' and id % 2 = 0 then accepted_on - 1 end
		from (select *, (array['failed', 'success', 'success', 'expired', 'refused'])[1 + id % 5] as o from cases where organisation_id is not null) x`,
		`insert into clocks (commission_id, case_id, period, starts_on, due_on, done_on) select 1, id, 'award', accepted_on, accepted_on + 45, closed_on from cases`,
		`insert into documents (commission_id, case_id, paper, drafted_on, event_no, content, digest) select 1, id, 'notice-to-respond', accepted_on, 1, '', '' from cases`,
		`insert into services (commission_id, case_id, document_id, party_id, method, served_on, proof, recorded_at) select 1, d.case_id, d.id, p.id, 'post', d.drafted_on + 4 + (p.id % 7)::int, 'x', now() from documents d join parties p on p.case_id = d.case_id and p.side = 'respondent'`)
	var done casework.Recounted
	director := k.As("zhuren")
	director.Want(200, director.Do("POST", "/api/v1/figures/recount", j{}), &done)
	if done.Differences != 0 {
		t.Fatalf("%d counters differ after the recount", done.Differences)
	}
	figuresAgree(t, k)
}

// Every number on the page leads to as many cases as it says, for the commission, for an
// organisation, for a town, for a cause, and in every cell of the tables.
func TestEveryNumberOpensItsCases(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-06-30"})
	oldCases(t, k)
	director := k.As("zhuren")
	tried, seen := 0, map[string]bool{}
	for _, path := range []string{"/figures", "/figures?year=2025", "/figures?organisation=2", "/figures?organisation=-1", "/figures?town=" + url.QueryEscape("横溪镇"), "/figures?town=-", "/figures?cause=A05", "/figures?cause=-"} {
		a := director.Do("GET", path, nil)
		if a.Status != 200 {
			t.Fatalf("%s = %d\n%s", path, a.Status, a.Body)
		}
		for href, text := range numberLinks(t, a.Body) {
			if seen[href] {
				continue
			}
			seen[href] = true
			if strings.Contains(href, "month=") && tried%7 != 0 && !strings.Contains(href, "number=A&") {
				tried++
				continue // every seventh of the months
			}
			tried++
			n := 0
			for after := int64(0); ; {
				var list casework.FigureCases
				director.Get("/api/v1"+href+fmt.Sprintf("&after=%d", after), &list)
				if n += len(list.Rows); list.Next == 0 {
					break
				}
				after = list.Next
			}
			if want, err := strconv.Atoi(text); err == nil && n != want {
				t.Errorf("%s: %s leads to %d cases", path, href+" "+text, n)
			}
		}
	}
	if tried < 200 {
		t.Errorf("only %d numbers can be opened", tried)
	}
}

// numberLinks are the links to cases behind numbers, with their text.
func numberLinks(t *testing.T, page []byte) map[string]string {
	t.Helper()
	links := map[string]string{}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && n.Data == "a" && n.FirstChild != nil {
			for _, a := range n.Attr {
				if a.Key == "href" && strings.HasPrefix(a.Val, "/figures/cases?") {
					links[a.Val] = strings.TrimSpace(n.FirstChild.Data)
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return links
}

// Who watches or counts sees no small cell and cannot narrow the year; staff can.
func TestSmallCellsAreHiddenFromWhoOnlyWatches(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-06-30"})
	oldCases(t, k)
	read := func(login string) (f casework.Figures) {
		k.As(login).Get("/api/v1/figures?year=2025", &f)
		return f
	}
	staff, watcher := read("lian"), read("ducha")
	hidden := 0
	for part, tables := range map[string][2]*casework.Breakdown{"organisation": {staff.ByOrganisation, watcher.ByOrganisation}, "town": {staff.ByTown, watcher.ByTown}, "cause": {staff.ByCause, watcher.ByCause}} {
		for r, row := range tables[1].Rows {
			for i, cell := range row.Cells {
				open := tables[0].Rows[r].Cells[i]
				if open.Hidden {
					t.Errorf("%s %s: hidden from staff", part, row.Name)
				}
				if cell.Hidden {
					hidden++
					if cell.Numerator != 0 || cell.Denominator != 0 {
						t.Errorf("%s %s: hidden, but told: %+v", part, row.Name, cell)
					}
				} else if cell != open || (cell.Numerator > 0 && cell.Numerator < 5) {
					t.Errorf("%s %s: %+v", part, row.Name, cell)
				}
			}
		}
		for i := range tables[0].Sum {
			if tables[0].Sum[i] != tables[1].Sum[i] {
				t.Errorf("%s: the sums differ", part)
			}
		}
	}
	if hidden < 2 || len(watcher.Organisations) != 0 || len(staff.Organisations) == 0 {
		t.Errorf("%d hidden cells, %d organisations to choose", hidden, len(watcher.Organisations))
	}
	for _, path := range []string{"/api/v1/figures?organisation=1", "/api/v1/figures?town=-", "/api/v1/figures?cause=A03", "/api/v1/figures.xlsx?organisation=1"} {
		if a := k.As("tongji").Do("GET", path, nil); a.Status != 403 {
			t.Errorf("statistics: %s = %d", path, a.Status)
		}
		if a := k.As("zhuren").Do("GET", path, nil); a.Status != 200 {
			t.Errorf("director: %s = %d", path, a.Status)
		}
	}
	if f := read("guanli2"); f.ByOrganisation != nil || f.Organisation != 2 || len(f.Indicators) != 3 {
		t.Errorf("an organisation's manager sees %d indicators of %d", len(f.Indicators), f.Organisation)
	}
}

// A year is set beside the same whole months of the year before: over twelve of them that is what last year's page says.
func TestAYearIsComparedWithTheOneBefore(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-12-31"})
	oldCases(t, k)
	read := func(query string) (f casework.Figures) {
		k.As("zhuren").Get("/api/v1/figures?"+query, &f)
		return f
	}
	for _, of := range []string{"", "&cause=A05", "&organisation=2"} {
		now, before := read("year=2026"+of), read("year=2025"+of)
		if now.SameMonths != 12 || before.SameMonths != 0 {
			t.Fatalf("%s: compared over %d and %d months", of, now.SameMonths, before.SameMonths)
		}
		compared := 0
		for i, x := range now.Indicators {
			if x.Same == nil {
				continue
			}
			last := before.Indicators[i]
			if last.Provisional || x.Provisional {
				continue // whose periods still run is asked live
			}
			compared++
			if got := x.Same.Before; got != (casework.Fraction{Numerator: last.Numerator, Denominator: last.Denominator, Value: last.Value}) {
				t.Errorf("%s %s: last year %+v, its own page says %d/%d", of, x.ID, got, last.Numerator, last.Denominator)
			}
			if got := x.Same.Now; got != (casework.Fraction{Numerator: x.Numerator, Denominator: x.Denominator, Value: x.Value}) {
				t.Errorf("%s %s: this year %+v, the page says %d/%d", of, x.ID, got, x.Numerator, x.Denominator)
			}
		}
		if compared < 5 {
			t.Errorf("%s: %d figures compared", of, compared)
		}
	}
	k.Clock.Set("2026-06-15")
	if f := read(""); f.SameMonths != 0 {
		t.Errorf("the first months of 2025 have no numbers, and are compared: %d", f.SameMonths)
	}
	for _, wrong := range []string{"cause=Z99", "cause=A05&town=-", "cause=A05&organisation=1"} {
		if a := k.As("zhuren").Do("GET", "/api/v1/figures?"+wrong, nil); a.Status != 422 || !strings.Contains(string(a.Body), `"location":"cause"`) {
			t.Errorf("%s = %d %s", wrong, a.Status, a.Body)
		}
	}
}

// The spreadsheet says what the page says; a town's name is never a formula.
func TestSpreadsheetOfTheYear(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-06-30"})
	oldCases(t, k)
	director := k.As("zhuren")
	execSQL(t, k, "update commissions set success_2023 = 5800")
	var f casework.Figures
	director.Get("/api/v1/figures?year=2025", &f)
	if i1 := f.Indicators[0]; i1.Expected != "61.50" || i1.Target != 65 || i1.Version != f.Version {
		t.Errorf("on the way from 58 to 65, 2025 is %+v", i1)
	}
	a := director.Do("GET", "/api/v1/figures.xlsx?year=2025", nil)
	if a.Status != 200 || !strings.Contains(a.Header.Get("Content-Disposition"), "figures-2025.xlsx") {
		t.Fatalf("%d %v", a.Status, a.Header)
	}
	x, err := excelize.OpenReader(bytes.NewReader(a.Body))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	towns, _ := x.GetRows("按乡镇街道")
	if len(towns) != len(f.ByTown.Rows)+2 || towns[len(towns)-1][1] != fmt.Sprint(f.ByTown.Sum[0].Numerator) {
		t.Errorf("towns %v, want those of %+v", towns, f.ByTown)
	}
	found := false
	for r := range towns {
		cell, _ := excelize.CoordinatesToCellName(1, r+1)
		formula, _ := x.GetCellFormula("按乡镇街道", cell)
		found = found || (towns[r][0] == "=1+1" && formula == "")
	}
	if !found {
		t.Errorf("the town =1+1 is not there as text: %v", towns)
	}
	months, _ := x.GetRows("按月")
	if len(months) != 13 || months[12][1] != fmt.Sprint(f.Months[11].Accepted) {
		t.Errorf("months %v", months)
	}
}

// The page at both widths, in headless Chromium: nothing stands out of a phone, nothing is wrong for
// a reader who cannot see. With TIAOCAI_SHOTS set, pictures and a print are kept.
func TestFiguresOnAPhoneAndOnPaper(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-06-30"})
	oldCases(t, k)
	execSQL(t, k, "insert into figure_differences (commission_id, part, unit, month, kind, counted_n, counted_amount, found_n, found_amount, found_at) values (1, 'town', '福应街道', '2026-03-01', 'A', 9, 900, 8, 800, '2026-06-30 02:30+08')")
	if out, err := inbrowser.Run(t, ".", "figures.js", "BASE="+k.Base, "PASSWORD="+boot.DemoPassword, "SHOTS="+os.Getenv("TIAOCAI_SHOTS")); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
