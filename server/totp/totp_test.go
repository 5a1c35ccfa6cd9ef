package totp

import (
	"encoding/base32"
	"net/url"
	"strings"
	"testing"
	"time"
)

// The examples of RFC 6238, appendix B (SHA-1), whose codes end in these six digits.
func TestTheStandardsExamples(t *testing.T) {
	t.Parallel()
	secret := base32.StdEncoding.EncodeToString([]byte("12345678901234567890"))
	for at, want := range map[int64]string{59: "287082", 1111111109: "081804", 1111111111: "050471", 1234567890: "005924", 2000000000: "279037", 20000000000: "353130"} {
		if got, err := Code(secret, time.Unix(at, 0)); err != nil || got != want {
			t.Errorf("Code at %d = %s, %v, want %s", at, got, err, want)
		}
	}
}

// A clock one step off is let in, two are not; a step that was used, and any before it, is not good again.
func TestACodeIsGoodOnceAndNearItsTime(t *testing.T) {
	t.Parallel()
	k, err := New("zhongcai")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Unix(1_800_000_010, 0)
	for off, want := range map[time.Duration]bool{-2 * period: false, -period: true, 0: true, period: true, 2 * period: false} {
		code, err := Code(k.Secret, now.Add(off*time.Second))
		if err != nil {
			t.Fatal(err)
		}
		if used, ok := Match(k.Secret, code, now, 0); ok != want || ok && used != now.Add(off*time.Second).Unix()/period {
			t.Errorf("%d s off: Match = %d, %v, want %v", off, used, ok, want)
		}
	}
	code, _ := Code(k.Secret, now)
	used, _ := Match(k.Secret, code[:3]+" "+code[3:], now, 0)
	if _, again := Match(k.Secret, code, now, used); again || used == 0 {
		t.Errorf("the code of step %d is good twice", used)
	}
	before, _ := Code(k.Secret, now.Add(-period*time.Second))
	if _, ok := Match(k.Secret, before, now, used); ok {
		t.Error("a code from before the last one used is good")
	}
	for _, wrong := range []string{"", "12345", "1234567", "abcdef"} {
		if _, ok := Match(k.Secret, wrong, now, 0); ok {
			t.Errorf("%q is let in", wrong)
		}
	}
}

// The address carries the same secret each time, and names us and the account.
func TestTheAddressIsForTheApp(t *testing.T) {
	t.Parallel()
	k, err := New("zhongcai")
	if err != nil {
		t.Fatal(err)
	}
	again, err := Address("zhongcai", k.Secret)
	if err != nil || again != k.Address {
		t.Errorf("Address = %s, %v, want %s", again, err, k.Address)
	}
	u, err := url.Parse(k.Address)
	if err != nil || u.Scheme != "otpauth" || u.Host != "totp" || u.Query().Get("secret") != k.Secret || !strings.Contains(u.Path, "zhongcai") || u.Query().Get("issuer") != issuer {
		t.Errorf("the address is %s (%v)", k.Address, err)
	}
	if other, _ := New("zhongcai"); other.Secret == k.Secret {
		t.Error("two secrets are the same")
	}
	if got := Grouped("ABCDEFGHIJ"); got != "ABCD EFGH IJ" {
		t.Errorf("Grouped = %q", got)
	}
}
