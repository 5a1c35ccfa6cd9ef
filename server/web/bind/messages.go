package bind

import (
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"tiaocai/workflows/law"
)

// Huma's sentences are English, and some repeat what was sent. They are variables: here each
// becomes a code with the schema's own limit behind it, "maxlen 20", and sentences makes two
// languages of that. "%.0v" swallows an argument that may hold the refused value.
func init() {
	huma.ValidateStrictCasing = true // or "Amount" would be taken beside "amount", and the last one win
	for message, code := range map[*string]string{
		&validation.MsgUnexpectedProperty:                 "unknown",
		&validation.MsgExpectedRFC3339DateTime:            "date-time",
		&validation.MsgExpectedRFC1123DateTime:            "date-time",
		&validation.MsgExpectedRFC3339Date:                "date",
		&validation.MsgExpectedRFC3339Time:                "time",
		&validation.MsgExpectedRFC5322Email:               "email %.0v",
		&validation.MsgExpectedRFC5890Hostname:            "format",
		&validation.MsgExpectedRFC2673IPv4:                "format",
		&validation.MsgExpectedRFC2373IPv6:                "format",
		&validation.MsgExpectedRFCIPAddr:                  "format",
		&validation.MsgExpectedRFC3986URI:                 "uri %.0v",
		&validation.MsgExpectedRFC4122UUID:                "uuid %.0v",
		&validation.MsgExpectedRFC6570URITemplate:         "format",
		&validation.MsgExpectedRFC6901JSONPointer:         "format",
		&validation.MsgExpectedRFC6901RelativeJSONPointer: "format",
		&validation.MsgExpectedRegexp:                     "format %.0v",
		&validation.MsgExpectedMatchAtLeastOneSchema:      "other",
		&validation.MsgExpectedMatchExactlyOneSchema:      "other",
		&validation.MsgExpectedNotMatchSchema:             "other",
		&validation.MsgExpectedPropertyNameInObject:       "required",
		&validation.MsgExpectedBoolean:                    "boolean",
		&validation.MsgExpectedDuration:                   "format %.0v",
		&validation.MsgExpectedNumber:                     "number",
		&validation.MsgExpectedInteger:                    "integer",
		&validation.MsgExpectedString:                     "string",
		&validation.MsgExpectedBase64String:               "base64",
		&validation.MsgExpectedArray:                      "array",
		&validation.MsgExpectedObject:                     "object",
		&validation.MsgExpectedArrayItemsUnique:           "unique",
		&validation.MsgExpectedOneOf:                      "oneof %s",
		&validation.MsgExpectedMinimumNumber:              "min %v",
		&validation.MsgExpectedExclusiveMinimumNumber:     "above %v",
		&validation.MsgExpectedMaximumNumber:              "max %v",
		&validation.MsgExpectedExclusiveMaximumNumber:     "below %v",
		&validation.MsgExpectedNumberBeMultipleOf:         "multiple %v",
		&validation.MsgExpectedMinLength:                  "minlen %d",
		&validation.MsgExpectedMaxLength:                  "maxlen %d",
		&validation.MsgExpectedBePattern:                  "described %s",
		&validation.MsgExpectedMatchPattern:               "pattern %s",
		&validation.MsgExpectedMinItems:                   "minitems %d",
		&validation.MsgExpectedMaxItems:                   "maxitems %d",
		&validation.MsgExpectedMinProperties:              "minprops %d",
		&validation.MsgExpectedMaxProperties:              "maxprops %d",
		&validation.MsgExpectedRequiredProperty:           "required %s",
		&validation.MsgExpectedDependentRequiredProperty:  "together %s %s",
	} {
		*message = code
	}
}

// translate makes a place and two languages of one finding of Huma's. For what is missing Huma
// names the object around it: the place is the missing field.
func translate(location, message string) (string, law.Text) {
	place := strings.NewReplacer("[", ".", "]", "").Replace(location)
	code, arg, _ := strings.Cut(message, " ")
	switch code {
	case "required", "together":
		if name, _, _ := strings.Cut(arg, " "); name != "" {
			place = join(place, name)
		}
	case "described":
		return place, described(arg)
	case "oneof":
		arg = strings.ReplaceAll(arg, ", ", "、")
	}
	return place, says(code, arg)
}

// described shows the patternDescription tag, "中文 / English" or one text for both.
func described(arg string) law.Text {
	zh, en, both := strings.Cut(arg, " / ")
	if !both {
		en = zh
	}
	return text("写法不对，应当是："+zh+"。", "This is not written as it should be: "+en+".")
}
