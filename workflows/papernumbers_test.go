package workflows

import "testing"

func TestPapersAreNumbered(t *testing.T) {
	t.Parallel()
	const number = "仙劳人仲案〔2026〕123号"
	for p, want := range map[Paper]string{AwardFinalPaper: "仙劳人仲裁〔2026〕123-1号", AwardNonFinalPaper: "仙劳人仲裁〔2026〕123-2号", MediationDocument: "仙劳人仲调〔2026〕123号"} {
		n, ok := NumberingOf(p)
		if got := n.Of(number); !ok || n.Own || got != want {
			t.Errorf("%s is numbered %q, want %q", p, got, want)
		}
		if got := n.Of("2019年第7号"); got != "" {
			t.Errorf("%s of an old case is numbered %q, want nothing", p, got)
		}
	}
	signs := map[string]bool{}
	for p, n := range paperNumbers {
		if _, ok := PaperOf(p); !ok || n.Sign == "" {
			t.Errorf("%s: %+v", p, n)
		}
		if n.Own && signs[n.Sign] {
			t.Errorf("two series %s", n.Sign)
		}
		signs[n.Sign] = n.Own || signs[n.Sign]
	}
	if _, ok := NumberingOf(HearingNoticePaper); ok {
		t.Error("a hearing notice has a number of its own")
	}
}
