package law

import "testing"

func TestNumeral(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{
		3: "三", 10: "十", 14: "十四", 20: "二十", 43: "四十三", 100: "一百", 102: "一百零二", 110: "一百一十", 203: "二百零三", 1259: "一千二百五十九",
	} {
		if got := Numeral(n); got != want {
			t.Errorf("Numeral(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestCitationNamesRuleAndArticle(t *testing.T) {
	t.Parallel()
	c := Arbitration(43, 1)
	if c.Rule != "LDMA-43-1" || c.ZH != "调解仲裁法第四十三条" || c.In("en") != "Mediation and Arbitration Law, Art. 43" {
		t.Errorf("Arbitration(43, 1) = %+v", c)
	}
	if got := CaseRules(47).Recalled().Confidence; got != Recalled {
		t.Errorf("Recalled().Confidence = %s", got)
	}
}
