package spreadsheet

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Sheet is one sheet to be written: a head and rows of text or numbers.
type Sheet struct {
	Name   string
	Head   []string
	Widths []float64 // of the columns, in characters; the last holds for the rest
	Rows   [][]any
}

// Write makes an xlsx of sheets. Text is written as text, so that a name that begins with = is no
// formula.
func Write(sheets ...Sheet) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	for i, s := range sheets {
		if i == 0 {
			err = f.SetSheetName("Sheet1", s.Name)
		} else {
			_, err = f.NewSheet(s.Name)
		}
		if err == nil {
			err = s.write(f, bold)
		}
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	var b bytes.Buffer
	_, err = f.WriteTo(&b)
	return b.Bytes(), err
}

func (s Sheet) write(f *excelize.File, bold int) error {
	w, err := f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	for i := range s.Head {
		if len(s.Widths) > 0 {
			if err := w.SetColWidth(i+1, i+1, s.Widths[min(i, len(s.Widths)-1)]); err != nil {
				return err
			}
		}
	}
	head := make([]any, len(s.Head))
	for i, h := range s.Head {
		head[i] = excelize.Cell{StyleID: bold, Value: h}
	}
	if err := w.SetRow("A1", head); err != nil {
		return err
	}
	for i, r := range s.Rows {
		at, _ := excelize.CoordinatesToCellName(1, i+2)
		if err := w.SetRow(at, r); err != nil {
			return err
		}
	}
	return w.Flush()
}
