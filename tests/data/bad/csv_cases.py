"""Tables: dates, coordinates, numbers, the form of records, encodings, packed files."""

import gzip
import io
import os
import zipfile

from bad_case import case, flipped

HEAD = "id,date,lon,lat,deaths\n"
GOOD = "1,2021-01-10,71.5249,34.0151,3\n"
LAST = "9,2021-03-12,62.3254,25.1264,12\n"


def one_bad(name, record, reject, *words):
    """A bad record between two good ones: they are kept, it is in the rejects file with row, field and value."""
    case(f"csv/{name}.csv", HEAD + GOOD + record + "\n" + LAST, 0, "1 rejected", "(row 3)", *words, kept=2,
         rejects=(reject,))


def kept(name, record, *words):
    """A record that looks wrong and may be right: it is kept and the summary says what is odd."""
    case(f"csv/{name}.csv", HEAD + GOOD + record + "\n" + LAST, 0, *words, kept=3)


def disarmed(value):
    """As it stands in a table that this program writes: what a spreadsheet would run has an apostrophe in front. None of
    the values here is a number."""
    return "'" + value if value[:1] in tuple("=+-@") else value


def date(name, value, *words):
    one_bad("date_" + name, f"2,{value},71.5,34,1", f"3,date,{disarmed(value)},", "date", *words)


date("june_31", "2021-06-31", "day of the calendar")
date("no_leap_day", "2021-02-29", "day of the calendar")
date("month_13", "2021-13-01", "day of the calendar")
date("day_0", "2021-01-00")
date("month_0", "2021-00-10")
date("year_0", "0000-01-01", "day of the calendar")
date("before_christ", "-0044-03-15", "is not a date")
date("five_digit_year", "10000-01-01", "is not a date")
date("endless_year", "9" * 400 + "-01-01", "is not a date")
date("two_digit_year", "01/02/21", "two digits")
date("hijri_word", "12 Muharram 1443", "is not a date")
date("excel_serial", "44197", "is not a date")
date("excel_serial_with_time", "44197.75", "is not a date")
date("unix_seconds", "1609459200", "is not a date")
kept("date_hour_25", "2,2021-01-01T25:00:00,71.5,34,1", "1 clock times dropped")
date("tail", "2021-01-01junk", "is not a date")
date("word", "yesterday", "is not a date")
date("not_applicable", "n/a", "is not a date")
date("week", "2021-W05-1", "is not a date")
date("swapped_iso", "31-31-2021")
date("arabic_digits", "٢٠٢١-٠١-٠١", "is not a date")
date("fullwidth_digits", "２０２１-01-01", "is not a date")
date("formula", "=TODAY()", "is not a date")
date("empty", "", "no date")
kept("date_9999", "2,9999-12-31,71.5,34,1", "the date is after today", "(row 3)")
case("csv/date_order_unknown.csv", HEAD + "1,03/04/2021,71.5,34,3\n2,05/06/2021,71.5,34,1\n", 3, "date", "03/04/2021",
     "--day-order")
case("csv/date_order_both.csv", HEAD + "1,25/04/2021,71.5,34,3\n2,04/25/2021,71.5,34,1\n", 3, "25/04/2021",
     "04/25/2021", "--day-order")
case("csv/date_all_hijri.csv", HEAD + "1,12 Muharram 1443,71.5,34,3\n", 4, "no incident", "is not a date")


def coordinate(name, column, value, *words):
    lon, lat = (value, "34") if column == "lon" else ("71.5", value)
    written = value if "," not in value else f'"{value}"'
    lon, lat = (written if v == value else v for v in (lon, lat))
    one_bad("place_" + name, f"2,2021-02-11,{lon},{lat},1", f"3,{column},{disarmed(written)},", column, *words)


coordinate("nan", "lon", "NaN", "is not a number")
coordinate("nan_small", "lat", "nan", "is not a number")
coordinate("infinity", "lon", "Infinity", "is not a number")
coordinate("minus_inf", "lat", "-inf", "is not a number")
coordinate("1e999", "lon", "1e999")
coordinate("minus_1e999", "lat", "-1e999")
coordinate("1e308", "lon", "1e308", "is not a longitude")
coordinate("181", "lon", "181", "is not a longitude")
coordinate("91", "lat", "91", "is not a latitude")
coordinate("hexadecimal", "lon", "0x47", "is not a number")
coordinate("decimal_comma", "lon", "71,5", "is not a number")
coordinate("degrees_minutes", "lat", "34°15'N", "is not a number")
coordinate("two_dots", "lat", "34.0.15", "is not a number")
coordinate("dashes", "lon", "--", "is not a number")
coordinate("arabic_digits", "lon", "٧١", "is not a number")
coordinate("metres", "lon", "4512345.6", "is not a longitude")
coordinate("only_latitude", "lon", "", "is empty but the latitude is given")
coordinate("only_longitude", "lat", "", "is empty but the longitude is given")
kept("place_swapped", "2,2021-02-11,34,71.5,1", "look swapped", "(row 3)")
kept("place_0_0", "2,2021-02-11,0,0,1", "the place is 0, 0", "(row 3)")
for name, value, word in (("negative", "-1", "is negative"), ("nan", "nan", "is not a number"),
                          ("1e999", "1e999", "is not a number"), ("word", "many", "is not a number"),
                          ("range", "3-5", "is not a number")):
    one_bad("deaths_" + name, f"2,2021-02-11,71.5,34,{value}", f"3,deaths,{value},", word)
