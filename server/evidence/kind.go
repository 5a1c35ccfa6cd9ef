package evidence

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"

	"tiaocai/workflows/law"
)

// kind is a sort of file that is taken as evidence.
type kind struct {
	media   string
	endings []string // the usual endings of a name, the first for names that have none of them
}

const (
	mediaPDF  = "application/pdf"
	mediaDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	mediaXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	mediaDOC  = "application/msword"
	mediaXLS  = "application/vnd.ms-excel"
)

// kinds is all that is taken, under the name that the detector has for it. What a browser might
// run (HTML, SVG, XML) is not among it, nor are programs and archives.
var kinds = map[string]kind{
	"application/pdf":     {mediaPDF, []string{".pdf"}},
	"image/jpeg":          {"image/jpeg", []string{".jpg", ".jpeg", ".jpe", ".jfif"}},
	"image/png":           {"image/png", []string{".png"}},
	"image/webp":          {"image/webp", []string{".webp"}},
	"image/heic":          {"image/heic", []string{".heic", ".heif"}},
	"image/heic-sequence": {"image/heic", []string{".heic", ".heif"}},
	"image/heif":          {"image/heif", []string{".heif", ".heic"}},
	"image/heif-sequence": {"image/heif", []string{".heif", ".heic"}},
	"audio/mpeg":          {"audio/mpeg", []string{".mp3"}},
	"audio/mp4":           {"audio/mp4", []string{".m4a", ".mp4", ".aac"}},
	"audio/x-m4a":         {"audio/mp4", []string{".m4a", ".mp4", ".aac"}},
	"audio/aac":           {"audio/aac", []string{".aac", ".m4a"}},
	"audio/wav":           {"audio/wav", []string{".wav"}},
	"audio/amr":           {"audio/amr", []string{".amr"}},
	"video/mp4":           {"video/mp4", []string{".mp4", ".m4v", ".m4a"}},
	"video/quicktime":     {"video/quicktime", []string{".mov", ".qt"}},
	mediaDOCX:             {mediaDOCX, []string{".docx"}},
	mediaXLSX:             {mediaXLSX, []string{".xlsx"}},
	mediaDOC:              {mediaDOC, []string{".doc", ".wps", ".dot"}},
	mediaXLS:              {mediaXLS, []string{".xls", ".et", ".xlt"}},
}

// notTaken says what is.
var notTaken = invalid("file-kind", law.Text{
	ZH: "这种文件不能作为材料上传。可以上传：PDF，图片（JPEG、PNG、HEIC、WebP），录音（MP3、M4A、AAC、WAV、AMR），" +
		"视频（MP4、MOV），文档（DOCX、DOC、XLSX、XLS、纯文本 TXT）。压缩包请先解压，网页或聊天记录请截图。",
	EN: "This kind of file can't be taken. What can: PDF; pictures (JPEG, PNG, HEIC, WebP); recordings (MP3, M4A, AAC, WAV, AMR); " +
		"videos (MP4, MOV); documents (DOCX, DOC, XLSX, XLS, plain text). Please unpack archives first, and send a screenshot of a web page or chat.",
})

// encrypted is for files that nobody could read without a password.
var encrypted = invalid("file-encrypted", law.Text{
	ZH: "这个文件设置了密码或者加密保护，仲裁庭和对方无法阅读。请去掉密码后另存，再重新上传。",
	EN: "This file is protected by a password or encrypted, so neither the tribunal nor the other side could read it. Please save it without protection and upload it again.",
})

// kindOf looks at the content and says what kind of file it is; the name counts for nothing.
func kindOf(f *os.File, size int64) (kind, error) {
	head := make([]byte, 4096)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return kind{}, diskFault("receive", "", err)
	}
	head = head[:n]
	found := mimetype.Detect(head)
	switch {
	case isZip(head):
		return zipKind(f, size)
	case isOLE(head):
		return oleKind(f, size)
	case isText(found):
		return kind{textMedia(head), []string{".txt", ".log", ".csv", ".text", ".md"}}, nil
	case found.Is("audio/mpeg") && !beginsAsMP3(head):
		return kind{}, notTaken
	}
	if k, ok := kinds[bare(found)]; ok {
		return k, nil
	}
	return kind{}, notTaken
}

// bare is the media type without its parameters.
func bare(m *mimetype.MIME) string {
	media, _, _ := strings.Cut(m.String(), ";")
	return media
}

// isText takes plain text, and the tables and mails that look like it. Text that a browser or a
// shell would run is not taken, however harmless it may be.
func isText(m *mimetype.MIME) bool {
	switch bare(m) {
	case "text/plain", "text/csv", "text/tab-separated-values", "message/rfc822", "application/x-subrip", "text/vtt":
		return true
	}
	return false
}

// beginsAsMP3 is stricter than the detector, which is content with a frame of sound anywhere near
// the beginning and so takes many an unknown file for a recording.
func beginsAsMP3(head []byte) bool {
	return bytes.HasPrefix(head, []byte("ID3")) || len(head) > 1 && head[0] == 0xFF && head[1]&0xE0 == 0xE0
}

// textMedia names the encoding, for a Chinese text in the wrong one is unreadable: UTF-16 by its
// mark, UTF-8 where it is valid, else GB 18030, in which older Chinese programs write.
func textMedia(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "text/plain; charset=utf-16"
	case utf8.Valid(head[:wholeRunes(head)]):
		return "text/plain; charset=utf-8"
	}
	return "text/plain; charset=gb18030"
}

// wholeRunes is the length of p without a character that the end of the buffer cut in two.
func wholeRunes(p []byte) int {
	for back := 1; back < utf8.UTFMax && back <= len(p); back++ {
		if at := len(p) - back; utf8.RuneStart(p[at]) {
			if !utf8.FullRune(p[at:]) {
				return at
			}
			break
		}
	}
	return len(p)
}

func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// zipKind tells DOCX and XLSX from other archives by their table of contents, which is read
// without unpacking anything. Those with macros are refused as the programs they are.
func zipKind(f *os.File, size int64) (kind, error) {
	archive, err := zip.NewReader(f, size)
	if errors.Is(err, zip.ErrFormat) {
		return kind{}, damagedFile
	}
	if err != nil {
		return kind{}, &caused{damagedFile, err}
	}
	media, types := "", false
	for _, entry := range archive.File {
		switch {
		case entry.Name == "[Content_Types].xml":
			types = true
		case entry.Name == "word/document.xml":
			media = mediaDOCX
		case entry.Name == "xl/workbook.xml":
			media = mediaXLSX
		case strings.HasSuffix(entry.Name, "/vbaProject.bin"):
			return kind{}, notTaken
		}
	}
	if !types || media == "" {
		return kind{}, notTaken
	}
	return kinds[media], nil
}
