package bundle

import (
	"errors"
	"fmt"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// view is how a page is looked at: the part that is shown, turned as the page says.
type view struct {
	media, crop   types.Array
	turn          int     // degrees clockwise: 0, 90, 180, 270
	width, height float64 // after turning
	matrix        string  // from there to the page's own coordinates
}

func viewOf(d *Doc, l leaf) (view, error) {
	media, err := box(d, l.from["MediaBox"])
	if err != nil {
		media = [4]float64{0, 0, 595, 842} // what viewers take for a page that does not say
	}
	crop, err := box(d, l.from["CropBox"])
	if err == nil {
		crop = [4]float64{max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])}
	}
	if err != nil || crop[2]-crop[0] < 1 || crop[3]-crop[1] < 1 {
		crop = media
	}
	v := view{media: array(media), crop: array(crop), width: crop[2] - crop[0], height: crop[3] - crop[1]}
	if turn, err := d.DereferenceNumber(l.from["Rotate"]); err == nil {
		v.turn = (int(math.Round(turn/90))*90%360 + 360) % 360
	}
	switch v.turn {
	case 0:
		v.matrix = matrix(1, 0, 0, 1, crop[0], crop[1])
	case 90:
		v.matrix = matrix(0, 1, -1, 0, crop[2], crop[1])
	case 180:
		v.matrix = matrix(-1, 0, 0, -1, crop[2], crop[3])
	case 270:
		v.matrix = matrix(0, -1, 1, 0, crop[0], crop[3])
	}
	if v.turn%180 != 0 {
		v.width, v.height = v.height, v.width
	}
	return v, nil
}

func matrix(a, b, c, d int, e, f float64) string {
	return fmt.Sprintf("%d %d %d %d %.3f %.3f", a, b, c, d, e, f)
}

// box reads a rectangle whose corners may come in any order.
func box(d *Doc, o types.Object) (out [4]float64, err error) {
	a, err := d.DereferenceArray(o)
	if err != nil || len(a) != 4 {
		return out, errors.Join(err, errors.New("no rectangle"))
	}
	for i, v := range a {
		if out[i], err = d.DereferenceNumber(v); err != nil {
			return out, err
		}
	}
	out = [4]float64{min(out[0], out[2]), min(out[1], out[3]), max(out[0], out[2]), max(out[1], out[3])}
	if out[2]-out[0] < 1 || out[3]-out[1] < 1 {
		err = errors.New("an empty rectangle")
	}
	return out, err
}

func array(b [4]float64) types.Array {
	return types.Array{types.Float(b[0]), types.Float(b[1]), types.Float(b[2]), types.Float(b[3])}
}
