package e2e

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"tiaocai/models"
	"tiaocai/server/boot"
	"tiaocai/server/config"
	"tiaocai/server/testkit"
	"tiaocai/workflows/fault"
)

// Another key set is refused by its fingerprint before anything is started.
func TestAnotherKeySetIsRefused(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	keys := filepath.Join(t.TempDir(), "other.json")
	if err := models.NewKeyFile(keys); err != nil {
		t.Fatal(err)
	}
	if err := models.NewKeyFile(keys); err == nil {
		t.Error("a key file was overwritten")
	}
	cfg, err := config.FromEnviron([]string{"TIAOCAI_DATABASE_URL=" + k.DSN, "TIAOCAI_SINGLE=1", "TIAOCAI_KEYSET=" + keys,
		"TIAOCAI_DATA_DIR=" + filepath.Join(k.Dir, "data"), "TIAOCAI_ADDR=127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := boot.Open(context.Background(), cfg, boot.Extra{})
	if err == nil {
		p.Close()
	}
	if f := fault.As(err); f == nil || !strings.Contains(f.Says.ZH, "TIAOCAI_KEYSET") || !strings.Contains(f.Says.EN, "TIAOCAI_KEYSET") {
		t.Errorf("another key set: %v", err)
	}
}
