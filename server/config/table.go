package config

import (
	"path/filepath"
	"strconv"
	"strings"

	"tiaocai/server/devstack"
	"tiaocai/workflows/law"
)

// table is the only list of settings. A new one is a row here and a field in Config.
func table() []Setting {
	data, cache := devstack.Folders()
	return []Setting{
		{
			Name: "TIAOCAI_ADDR", Default: "127.0.0.1:8080",
			Means: text("监听地址；不设数据库时只能是本机地址", "address to listen on; without a database of your own only this machine's"),
			parse: func(c *Config, v string) *law.Text { return parseAddr(&c.Addr, v) },
			show:  func(c Config) string { return c.Addr },
		},
		{
			Name: "TIAOCAI_DATA_DIR", Default: data,
			Means: text("数据文件夹：数据库、证据、密钥；请备份", "folder of the data: database, evidence, keys; back it up"),
			parse: func(c *Config, v string) *law.Text { return parseDataDir(&c.DataDir, v) },
			show:  func(c Config) string { return c.DataDir },
		},
		{
			Name: "TIAOCAI_CACHE_DIR", Default: cache,
			Means: text("缓存文件夹：可以随时重新下载的内容", "folder of what can be fetched again"),
			parse: func(c *Config, v string) *law.Text { return parsePath(&c.CacheDir, v) },
			show:  func(c Config) string { return c.CacheDir },
		},
		{
			Name:  "TIAOCAI_PG_BIN",
			Means: text("postgres 和 initdb 所在的文件夹；不设则自动查找", "folder of postgres and initdb; looked for if not set"),
			parse: func(c *Config, v string) *law.Text { return parsePath(&c.PGBin, v) },
			show:  func(c Config) string { return c.PGBin },
		},
		{
			Name:  "TIAOCAI_DATABASE_URL",
			Means: text("PostgreSQL 的连接地址；不设则自行启动一个", "where PostgreSQL is; if not set, one is run for you"),
			parse: func(c *Config, v string) *law.Text { return parseDatabase(&c.DatabaseURL, v) },
			show:  func(c Config) string { return redactDatabase(string(c.DatabaseURL)) },
		},
		{
			Name:  "TIAOCAI_DOOR_ROLE",
			Means: text("数据库角色，只有办案的步骤以它写案件表；不设则用登录的角色", "database role that only steps of casework take on to write; if not set, the role signed in with"),
			parse: func(c *Config, v string) *law.Text { c.DoorRole = v; return nil },
			show:  func(c Config) string { return c.DoorRole },
		},
		{
			Name:  "TIAOCAI_S3_ENDPOINT",
			Means: text("对象存储的主机与端口；不设则证据存于本机磁盘", "host and port of the object store; if not set, evidence lies on the local disk"),
			parse: func(c *Config, v string) *law.Text { return parseEndpoint(&c.S3.Endpoint, v) },
			show:  func(c Config) string { return c.S3.Endpoint },
		},
		{
			Name:  "TIAOCAI_S3_ACCESS_KEY",
			Means: text("对象存储的访问密钥名", "name of the object store's access key"),
			parse: func(c *Config, v string) *law.Text { c.S3.AccessKey = v; return nil },
			show:  func(c Config) string { return c.S3.AccessKey },
		},
		{
			Name: "TIAOCAI_S3_SECRET_KEY", Secret: true,
			Means: text("对象存储的密钥", "the object store's secret key"),
			parse: func(c *Config, v string) *law.Text { c.S3.SecretKey = Secret(v); return nil },
			show:  func(c Config) string { return c.S3.SecretKey.String() },
		},
		{
			Name:  "TIAOCAI_S3_BUCKET",
			Means: text("存放证据的存储桶", "bucket for the evidence"),
			parse: func(c *Config, v string) *law.Text { c.S3.Bucket = v; return nil },
			show:  func(c Config) string { return c.S3.Bucket },
		},
		{
			Name: "TIAOCAI_S3_TLS", Default: "1",
			Means: text("是否以 TLS 连接对象存储（1 或 0）", "whether the object store is reached by TLS (1 or 0)"),
			parse: func(c *Config, v string) *law.Text { return parseBool(&c.S3.TLS, v) },
			show:  func(c Config) string { return showBool(c.S3.TLS) },
		},
		{
			Name: "TIAOCAI_SINGLE", Default: "0",
			Means: text("1 表示只运行这一个进程，可用本机磁盘存证据", "1 says that this is the only process, so evidence may lie on its disk"),
			parse: func(c *Config, v string) *law.Text { return parseBool(&c.Single, v) },
			show:  func(c Config) string { return showBool(c.Single) },
		},
		{
			Name:  "TIAOCAI_KEYSET",
			Means: text("加密字段的密钥文件；设了数据库就必须设，否则在数据文件夹中", "file with the keys of encrypted columns; needed with a database of your own, else in the data folder"),
			parse: func(c *Config, v string) *law.Text { return parsePath(&c.Keyset, v) },
			show:  func(c Config) string { return c.Keyset },
		},
		{
			Name:  "TIAOCAI_PUBLIC_URL",
			Means: text("当事人访问本系统的网址", "the address by which people reach this system"),
			parse: func(c *Config, v string) *law.Text { return parsePublic(&c.PublicURL, v) },
			show:  func(c Config) string { return c.PublicURL },
		},
		{
			Name:  "TIAOCAI_TRUSTED_PROXIES",
			Means: text("可信的反向代理（IP 或网段，逗号分隔）；默认没有", "proxies that are believed (addresses or networks, with commas); none by default"),
			parse: func(c *Config, v string) *law.Text { return parseProxies(&c.TrustedProxies, v) },
			show:  showProxies,
		},
		{
			Name:  "TIAOCAI_METRICS_ADDR",
			Means: text("监测数据（Prometheus）的地址，建议 127.0.0.1:9090；不设则不提供；不要对外公开", "address of the measures (Prometheus), best 127.0.0.1:9090; none if not set; never public"),
			parse: func(c *Config, v string) *law.Text { return parseAddr(&c.MetricsAddr, v) },
			show:  func(c Config) string { return c.MetricsAddr },
		},
		{
			Name: "TIAOCAI_UPLOAD_LIMIT", Default: "209715200",
			Means: text("单个文件的上限（字节）", "largest file (bytes)"),
			parse: func(c *Config, v string) *law.Text { return parseBytes(&c.UploadLimit, v) },
			show:  func(c Config) string { return strconv.FormatInt(c.UploadLimit, 10) },
		},
		{
			Name: "TIAOCAI_SECOND_FACTOR", Default: "off",
			Means: text("两步验证：off 由各人自愿；staff 要求工作人员开通，不开通不能办别的事", "second factor at sign-in: off leaves it to everybody; staff lets whoever holds a staff role do nothing before theirs is set up"),
			parse: func(c *Config, v string) *law.Text { return parseSecondFactor(&c.StaffFactor, v) },
			show:  showSecondFactor,
		},
		{
			Name:  "TIAOCAI_FAIL_AT",
			Means: text("仅供测试：在此处突然结束自己的进程，如同断电；正式运行时不要设", "for tests only: where the process ends itself at once, as a power cut would; never set it in earnest"),
			parse: func(c *Config, v string) *law.Text { return parseFailAt(&c.FailAt, v) },
			show:  func(c Config) string { return c.FailAt },
		},
	}
}

func text(zh, en string) law.Text { return law.Text{ZH: zh, EN: en} }

func wrong(zh, en string) *law.Text { return &law.Text{ZH: zh, EN: en} }

func showBool(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

func showSecondFactor(c Config) string {
	if c.StaffFactor {
		return "staff"
	}
	return "off"
}

func showProxies(c Config) string {
	var list []string
	for _, p := range c.TrustedProxies {
		list = append(list, p.String())
	}
	return strings.Join(list, ",")
}

// keysetBeside is where the keys lie if nothing is set.
func keysetBeside(data string) string { return filepath.Join(data, "keyset.json") }
