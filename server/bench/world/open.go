package world

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/jackc/pgx/v5"

	"tiaocai/models"
	"tiaocai/server/boot"
	"tiaocai/server/config"
)

// Open brings the program up on a database, with its keys and its vault in a folder, the demo's
// people seeded, and neither web server nor workers started.
func Open(ctx context.Context, dsn, dir string, c *Clock, trace pgx.QueryTracer, env ...string) (*boot.Program, error) {
	keys := filepath.Join(dir, "keys.json")
	if _, err := os.Stat(keys); err != nil {
		if err := models.NewKeyFile(keys); err != nil {
			return nil, err
		}
	}
	cfg, err := config.FromEnviron(append([]string{"TIAOCAI_ADDR=127.0.0.1:0", "TIAOCAI_DATABASE_URL=" + dsn, "TIAOCAI_SINGLE=1",
		"TIAOCAI_KEYSET=" + keys, "TIAOCAI_DATA_DIR=" + filepath.Join(dir, "data")}, env...))
	if err != nil {
		return nil, err
	}
	p, err := boot.Open(ctx, cfg, boot.Extra{Now: c.Now, Demo: true, Trace: trace})
	if err != nil {
		return nil, err
	}
	if err := p.SeedDemo(ctx); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}