kept("id_twice", "1,2021-02-11,71.5,34,1", "the id has been met before", "(row 3)")

case("csv/empty.csv", b"", 4, "is empty")
case("csv/only_a_mark.csv", b"\xef\xbb\xbf", 4, "is empty")
case("csv/only_line_ends.csv", b"\n\r\n\r\n\n", 4, "is empty")
case("csv/only_header.csv", HEAD, 4, "no incident")
case("csv/no_place.csv", "a,b\n1,2\n", 3, "longitude")
case("csv/prose.csv", "This is a letter, not a table.\nIt goes on\n", 3, "longitude")
case("csv/html.csv", "<!DOCTYPE html><html><body>503, try again</body></html>\n", 3, "longitude")
case("csv/header_unclosed.csv", 'id,"date,lon,lat\n1,2021-01-01,71,34\n', 3, "quotes of the header")
case("csv/header_escape_codes.csv", "\x1b[2J\x1b]0;title\x07,b\n1,2\n", 3, "'?[2J?]0;title?', 'b'")
case("csv/header_cut_in_a_character.csv", "x" + "é" * 200 + ",b\n1,2\n", 3, "xéé", "é...'")
case("csv/header_twice.csv", HEAD + GOOD + HEAD + LAST, 0, "1 rejected", kept=2, rejects=("3,lon,lon,",))
case("csv/column_twice.csv", "id,date,lon,lat,lat\n1,2021-01-01,71,34,35\n", 0, "'lat' occurs more than once", kept=1)
case("csv/unclosed_first.csv", HEAD + '1,"2021-01-10,71,34,3\n' + LAST, 4, "a quote is opened and never closed")
case("csv/unclosed_last.csv", HEAD + GOOD + LAST + '3,"2021-01-10,71,34,3\n', 0, "never closed", "(row 4)", kept=2,
     rejects=("4,,,a quote is opened",))
one_bad("text_after_quote", '2,"2021-02-11"x,71,34,1', "3,,,text stands between", "closing quote")
one_bad("quote_inside", '2,2021-02-11,71,34,1"2', '3,deaths,"1""2",', "is not a number")
one_bad("too_few_fields", "2,2021-02-11,71", "3,,,has 3 fields where the header has 5")
one_bad("too_many_fields", "2,2021-02-11,71,34,1,x,y", "3,,,has 7 fields where the header has 5")
case("csv/cut_in_a_row.csv", HEAD + GOOD + "2,2021-02-11,71.", 0, "1 rejected", "has 3 fields", kept=1,
     rejects=("3,,,has 3 fields",))
case("csv/cut_in_a_number.csv", (HEAD + GOOD + "2,2021-0"), 0, "1 rejected", kept=1, rejects=("3,,,has 2 fields",))
case("csv/wrong_separator.csv", "sep=;\n" + HEAD + GOOD, 3, "longitude")
case("csv/separators_mixed.csv", HEAD + GOOD + "2;2021-02-11;71;34;1\n", 0, "has 1 field", kept=1,
     rejects=('3,,,has 1 field',))
case("csv/line_ends_mixed.csv", (HEAD + GOOD).replace("\n", "\r") + LAST.replace("\n", "\r\n") + "2,x,71,34,1\n", 0,
     "1 rejected", "(row 4)", kept=2, rejects=("4,date,x,",))
one_bad("field_of_1e6", "2," + "9" * 1_000_000 + ",71,34,1", "3,date,999", "is not a date")
case("csv/note_of_1e6.csv", "id,date,lon,lat,note\n1,2021-01-10,71,34," + "x" * 1_000_000 + "\n2,x,71,34,y\n", 0,
     "1 rejected", kept=1, rejects=("3,date,x,",))
case("csv/columns_1e5_twice.csv", "id,date,lon,lat" + ",a,b" * 50_000 + "\n1,2021-01-10,71,34" + "," * 100_000, 0,
     "'a', 'b'", kept=1)
case("csv/header_of_1e6.csv", "h" * 1_000_000 + ",b\n1,2\n", 3, "longitude")
case("csv/columns_1e5.csv", "id,date,lon,lat" + "".join(f",c{i}" for i in range(100_000)) + "\n" +
     "1,2021-01-10,71,34" + "," * 100_000 + "\n2,2021-01-10,71,34\n", 0, "1 rejected", "fields", kept=1,
     rejects=("3,,,has 4 fields",))
case("csv/columns_1e6_unnamed.csv", "id,date,lon,lat" + "," * 1_000_000 + "\n1,2021-01-10,71,34\n", 4, "no incident")
case("csv/rows_1e5_bad.csv", HEAD + GOOD + "x,y,z\n" * 100_000, 0, "100,000 rejected", kept=1,
     rejects=("3,,,has 3 fields",))
