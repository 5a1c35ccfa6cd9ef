package claims

import (
	"fmt"
	"testing"

	"tiaocai/workflows/law"
)

func TestKindsAreWhole(t *testing.T) {
	t.Parallel()
	all := Kinds()
	if len(all) != 21 {
		t.Fatalf("%d kinds, want 21", len(all))
	}
	for i, k := range all {
		if want := Code(fmt.Sprintf("M%02d", i+1)); k.Code != want {
			t.Errorf("kind %d has code %s, want %s", i, k.Code, want)
		}
		if k.Name.ZH == "" || k.Name.EN == "" || k.Law.ZH == "" || k.Law.EN == "" || k.Law.Rule == "" {
			t.Errorf("%s lacks a name or an article: %+v", k.Code, k)
		}
		if got, ok := Lookup(k.Code); !ok || got != k {
			t.Errorf("Lookup(%s) = %v, %t", k.Code, got, ok)
		}
	}
	for _, code := range []Code{"", "M00", "M22", "m01", "A01"} {
		if got, ok := Lookup(code); ok || got != (Kind{}) {
			t.Errorf("Lookup(%q) = %v, want none", code, got)
		}
	}
}

func TestTablesCannotBeChangedFromOutside(t *testing.T) {
	t.Parallel()
	Kinds()[0].Money = false
	Causes()[0].Class = Personnel
	if k, _ := Lookup("M01"); !k.Money {
		t.Error("a caller changed the table of kinds")
	}
	if c, _ := LookupCause("A01"); c.Class != Other {
		t.Error("a caller changed the table of causes")
	}
}

func TestOnlyM20IsWithoutMoney(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds() {
		if odd := k.Code == "M20"; k.Money == odd || k.LaborRelation != odd {
			t.Errorf("%s: Money %t, LaborRelation %t", k.Code, k.Money, k.LaborRelation)
		}
	}
}

func TestFinalHeads(t *testing.T) {
	t.Parallel()
	for code, want := range map[Code]FinalHead{
		"M01": UnderCeiling, "M05": UnderCeiling, "M07": UnderCeiling, "M08": UnderCeiling, "M11": UnderCeiling,
		"M12": NeverFinal, // the employer's claim
		"M13": AnyAmount, "M14": AnyAmount, "M15": UnderCeiling, "M18": AnyAmount,
		"M20": NeverFinal,
	} {
		if k, _ := Lookup(code); k.Final != want {
			t.Errorf("%s is final %q, want %q", code, k.Final, want)
		}
	}
	for head, want := range map[FinalHead]string{UnderCeiling: "LDMA-47-1", AnyAmount: "ZJ-37-1", NeverFinal: ""} {
		if got := head.Law(); got.Rule != want {
			t.Errorf("%q rests on %q, want %q", head, got.Rule, want)
		}
	}
}

func TestArticlesAreCitedAsLawyersDo(t *testing.T) {
	t.Parallel()
	k, _ := Lookup("M08")
	want := law.Citation{Rule: "LCL-82", ZH: "劳动合同法第八十二条", EN: "Labor Contract Law, Art. 82", Confidence: law.Verified}
	if k.Law != want {
		t.Errorf("M08 rests on %+v, want %+v", k.Law, want)
	}
	if k, _ := Lookup("M19"); k.Law.Confidence != law.Recalled {
		t.Errorf("M19 is %s, want recalled", k.Law.Confidence)
	}
}

func TestCausesAreWhole(t *testing.T) {
	t.Parallel()
	all := Causes()
	if len(all) != 18 {
		t.Fatalf("%d causes, want 18", len(all))
	}
	for i, c := range all {
		want := CauseCode(fmt.Sprintf("A%02d", i+1))
		if i >= 14 {
			want = CauseCode(fmt.Sprintf("P%02d", i-13))
		}
		if c.Code != want || c.Name.ZH == "" || c.Name.EN == "" || c.Class.Name().IsZero() {
			t.Errorf("cause %d = %+v, want %s with names and a class", i, c, want)
		}
		if got, ok := LookupCause(c.Code); !ok || got != c {
			t.Errorf("LookupCause(%s) = %v, %t", c.Code, got, ok)
		}
		if (c.Class == Personnel) != (c.Code[0] == 'P') {
			t.Errorf("%s is counted on line %s", c.Code, c.Class)
		}
	}
	if _, ok := LookupCause("P05"); ok {
		t.Error("LookupCause(P05) found a cause")
	}
}
