package testdb

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"unsafe"
)

// template is one schema, built at most once.
type template struct {
	name    string
	migrate Migrate // kept, so that its identity is not given to another function
	build   func() error
}

// template returns the name of the database with the schema that migrate builds.
func (h *host) template(migrate Migrate) (string, error) {
	h.mutex.Lock()
	t := h.templates[identify(migrate)]
	if t == nil {
		t = &template{name: fmt.Sprint("template_", len(h.templates)+1), migrate: migrate}
		t.build = sync.OnceValue(func() error { return h.build(t) })
		h.templates[identify(migrate)] = t
	}
	h.mutex.Unlock()
	return t.name, t.build() // outside the lock: other schemas need not wait
}

// build makes the database, has it filled, and closes it to everybody, because PostgreSQL copies
// only what nobody is connected to.
func (h *host) build(t *template) error {
	if t.migrate == nil {
		return errors.New("migrate is nil")
	}
	ctx := context.Background() // the schema is for all tests, so it doesn't end with the first one
	if err := h.admin(ctx, "create database "+t.name+" template template0"); err != nil {
		return err
	}
	if err := t.migrate(ctx, h.server.URL(t.name)); err != nil {
		return err
	}
	return h.admin(ctx,
		"alter database "+t.name+" with allow_connections false",
		"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '"+t.name+"'")
}

// identify tells functions apart. Their code is not enough: two closures of one literal have the
// same code and may build different schemas. So it is the address of the function value itself,
// which is fixed for a named function and new for each closure.
func identify(f Migrate) unsafe.Pointer {
	return *(*unsafe.Pointer)(unsafe.Pointer(&f))
}