case("csv/quotes_1e6.csv", HEAD + GOOD + '"' * 1_000_001, 0, "1 rejected", kept=1, rejects=("3,,,a quote",))

case("encoding/nul_in_a_record.csv", HEAD + GOOD + "2,2021\0-02-11,71,34,1\n", 3, "zero bytes")
case("encoding/nul_far_in.csv", HEAD + GOOD * 400 + "2,2021\0-02-11,71,34,1\n", 0, "1 rejected", "is not a date",
     kept=400, rejects=("402,date,",))
case("encoding/all_nul.csv", bytes(10_000), 3, "zero bytes")
case("encoding/random.csv", bytes(range(1, 256)) * 40, 3)
UMLAUT = HEAD.replace("deaths", "note") + "1,2021-01-10,71,34,Böse\n2,x,71,34,é\n"
for name, data in (("utf16_little", b"\xff\xfe" + UMLAUT.encode("utf-16-le")),
                   ("utf16_big", b"\xfe\xff" + UMLAUT.encode("utf-16-be")),
                   ("utf16_unmarked", UMLAUT.encode("utf-16-le")),
                   ("utf16_half_a_unit", b"\xff\xfe" + UMLAUT[:-1].encode("utf-16-le") + b"x")):
    case(f"encoding/{name}.csv", data, 0, "UTF-16", "1 rejected", kept=1, rejects=("3,date,x,",))
case("encoding/utf32.csv", UMLAUT.encode("utf-32"), 3, "longitude")
case("encoding/latin1.csv", UMLAUT.encode("latin-1"), 0, "Windows-1252", "line 2", kept=1, rejects=("3,date,x,",))
case("encoding/cut_in_a_character.csv", (UMLAUT + "3,2021-01-01,71,34,é").encode()[:-1], 0, "Windows-1252", "line 4",
     kept=2, rejects=("3,date,x,",))
case("encoding/overlong.csv", UMLAUT.encode() + b"3,2021-01-01,71,34,\xc0\xaf\n", 0, "Windows-1252", "line 4", kept=2)
case("encoding/surrogate.csv", UMLAUT.encode() + b"3,2021-01-01,71,34,\xed\xa0\x80\n", 0, "Windows-1252", kept=2)
case("encoding/escape_codes.csv", HEAD + GOOD + "2,\x1b]0;title\x07\x1b[2J,71,34,1\n", 0, "1 rejected", kept=1,
     rejects=("3,date,",))

PACKED = gzip.compress((HEAD + GOOD * 200).encode(), mtime=0)
case("packed/cut.csv.gz", PACKED[:-20], 3, "gzip")
case("packed/cut_in_the_head.csv.gz", PACKED[:7], 3, "gzip")
case("packed/flipped.csv.gz", flipped(PACKED, 40), 3, "gzip")
case("packed/wrong_sum.csv.gz", flipped(PACKED, -6), 3, "gzip")
case("packed/tail.csv.gz", PACKED + b"tail that is no gzip", 3, "gzip")
case("packed/of_nothing.csv.gz", gzip.compress(b"", mtime=0), 4, "is empty")
case("packed/of_a_picture.csv.gz", gzip.compress(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", mtime=0), 3, "zero bytes")
case("packed/bomb.csv.gz", gzip.compress(bytes(5 << 20), mtime=0) * 100, 3, "unpacks to more than")


def zipped(*members, times=1):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, (2021, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return file.getvalue()


TABLE = HEAD + GOOD * 200
case("packed/empty.zip", zipped(), 3, "empty zip archive")
case("packed/cut.zip", zipped(("a.csv", TABLE))[:-30], 3, "zip")
case("packed/flipped.zip", flipped(zipped(("a.csv", TABLE)), 50), 3, "damaged")
case("packed/two_tables.zip", zipped(("a.csv", TABLE), ("b.csv", TABLE)), 3, "a.csv", "b.csv")
case("packed/no_table.zip", zipped(("a.exe", b"MZ")), 3, "no file that can be read")
case("packed/zip_in_zip.zip", zipped(("a.zip", zipped(("a.csv", TABLE)))), 3, "no file that can be read")
case("packed/bad_rows.zip", zipped(("a.csv", HEAD + GOOD + "2,x,71,34,1\n")), 0, "1 rejected", kept=1,
     rejects=("3,date,x,",))

case("other/folder.csv", os.mkdir, 3, "is a folder")
case("other/pipe.csv", os.mkfifo, 3, "pipe")
case("other/dangling.csv", lambda path: os.symlink("nowhere", path), 3, "No such file")
case("other/loop.csv", lambda path: os.symlink(path.name, path), 3)
case("other/device.csv", lambda path: os.symlink("/dev/zero", path), 3, "device")
case("other/missing.csv", lambda path: None, 3, "No such file")
case("other/picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(99), 3, "zero bytes")
case("other/not_utf8_\udcff.csv", lambda path: path.write_text(HEAD), 4, named=False)
