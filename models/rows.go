package models

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm/schema"
)

// entity is how rows of one kind are read: the table, its columns, and where each goes. It is made
// once from what GORM knows of the struct, so that there is one description of a column.
type entity struct {
	table, columns string
	fields         []entityField
}

type entityField struct {
	index  []int
	sealed string // the place that a sealed value is bound to; "" for others
}

var entities sync.Map // reflect.Type -> *entity

// entityOf describes a struct. A field with the tag read:apart is left out: it is long, and read
// only by those who need it.
func entityOf[T any]() *entity {
	t := reflect.TypeFor[T]()
	if e, ok := entities.Load(t); ok {
		return e.(*entity)
	}
	s, err := schema.Parse(reflect.New(t).Interface(), &sync.Map{}, schema.NamingStrategy{})
	if err != nil {
		panic(err) // an entity that GORM cannot read would fail in every test
	}
	e := &entity{table: s.Table}
	var columns []string
	for _, f := range s.Fields {
		if f.DBName == "" || f.Tag.Get("read") == "apart" {
			continue
		}
		x := entityField{index: f.StructField.Index}
		if f.TagSettings["SERIALIZER"] == "sealed" {
			x.sealed = s.Table + "." + f.DBName
		}
		columns, e.fields = append(columns, f.DBName), append(e.fields, x)
	}
	e.columns = strings.Join(columns, ", ")
	entities.Store(t, e)
	return e
}

// scan reads the row at hand into a struct of the entity's kind.
func (e *entity) scan(rows pgx.Rows, into reflect.Value, keys *Keyring) error {
	dest := make([]any, len(e.fields))
	var sealed [][]byte
	for i, f := range e.fields {
		if f.sealed == "" {
			dest[i] = into.FieldByIndex(f.index).Addr().Interface()
			continue
		}
		if sealed == nil {
			sealed = make([][]byte, len(e.fields))
		}
		dest[i] = &sealed[i]
	}
	if err := rows.Scan(dest...); err != nil {
		return fmt.Errorf("read %s: %w", e.table, err)
	}
	for i, raw := range sealed {
		if len(raw) == 0 {
			continue
		}
		plain, err := keys.Unseal(e.fields[i].sealed, raw)
		if err != nil {
			return fmt.Errorf("%s cannot be opened with this key set", e.fields[i].sealed)
		}
		into.FieldByIndex(e.fields[i].index).SetString(string(plain))
	}
	return nil
}

// batch are queries that go to the database together and come back together: one round trip.
type batch struct {
	tx   *Tx
	b    pgx.Batch
	read []func(pgx.Rows) error
}

func (tx *Tx) batch() *batch { return &batch{tx: tx} }

// query adds a statement; each row of its answer is handed to row, which may be nil where no row comes.
func (b *batch) query(q string, row func(pgx.Rows) error, args ...any) {
	b.b.Queue(q, args...)
	b.read = append(b.read, func(rows pgx.Rows) error {
		for rows.Next() {
			if err := row(rows); err != nil {
				return err
			}
		}
		return nil
	})
}

// into adds a query for all columns of an entity, appended to a list in the order that rest gives.
func into[T any](b *batch, list *[]T, rest string, args ...any) {
	e := entityOf[T]()
	b.query("select "+e.columns+" from "+e.table+" "+rest, func(rows pgx.Rows) error {
		*list = append(*list, *new(T))
		return e.scan(rows, reflect.ValueOf(&(*list)[len(*list)-1]).Elem(), b.tx.Keys)
	}, args...)
}

// send carries all of it out.
func (b *batch) send() error {
	return b.tx.direct(func(ctx context.Context, conn *pgx.Conn) error {
		answers := conn.SendBatch(ctx, &b.b)
		for _, read := range b.read {
			rows, err := answers.Query()
			if err == nil {
				err = read(rows)
				rows.Close()
			}
			if err == nil {
				err = rows.Err()
			}
			if err != nil {
				answers.Close()
				return err
			}
		}
		return answers.Close()
	})
}

// direct hands out the connection that the transaction runs on, for what database/sql cannot say.
func (tx *Tx) direct(f func(context.Context, *pgx.Conn) error) error {
	return tx.conn.Raw(func(driver any) error { return f(tx.ctx, driver.(*stdlib.Conn).Conn()) })
}
