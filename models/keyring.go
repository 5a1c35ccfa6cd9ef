package models

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"

	"github.com/tink-crypto/tink-go/v2/aead"
	"github.com/tink-crypto/tink-go/v2/insecurecleartextkeyset"
	"github.com/tink-crypto/tink-go/v2/keyset"
	"github.com/tink-crypto/tink-go/v2/tink"
	"gorm.io/gorm/schema"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Keyring holds the keys of the program: one set that seals columns and can be rotated (Tink),
// and one key for look-ups of what is sealed, for codes and for tokens.
type Keyring struct {
	aead   tink.AEAD
	lookup []byte
}

// keyFile is what stands in the key file.
type keyFile struct {
	Sealing json.RawMessage `json:"sealing"`
	Lookup  []byte          `json:"lookup"`
}

// NewKeyFile writes a fresh key set to a file that only its owner can read. An existing file is
// an error: nothing overwrites keys.
func NewKeyFile(path string) error {
	h, err := keyset.NewHandle(aead.AES256GCMKeyTemplate())
	if err != nil {
		return err
	}
	var sealing bytes.Buffer
	if err := insecurecleartextkeyset.Write(h, keyset.NewJSONWriter(&sealing)); err != nil {
		return err
	}
	lookup := randomBytes(32)
	text, err := json.MarshalIndent(keyFile{sealing.Bytes(), lookup}, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if _, err := f.Write(append(text, '\n')); err != nil {
		f.Close()
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// ReadKeyFile reads a key set.
func ReadKeyFile(path string) (*Keyring, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%w: %w", fault.New(fault.Invalid, "no-keys", law.Text{
			ZH: "没有密钥文件 " + path + "。请把原来的密钥文件放到这里，或用 TIAOCAI_KEYSET 指明；没有读写任何数据。",
			EN: "There is no key file " + path + ". Put the original key file there, or name it with TIAOCAI_KEYSET; no data was read or written."}), err)
	}
	if err != nil {
		return nil, noKeys(path, "读不出来", "cannot be read", err)
	}
	var kf keyFile
	if err := json.Unmarshal(text, &kf); err != nil || len(kf.Lookup) != 32 {
		return nil, noKeys(path, "不是本程序的密钥文件，或者已经损坏", "is no key file of this program, or is damaged", err)
	}
	h, err := insecurecleartextkeyset.Read(keyset.NewJSONReader(bytes.NewReader(kf.Sealing)))
	if err != nil {
		return nil, noKeys(path, "不是本程序的密钥文件，或者已经损坏", "is no key file of this program, or is damaged", err)
	}
	a, err := aead.New(h)
	if err != nil {
		return nil, noKeys(path, "不是本程序的密钥文件，或者已经损坏", "is no key file of this program, or is damaged", err)
	}
	return &Keyring{a, kf.Lookup}, nil
}

// noKeys says what is wrong with the key file and what to do; the cause may not tell its content.
func noKeys(path, zh, en string, cause error) error {
	f := fault.New(fault.Invalid, "key-file", law.Text{
		ZH: "TIAOCAI_KEYSET 的密钥文件 " + path + " " + zh + "。程序没有启动。请检查路径和权限，或从备份中取回这个文件；没有它，加密的内容无法打开。",
		EN: "The key file " + path + " of TIAOCAI_KEYSET " + en + ". Nothing was started. Please check its path and rights, or bring it back from the backup: without it sealed data cannot be opened."})
	if errors.Is(cause, os.ErrPermission) {
		return fmt.Errorf("%w: %w", f, cause)
	}
	return f
}

// Fingerprint tells key sets apart without giving anything away.
func (k *Keyring) Fingerprint() string { return hex.EncodeToString(k.MAC("fingerprint", "")[:8]) }

// MAC is a keyed digest of a value for one purpose: equal values are found, none is readable.
func (k *Keyring) MAC(purpose, value string) []byte {
	m := hmac.New(sha256.New, k.lookup)
	m.Write([]byte(purpose))
	m.Write([]byte{0})
	m.Write([]byte(value))
	return m.Sum(nil)
}

// QueryCode is the code that stands beside a case's reference on every paper (查询码). It is
// derived, so that the same code can be printed again and nothing has to be kept.
func (k *Keyring) QueryCode(ref string, version int) string {
	return codeText(k.MAC("query-code", fmt.Sprintf("%s/%d", ref, version)), 8)
}

// Seal encrypts bytes that belong to a place; they cannot be moved to another.
func (k *Keyring) Seal(place string, plain []byte) ([]byte, error) {
	return k.aead.Encrypt(plain, []byte(place))
}

// Unseal is the opposite.
func (k *Keyring) Unseal(place string, sealed []byte) ([]byte, error) {
	return k.aead.Decrypt(sealed, []byte(place))
}

// codeAlphabet has no signs that are read as others.
const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

var codeEncoding = base32.NewEncoding(codeAlphabet).WithPadding(base32.NoPadding)

func codeText(b []byte, n int) string { return codeEncoding.EncodeToString(b)[:n] }

type keysOf struct{}

func withKeys(ctx context.Context, k *Keyring) context.Context {
	return context.WithValue(ctx, keysOf{}, k)
}

// sealed is the GORM serializer of encrypted columns: a string in the program, sealed bytes in the
// table, NULL for "". The table and column are bound in, so a value moved elsewhere won't open.
type sealed struct{}

func init() { schema.RegisterSerializer("sealed", sealed{}) }

var errNoKeys = errors.New("models: a sealed column was used outside a transaction of ours")

func (sealed) Scan(ctx context.Context, f *schema.Field, dst reflect.Value, value any) error {
	raw, _ := value.([]byte)
	if len(raw) == 0 {
		f.ReflectValueOf(ctx, dst).SetString("")
		return nil
	}
	k, _ := ctx.Value(keysOf{}).(*Keyring)
	if k == nil {
		return errNoKeys
	}
	plain, err := k.Unseal(f.Schema.Table+"."+f.DBName, raw)
	if err != nil {
		return fmt.Errorf("%s.%s cannot be opened with this key set", f.Schema.Table, f.DBName)
	}
	f.ReflectValueOf(ctx, dst).SetString(string(plain))
	return nil
}

func (sealed) Value(ctx context.Context, f *schema.Field, _ reflect.Value, value any) (any, error) {
	s, _ := value.(string)
	if s == "" {
		return nil, nil
	}
	k, _ := ctx.Value(keysOf{}).(*Keyring)
	if k == nil {
		return nil, errNoKeys
	}
	return k.Seal(f.Schema.Table+"."+f.DBName, []byte(s))
}
