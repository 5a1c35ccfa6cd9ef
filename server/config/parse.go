package config

import (
	"net"
	"net/netip"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"tiaocai/workflows/law"
)

// The parsers say what is wrong as the rest of a sentence that begins with the variable's name.
// They never repeat the value: it may be a secret in the wrong place.

func parseAddr(into *string, v string) *law.Text {
	_, port, err := net.SplitHostPort(v)
	n, numErr := strconv.ParseUint(port, 10, 16)
	if err != nil || numErr != nil || n > 65535 {
		return wrong("应写成 主机:端口，例如 127.0.0.1:8080", "must be host:port, for example 127.0.0.1:8080")
	}
	*into = v
	return nil
}

// isLoopback says whether only this machine can reach the address.
func isLoopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}

// Loopback says whether only this machine can reach an address.
func Loopback(addr string) bool { return isLoopback(addr) }

func parsePath(into *string, v string) *law.Text {
	abs, err := filepath.Abs(v)
	if err != nil {
		return wrong("不是可用的路径", "is not a usable path")
	}
	*into = abs
	return nil
}

func parseDataDir(into *string, v string) *law.Text {
	if problem := parsePath(into, v); problem != nil {
		return problem
	}
	if repo := repositoryAbove(*into); repo != "" {
		return wrong("不能位于源代码目录 "+repo+" 之内：案件数据不得混入代码", "must not lie inside the source folder "+repo+": case data never mixes with code")
	}
	return nil
}

// parseDatabase takes both forms that PostgreSQL clients know.
func parseDatabase(into *Secret, v string) *law.Text {
	u, err := url.Parse(v)
	isURL := err == nil && (u.Scheme == "postgres" || u.Scheme == "postgresql")
	isWords := !strings.Contains(v, "://") && strings.Contains(v, "=")
	if !isURL && !isWords {
		return wrong("应写成 postgres://用户:密码@主机/数据库 或 host=… dbname=…", "must be postgres://user:password@host/database or host=… dbname=…")
	}
	*into = Secret(v)
	return nil
}

func parseEndpoint(into *string, v string) *law.Text {
	u, err := url.Parse("//" + v)
	if err != nil || u.Host != v || u.Hostname() == "" {
		return wrong("应写成 主机 或 主机:端口，不带 http:// 和路径", "must be a host or host:port, without http:// and without a path")
	}
	*into = v
	return nil
}

func parseBool(into *bool, v string) *law.Text {
	switch strings.ToLower(v) {
	case "1", "true":
		*into = true
	case "0", "false":
		*into = false
	default:
		return wrong("应为 1 或 0", "must be 1 or 0")
	}
	return nil
}

func parseSecondFactor(into *bool, v string) *law.Text {
	switch strings.ToLower(v) {
	case "staff":
		*into = true
	case "off":
		*into = false
	default:
		return wrong("应为 off 或 staff", "must be off or staff")
	}
	return nil
}

// parsePublic wants an origin: pages and links of the program start at the root.
func parsePublic(into *string, v string) *law.Text {
	u, err := url.Parse(strings.TrimSuffix(v, "/"))
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Hostname() == "" ||
		u.Path != "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return wrong("应为完整网址且不带路径，例如 https://tiaocai.example", "must be a whole address without a path, for example https://tiaocai.example")
	}
	*into = u.String()
	return nil
}

func parseProxies(into *[]netip.Prefix, v string) *law.Text {
	var list []netip.Prefix
	for part := range strings.SplitSeq(v, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		prefix, err := netip.ParsePrefix(part)
		if ip, ipErr := netip.ParseAddr(part); ipErr == nil && ip.Zone() == "" {
			prefix, err = ip.Prefix(ip.BitLen())
		}
		if err != nil {
			return wrong("应为用逗号分隔的 IP 地址或网段，例如 10.0.0.1,192.168.0.0/16", "must be addresses or networks with commas, for example 10.0.0.1,192.168.0.0/16")
		}
		if prefix.Bits() == 0 {
			return wrong("不能信任所有地址", "can't trust every address there is")
		}
		list = append(list, prefix.Masked())
	}
	*into = list
	return nil
}

func parseBytes(into *int64, v string) *law.Text {
	n, err := strconv.ParseInt(v, 10, 64)
	if err != nil || n < 1 {
		return wrong("应为大于零的字节数，例如 209715200", "must be a number of bytes above zero, for example 209715200")
	}
	*into = n
	return nil
}
