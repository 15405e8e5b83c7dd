"""The deliberately bad rows of the synthetic sample: each kind twice, spread over the file.

Some cannot be read (REJECTED: no date or no number where one must be, wrong field count); some can
but look wrong (SUSPICIOUS: a reader should keep and report them); some lack a place only
(UNLOCATED: they count in time and not on the map).
"""

REJECTED, SUSPICIOUS, UNLOCATED = "rejected", "suspicious", "unlocated"


def _set(**fields):
    return lambda row: {**row, **fields}


def _swapped(row):
    return {**row, "latitude": row["longitude"], "longitude": row["latitude"]}



# kind, what a reader is expected to do, and how a good row (a dictionary) is made bad. The two kinds
# with a wrong field count are made in _fields, since a dictionary cannot hold them.
KINDS = (
    ("coordinates missing", UNLOCATED, _set(latitude="", longitude="")),
    ("coordinates n/a", UNLOCATED, _set(latitude="n/a", longitude="n/a")),
    ("latitude missing", UNLOCATED, _set(latitude="")),
    ("latitude 95", REJECTED, _set(latitude="95.0000")),
    ("longitude 710 (a lost decimal point)", REJECTED, _set(longitude="710.0000")),
    ("latitude is a word", REJECTED, _set(latitude="north")),
    ("date n/a", REJECTED, _set(event_date="n/a")),
    ("date empty", REJECTED, _set(event_date="")),
    ("31 June", REJECTED, _set(event_date="31 June 2021", year="2021")),
    ("29 February of a common year", REJECTED, _set(event_date="29 February 2023", year="2023")),
    ("month misspelt", REJECTED, _set(event_date="12 Agust 2022", year="2022")),
    ("fatalities is a word", REJECTED, _set(fatalities="several")),
    ("fatalities negative", REJECTED, _set(fatalities="-3")),
    ("one field too few", REJECTED, dict),
    ("one field too many", REJECTED, dict),
    ("latitude and longitude swapped", SUSPICIOUS, _swapped),
    ("0/0", SUSPICIOUS, _set(latitude="0.0000", longitude="0.0000")),
    ("id of the row before", SUSPICIOUS, dict),
)
COPIES = 2


def _fields(kind, row, before, columns):
    fields = [row[column] for column in columns]
    if kind == "one field too few":
        del fields[columns.index("tags")]
    elif kind == "one field too many":
        fields.insert(columns.index("tags"), "")
    elif kind == "id of the row before":
        fields[0] = before[0]
    return fields


def with_bad_rows(rows, columns, random):
    """Insert each kind COPIES times after a row drawn for it, made from a copy of that row."""
    result = list(rows)
    number = len(rows)
    for kind, _, change in KINDS * COPIES:
        place = 1 + random.below(len(result) - 1)
        model = random.choice(rows)
        number += 1
        row = dict(zip(columns, model), event_id_cnty="SYN%05d" % number)
        row["notes"] += ", deliberately bad row: " + kind
        result.insert(place, _fields(kind, change(row), result[place - 1], columns))
    return result
