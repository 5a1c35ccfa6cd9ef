package e2e

import (
	"fmt"
	"os"
	"testing"

	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/testkit"
)

// Set up, signed in with and switched off without a mouse: at 1440 px in Chinese, at 390 px in English.
func TestASecondFactorByTheKeyboard(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Idle: true})
	if out, err := inbrowser.Run(t, ".", "factor.js", "BASE="+k.Base, "NOW="+fmt.Sprint(k.Clock.Now().Unix()), "SHOTS="+os.Getenv("TIAOCAI_SHOTS")); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if left := one(t, k, "select count(*) from second_factors"); left != "0" {
		t.Errorf("%s are left", left)
	}
}
