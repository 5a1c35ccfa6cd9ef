// Package spreadsheet reads tables that people send (xlsx and CSV) and writes the ones they get.
// It knows nothing of cases: a table is a head and rows of text.
package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Most rows that a table may have besides its head, and columns.
const (
	MostRows    = 200_000
	mostColumns = 200
)

// Table is what stands on a sheet: the first row that isn't empty is the head.
type Table struct {
	Head []string
	Rows []Row
}

// Row is one row with its number on the sheet, as people count: the first is 1.
type Row struct {
	No    int
	Cells []string
}

// Cell is the text in a column; "" beyond the row's end.
func (r Row) Cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

func bad(zh, en string) error { return fault.Bad("file", law.Text{ZH: zh, EN: en}) }

// Read reads a table, telling xlsx and CSV apart by content. CSV may be UTF-8 or, as Chinese
// editions of Excel write it, GB 18030; separated by commas, semicolons or tabs. What cannot be
// read is fault.Invalid with a sentence.
func Read(body []byte) (*Table, error) {
	var t *Table
	var err error
	if bytes.HasPrefix(body, []byte("PK\x03\x04")) {
		t, err = readXLSX(body)
	} else {
		t, err = readCSV(body)
	}
	if err != nil {
		return nil, err
	}
	if len(t.Head) == 0 {
		return nil, bad("表格是空的，没有标题行。", "The sheet is empty: there is no head row.")
	}
	if len(t.Rows) == 0 {
		return nil, bad("标题行下面没有数据。", "There are no rows under the head.")
	}
	return t, nil
}

func (t *Table) add(no int, cells []string) error {
	empty := true
	for i, c := range cells {
		cells[i] = strings.TrimSpace(c)
		empty = empty && cells[i] == ""
	}
	switch {
	case empty:
		return nil
	case len(cells) > mostColumns:
		return bad(fmt.Sprintf("第%d行有%d列，最多%d列。", no, len(cells), mostColumns), fmt.Sprintf("Row %d has %d columns; the most is %d.", no, len(cells), mostColumns))
	case t.Head == nil:
		t.Head = cells
		return nil
	case len(t.Rows) == MostRows:
		return bad(fmt.Sprintf("一次最多%d行，请分成几个文件。", MostRows), fmt.Sprintf("At most %d rows in one file; please split it.", MostRows))
	}
	t.Rows = append(t.Rows, Row{no, cells})
	return nil
}

// readXLSX reads the first sheet. Cells are read raw, so that a date is its number of days and not
// whatever the sheet's format makes of it.
func readXLSX(body []byte) (*Table, error) {
	damaged := bad("这个 Excel 文件打不开：可能损坏、设了密码，或者不是 .xlsx。请用 Excel 另存为 .xlsx 再试。", "This Excel file cannot be opened: it may be damaged, protected by a password, or no .xlsx. Please save it as .xlsx and try again.")
	f, err := excelize.OpenReader(bytes.NewReader(body), excelize.Options{RawCellValue: true, UnzipSizeLimit: 1 << 30, UnzipXMLSizeLimit: 32 << 20})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", damaged, err)
	}
	defer f.Close()
	sheets := f.GetSheetList()
	if len(sheets) == 0 {
		return nil, damaged
	}
	rows, err := f.Rows(sheets[0])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", damaged, err)
	}
	defer rows.Close()
	t := &Table{}
	for no := 1; rows.Next(); no++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, fmt.Errorf("%w: row %d: %w", damaged, no, err)
		}
		if err := t.add(no, cells); err != nil {
			return nil, err
		}
	}
	if err := rows.Error(); err != nil {
		return nil, fmt.Errorf("%w: %w", damaged, err)
	}
	return t, nil
}

func readCSV(body []byte) (*Table, error) {
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(body, 0) >= 0 {
		return nil, bad("这不是表格文件。请上传 .xlsx 或 .csv。", "This is no table. Please send .xlsx or .csv.")
	}
	if !utf8.Valid(body) {
		text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(body)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
			return nil, bad("CSV 文件的编码认不出来。请另存为“CSV UTF-8”再试。", "The CSV file's encoding is not known. Please save it as “CSV UTF-8”.")
		}
		body = text
	}
	r := csv.NewReader(bytes.NewReader(body))
	r.FieldsPerRecord, r.LazyQuotes, r.Comma = -1, true, separator(body)
	t := &Table{}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", bad("CSV 文件读到一半出错，请检查引号是否成对。", "The CSV file broke off while reading; please check that quotes come in pairs."), err)
		}
		no, _ := r.FieldPos(0)
		if err := t.add(no, cells); err != nil {
			return nil, err
		}
	}
}

// separator is the sign that occurs most in the head.
func separator(body []byte) rune {
	head, _, _ := bytes.Cut(body, []byte("\n"))
	best := ','
	for _, s := range []rune{';', '\t'} {
		if bytes.Count(head, []byte(string(s))) > bytes.Count(head, []byte(string(best))) {
			best = s
		}
	}
	return best
}
