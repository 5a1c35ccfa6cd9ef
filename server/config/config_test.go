package config

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiaocai/server/devstack"
	"tiaocai/workflows/fault"
)

// env is the environment of one test; names are written without TIAOCAI_.
type env map[string]string

func (e env) get(name string) string { return e[strings.TrimPrefix(name, prefix)] }

func (e env) list() []string {
	list := []string{"HOME=/root", "PATH=/bin"}
	for name, value := range e {
		list = append(list, prefix+name+"="+value)
	}
	return list
}

var whole = env{
	"DATABASE_URL": "postgres://app:hunter2@db/tiaocai", "KEYSET": "/etc/tiaocai/keyset.json", "ADDR": ":8080",
	"S3_ENDPOINT": "s3.example:9000", "S3_ACCESS_KEY": "tiaocai", "S3_SECRET_KEY": "tr0ub4dor", "S3_BUCKET": "evidence",
}

// but is the whole environment with some values changed; an empty one is taken away.
func but(changes env) env {
	e := maps.Clone(whole)
	maps.Copy(e, changes)
	return e
}

func TestNothingSetIsATrial(t *testing.T) {
	t.Parallel()
	c, err := Load(env{}.get)
	if err != nil {
		t.Fatal(err)
	}
	data, cache := devstack.Folders()
	if c.Addr != "127.0.0.1:8080" || c.DataDir != data || c.CacheDir != cache || c.UploadLimit != 200<<20 {
		t.Errorf("defaults = %+v", c)
	}
	if !c.OwnPostgres() || !c.OnDisk() || c.Single || c.StaffFactor || !c.S3.TLS || len(c.TrustedProxies) != 0 {
		t.Errorf("defaults = %+v", c)
	}
	if want := filepath.Join(data, "keyset.json"); c.Keyset != want {
		t.Errorf("Keyset = %s, want %s", c.Keyset, want)
	}
}

func TestEverythingSet(t *testing.T) {
	t.Parallel()
	c, err := FromEnviron(but(env{
		"DATA_DIR": "/srv/data", "CACHE_DIR": "/srv/cache", "PG_BIN": "/opt/pg/bin", "S3_TLS": "0", "SINGLE": "true",
		"PUBLIC_URL": "https://tiaocai.example/", "TRUSTED_PROXIES": "10.0.0.1, 192.168.3.4/16,fd00::/8", "UPLOAD_LIMIT": "1000", "SECOND_FACTOR": "staff",
	}).list())
	if err != nil {
		t.Fatal(err)
	}
	if c.DataDir != "/srv/data" || c.CacheDir != "/srv/cache" || c.PGBin != "/opt/pg/bin" || c.S3.TLS || !c.Single {
		t.Errorf("settings = %+v", c)
	}
	if c.PublicURL != "https://tiaocai.example" || c.UploadLimit != 1000 || !c.StaffFactor || string(c.S3.SecretKey) != "tr0ub4dor" {
		t.Errorf("settings = %+v", c)
	}
	if got, want := showProxies(c), "10.0.0.1/32,192.168.0.0/16,fd00::/8"; got != want {
		t.Errorf("proxies = %s, want %s", got, want)
	}
}

func TestWrongSettingsAreNamed(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		env  env
		want []string // the variables that the error names; none when all is well
	}{
		"whole":                   {whole, nil},
		"port missing":            {env{"ADDR": "localhost"}, []string{"ADDR"}},
		"port too large":          {env{"ADDR": "localhost:70000"}, []string{"ADDR"}},
		"trial for everybody":     {env{"ADDR": "0.0.0.0:8080"}, []string{"ADDR"}},
		"trial on all":            {env{"ADDR": ":8080"}, []string{"ADDR"}},
		"trial by name":           {env{"ADDR": "localhost:0"}, nil},
		"trial by IPv6":           {env{"ADDR": "[::1]:8080"}, nil},
		"trial by name of others": {env{"ADDR": "tiaocai.example:8080"}, []string{"ADDR"}},
		"database without S3":     {env{"DATABASE_URL": "host=db dbname=x", "KEYSET": "/k"}, []string{"DATABASE_URL"}},
		"one process":             {env{"DATABASE_URL": "host=db dbname=x", "KEYSET": "/k", "SINGLE": "1"}, nil},
		"database without keys":   {but(env{"KEYSET": ""}), []string{"KEYSET"}},
		"database by another":     {but(env{"DATABASE_URL": "mysql://db/x"}), []string{"DATABASE_URL"}},
		"half an object store":    {env{"S3_ENDPOINT": "s3:9000", "S3_BUCKET": "b"}, []string{"S3_ACCESS_KEY", "S3_SECRET_KEY"}},
		"TLS alone":               {env{"S3_TLS": "1"}, []string{"S3_ENDPOINT", "S3_ACCESS_KEY", "S3_SECRET_KEY", "S3_BUCKET"}},
		"object store as a link":  {but(env{"S3_ENDPOINT": "https://s3:9000"}), []string{"S3_ENDPOINT"}},
		"object store with path":  {but(env{"S3_ENDPOINT": "s3:9000/x"}), []string{"S3_ENDPOINT"}},
		"neither yes nor no":      {env{"SINGLE": "maybe"}, []string{"SINGLE"}},
		"address without scheme":  {env{"PUBLIC_URL": "tiaocai.example"}, []string{"PUBLIC_URL"}},
		"address with path":       {env{"PUBLIC_URL": "https://tiaocai.example/x"}, []string{"PUBLIC_URL"}},
		"every proxy":             {env{"TRUSTED_PROXIES": "0.0.0.0/0"}, []string{"TRUSTED_PROXIES"}},
		"proxy by name":           {env{"TRUSTED_PROXIES": "10.0.0.1,proxy"}, []string{"TRUSTED_PROXIES"}},
		"limit with a unit":       {env{"UPLOAD_LIMIT": "200MB"}, []string{"UPLOAD_LIMIT"}},
		"half a second factor":    {env{"SECOND_FACTOR": "yes"}, []string{"SECOND_FACTOR"}},
		"no limit":                {env{"UPLOAD_LIMIT": "0"}, []string{"UPLOAD_LIMIT"}},
		"two at once":             {env{"ADDR": "x", "SINGLE": "x"}, []string{"ADDR", "SINGLE"}},
		"mistyped":                {env{"DATABSE_URL": "postgres://db/x"}, []string{"DATABSE_URL"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := FromEnviron(test.env.list())
			if got := named(t, err); !slices.Equal(got, test.want) {
				t.Errorf("FromEnviron names %v, want %v: %v", got, test.want, err)
			}
		})
	}
}

