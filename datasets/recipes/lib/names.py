"""Our own table of names, basemap/names.csv: it is written by hand, no recipe makes it."""
import csv
import os

_TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "basemap", "names.csv")


class Names:
    def __init__(self, path=_TABLE):
        with open(path, encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))
        self._by_key = {(row["kind"], row["iso_a3"], row["name"]): row for row in self.rows}

    def local(self, kind, iso_a3, name):
        """{"name_ur", "name_ps"}, None where the table has no name."""
        row = self._by_key.get((kind, iso_a3, name), {})
        return {"name_ur": row.get("name_ur") or None, "name_ps": row.get("name_ps") or None}
