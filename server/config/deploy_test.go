package config

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

const deploy = "../../docs/deploy/"

type service struct {
	Image       string
	Build       struct{ Context, Dockerfile, Target string }
	Environment map[string]string
	Volumes     []string
	Ports       []string
	Secrets     []string
	Command     []string
}

type compose struct {
	Services map[string]service
	Volumes  map[string]any
	Secrets  map[string]struct{ File string }
	Networks map[string]any
}

func readCompose(t *testing.T) compose {
	t.Helper()
	text, err := os.ReadFile(deploy + "compose.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var c compose
	if err := yaml.Unmarshal(text, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// filled gives every ${NAME:?…} a value.
func filled(s string) string {
	return regexp.MustCompile(`\$\{(\w+):\?[^}]*\}`).ReplaceAllStringFunc(s, func(v string) string {
		if strings.HasPrefix(v, "${PUBLIC_URL") {
			return "https://tiaocai.example"
		}
		return "Ab3dEf6h"
	})
}

// Both servers start with these settings: every name is one of the table, and together they make sense.
func TestDeploySettingsAreUnderstood(t *testing.T) {
	t.Parallel()
	c := readCompose(t)
	for _, name := range []string{"postgres", "store", "server1", "server2", "backup", "proxy"} {
		if _, ok := c.Services[name]; !ok {
			t.Errorf("no service %s", name)
		}
	}
	for _, name := range []string{"server1", "server2", "backup"} {
		s := c.Services[name]
		var env []string
		for k, v := range s.Environment {
			env = append(env, k+"="+filled(v))
		}
		cfg, err := FromEnviron(env)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(env) < 10 || cfg.OnDisk() || cfg.OwnPostgres() || cfg.Single || cfg.PublicURL == "" || len(cfg.TrustedProxies) != 1 || cfg.TrustedProxies[0].Bits() != 32 {
			t.Errorf("%s: settings = %+v", name, cfg)
		}
		if len(s.Ports) != 0 || !slices.Contains(s.Secrets, "keyset") || s.Environment["TIAOCAI_KEYSET"] != "/run/secrets/keyset" {
			t.Errorf("%s: ports %v, secrets %v", name, s.Ports, s.Secrets)
		}
	}
	if c.Services["postgres"].Environment["POSTGRES_PASSWORD"] == "" || len(c.Services["postgres"].Ports)+len(c.Services["store"].Ports) != 0 {
		t.Error("the database or the store is open to others")
	}
	if !strings.Contains(c.Services["server1"].Environment["TIAOCAI_DATABASE_URL"], c.Services["postgres"].Environment["POSTGRES_PASSWORD"]) {
		t.Error("the servers and the database have different passwords")
	}
}

var pinned = regexp.MustCompile(`^[a-z]+:[0-9]+\.[0-9]+[.0-9]*(-[a-z]+)?$`)

// Every image has a version, every file and volume that is mounted is there or is said to be made.
func TestDeployIsWhole(t *testing.T) {
	t.Parallel()
	c := readCompose(t)
	readme, err := os.ReadFile(deploy + "README.md")
	if err != nil {
		t.Fatal(err)
	}
	docker, err := os.ReadFile(deploy + "Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range c.Services {
		if s.Build.Context != "" {
			if _, err := os.Stat(filepath.Join(deploy, s.Build.Context, "go.mod")); err != nil {
				t.Errorf("%s is built from %s: %v", name, s.Build.Context, err)
			}
			if !strings.Contains(string(docker), " AS "+s.Build.Target+"\n") {
				t.Errorf("%s: the Dockerfile has no target %s", name, s.Build.Target)
			}
		} else if !pinned.MatchString(s.Image) {
			t.Errorf("%s: the image %q has no version", name, s.Image)
		}
		for _, v := range s.Volumes {
			from, _, _ := strings.Cut(v, ":")
			if local, ok := strings.CutPrefix(from, "./"); ok {
				_, err := os.Stat(deploy + local)
				if err != nil && !strings.Contains(string(readme), local) {
					t.Errorf("%s mounts %s, which nobody makes", name, from)
				}
			} else if _, ok := c.Volumes[from]; !ok {
				t.Errorf("%s mounts the volume %s, which is not declared", name, from)
			}
		}
	}
	for _, line := range regexp.MustCompile(`(?m)^FROM (\S+)`).FindAllStringSubmatch(string(docker), -1) {
		if !pinned.MatchString(line[1]) {
			t.Errorf("the Dockerfile builds on %s, which has no version", line[1])
		}
	}
	for _, name := range []string{"PUBLIC_URL", "DATABASE_PASSWORD", "STORE_ACCESS_KEY", "STORE_SECRET_KEY"} {
		if !strings.Contains(string(readme), name+"=") {
			t.Errorf("README.md does not say to set %s", name)
		}
	}
}

// The administrator's book names every setting there is, and none that there is not.
func TestOperationsNameEverySetting(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	for _, s := range Settings() {
		names[s.Name] = true
	}
	for _, file := range []string{"../../docs/operations.md", deploy + "README.md", deploy + "nginx.conf", deploy + "compose.yaml"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range regexp.MustCompile(`TIAOCAI_[A-Z0-9_]*[A-Z0-9]`).FindAllString(string(text), -1) {
			if !names[name] && name != "TIAOCAI_S3" {
				t.Errorf("%s names %s, which is no setting", file, name)
			}
		}
		if strings.HasSuffix(file, "operations.md") {
			for name := range names {
				if !strings.Contains(string(text), "`"+name) {
					t.Errorf("%s does not explain %s", file, name)
				}
			}
		}
	}
}

// The rules for alarms speak of measures that docs/operations.md explains.
func TestDeployAlarmsAreExplained(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(deploy + "alarms.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rules struct {
		Groups []struct {
			Rules []struct{ Alert, Expr string }
		}
	}
	if err := yaml.Unmarshal(text, &rules); err != nil || len(rules.Groups) != 1 || len(rules.Groups[0].Rules) < 10 {
		t.Fatalf("rules = %+v, %v", rules, err)
	}
	book, err := os.ReadFile("../../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules.Groups[0].Rules {
		found := regexp.MustCompile(`tiaocai_\w+`).FindAllString(r.Expr, -1)
		for _, m := range found {
			if !strings.Contains(string(book), "`"+strings.TrimSuffix(m, "_count")+"`") {
				t.Errorf("%s: %s is not explained", r.Alert, m)
			}
		}
		if len(found) == 0 {
			t.Errorf("%s measures nothing", r.Alert)
		}
	}
}