// named lists the variables of the error, and checks that its sentences name them too.
func named(t *testing.T, err error) (list []string) {
	t.Helper()
	if err == nil {
		return nil
	}
	f := fault.As(err)
	if f == nil {
		t.Fatalf("error = %v, want a fault", err)
	}
	for _, field := range f.Fields {
		list = append(list, strings.TrimPrefix(field.Place, prefix))
		if !strings.Contains(f.Says.ZH, field.Says.ZH) || !strings.HasPrefix(field.Says.EN, field.Place+" ") {
			t.Errorf("the sentences do not name %s: %+v", field.Place, f.Says)
		}
	}
	return list
}

func TestUnknownNamesTheNearest(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"DATABSE_URL": "TIAOCAI_DATABASE_URL", "S3_SECRETKEY": "TIAOCAI_S3_SECRET_KEY",
		"ADDRESS": "TIAOCAI_ADDR", "DATADIR": "TIAOCAI_DATA_DIR", "TRUSTED_PROXY": "TIAOCAI_TRUSTED_PROXIES",
	}
	for wrong, want := range tests {
		_, err := FromEnviron(env{wrong: "s3cret"}.list())
		f := fault.As(err)
		if f == nil || !strings.Contains(f.Says.ZH, want) || !strings.Contains(f.Says.EN, want) {
			t.Errorf("%s: %+v, want it to name %s", wrong, f, want)
		} else if strings.Contains(f.Says.EN, "s3cret") {
			t.Errorf("%s: the sentence repeats the value", wrong)
		}
	}
}

func TestDataNeverInTheSources(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	ours, other, link := filepath.Join(root, "ours"), filepath.Join(root, "other"), filepath.Join(root, "link")
	for dir, module := range map[string]string{ours: "tiaocai", other: "example.com/tiaocai"} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("// x\nmodule "+module+" // y\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(ours, link); err != nil {
		t.Fatal(err)
	}
	tests := map[string]bool{
		ours: false, filepath.Join(ours, "a", "b"): false, filepath.Join(link, "not", "yet"): false,
		other: true, filepath.Join(root, "data"): true,
	}
	for dir, want := range tests {
		_, err := Load(env{"DATA_DIR": dir}.get)
		if got := err == nil; got != want {
			t.Errorf("TIAOCAI_DATA_DIR=%s is taken: %v, want %v (%v)", dir, got, want, err)
		}
	}
}

func TestPrintHidesSecrets(t *testing.T) {
	t.Parallel()
	urls := []string{
		"postgres://app:hunter2@db/x?sslmode=require&sslpassword=hunter2", "postgres://db/x?user=app&password=hunter2",
		"host=db user=app password=hunter2 dbname=x", `host=db PASSWORD = 'hunter2 \' hunter2' user=app`, `password=hunter\ 2hunter2 host=db user=app`,
	}
	for _, u := range urls {
		c, err := Load(but(env{"DATABASE_URL": u}).get)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := c.Print(&b); err != nil {
			t.Fatal(err)
		}
		asJSON, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%v %+v %#v %s", c, c, c, asJSON)
		for _, secret := range []string{"hunter", "tr0ub4dor"} {
			if strings.Contains(b.String(), secret) {
				t.Errorf("%s: %q is shown:\n%s", u, secret, &b)
			}
		}
		for _, s := range Settings() {
			if !strings.Contains(b.String(), s.Name+" = ") || !strings.Contains(b.String(), s.Means.ZH) || !strings.Contains(b.String(), s.Means.EN) {
				t.Errorf("%s is not printed with its meaning", s.Name)
			}
		}
		if !strings.Contains(b.String(), "app") || !strings.Contains(b.String(), "db") {
			t.Errorf("%s: user and host are not shown", u)
		}
	}
}
