package backup_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tiaocai/server/backup"
	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/config"
	"tiaocai/server/devstack"
	"tiaocai/server/testdb"
	"tiaocai/server/testkit"
)

type j = testkit.J

var minio *devstack.ObjectServer

func TestMain(m *testing.M) {
	if os.Getenv(childSetting) != "" {
		os.Exit(child())
	}
	os.Exit(withMinIO(m))
}

func withMinIO(m *testing.M) int {
	dir, err := os.MkdirTemp("", "tiaocai-backup-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	_, cache := devstack.Folders()
	bin, err := devstack.FindMinIO(context.Background(), cache)
	if err == nil {
		minio, err = devstack.StartMinIO(context.Background(), bin, dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer minio.Stop()
	return testkit.Run(m)
}

// bucket are the settings of a bucket of its own.
func bucket(name string) []string {
	return []string{"TIAOCAI_S3_ENDPOINT=" + minio.Endpoint, "TIAOCAI_S3_ACCESS_KEY=" + minio.AccessKey, "TIAOCAI_S3_SECRET_KEY=" + minio.SecretKey,
		"TIAOCAI_S3_BUCKET=" + name, "TIAOCAI_S3_TLS=0"}
}

// nothing is the schema of an empty machine's database.
func nothing(context.Context, string) error { return nil }

// machine is a place with a database, a folder, keys and perhaps a bucket.
type machine struct {
	t   *testing.T
	dsn string
	dir string
	env []string
}

// emptyMachine has nothing but the key file, copied from another machine.
func emptyMachine(t *testing.T, keys string, env []string) *machine {
	t.Helper()
	m := &machine{t: t, dsn: testdb.New(t, nothing), dir: t.TempDir(), env: env}
	b, err := os.ReadFile(keys)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(m.keys(), b, 0o600); err != nil {
		t.Fatal(err)
	}
	return m
}

func of(k *testkit.Kit, t *testing.T, env []string) *machine {
	return &machine{t: t, dsn: k.DSN, dir: k.Dir, env: env}
}

func (m *machine) keys() string { return filepath.Join(m.dir, "keys.json") }

func (m *machine) settings() []string {
	single := "TIAOCAI_SINGLE=1"
	if len(m.env) > 0 {
		single = "TIAOCAI_SINGLE="
	}
	return append([]string{"TIAOCAI_DATABASE_URL=" + m.dsn + "&pool_max_conns=6", single, "TIAOCAI_KEYSET=" + m.keys(), "TIAOCAI_DATA_DIR=" + filepath.Join(m.dir, "data")}, m.env...)
}

// open opens the machine as the commands do.
func (m *machine) open() (*boot.Program, backup.Site) {
	m.t.Helper()
	cfg, err := config.FromEnviron(m.settings())
	if err != nil {
		m.t.Fatal(err)
	}
	p, err := boot.OpenApart(context.Background(), cfg, boot.Extra{Now: time.Now})
	if err != nil {
		m.t.Fatal(err)
	}
	m.t.Cleanup(func() { p.Close() })
	s, err := p.Site()
	if err != nil {
		m.t.Fatal(err)
	}
	return p, s
}

// save backs a machine up into a file.
func (m *machine) save() (string, *backup.Report) {
	m.t.Helper()
	_, s := m.open()
	to, err := backup.Open(m.t.TempDir(), time.Now())
	if err != nil {
		m.t.Fatal(err)
	}
	r, err := backup.Make(context.Background(), s, to)
	if err != nil {
		m.t.Fatalf("backup: %v", err)
	}
	if err := to.Keep(); err != nil {
		m.t.Fatal(err)
	}
	return to.Name, r
}

// office is a program at work with one case and its evidence in three kinds.
type office struct {
	*testkit.Kit
	ref string
}

func newOffice(t *testing.T, env []string) *office {
	t.Helper()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02", Env: env})
	o := &office{Kit: k}
	in := k.As("lian")
	o.ref = fileCase(k, in)
	for i, words := range []string{"1月5日 老板：工资下个月一起发。", "2月5日 老板：再等等。", strings.Repeat("3月5日 没有回音。", 40000)} {
		a := in.Upload(o.ref, map[string]string{"title": fmt.Sprint("聊天", i), "proves": "拖欠", "side": "applicant"}, fmt.Sprint(i, ".txt"), []byte(words+"\n"))
		in.Want(200, a, nil)
	}
	return o
}

// fileCase files an application at the counter.
func fileCase(k *testkit.Kit, in *testkit.Client) string {
	k.T.Helper()
	var d casework.Done
	in.Want(200, in.Do("POST", "/api/v1/cases", application()), &d)
	return d.Ref
}

func application() j {
	return j{"ask": "arbitration", "cause": "A03", "facts": "拖欠工资",
		"applicants":  []j{{"kind": "worker", "name": "林小芬", "id_number": "110101199003070310", "phone": "13857612345", "address": "仙居县福应街道1号"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某厂"}},
		"claims":      []j{{"code": "M01", "amount": "18600.00", "period_from": "2026-01-01", "period_to": "2026-02-28"}}}
}
