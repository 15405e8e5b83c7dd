"""PostGIS in and out: the same answers as from a file, what is asked of the server, and what is left alone. With a server of
its own on loopback, thrown away afterwards; skipped where PostgreSQL and PostGIS are not installed."""

import json
import pathlib
import sys
import unittest

from borderlens import SAMPLE, Case, run

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
from postgis_server import Server, is_installed  # noqa: E402


class Database(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server()
        run("filter", SAMPLE, "-o", f"{cls.server.connection} table=incidents")
        computed = cls.server.sql("SELECT string_agg('DROP ' || quote_ident(column_name), ', ') FROM information_schema.columns "
                                  "WHERE table_name = 'incidents' AND (column_name LIKE 'border%' OR column_name IN "
                                  "('area', 'location_uncertainty_m'))")
        cls.server.sql(f"ALTER TABLE incidents ALTER event_date TYPE date USING to_date(event_date, 'DD Month YYYY'), {computed}")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        super().tearDownClass()

    def answers(self, *arguments):
        """The incidents of an export, in an order that does not hang on the source's."""
        out = self.folder / "out.geojson"
        _, stderr = run(*arguments, "-o", out)
        rows = [(f["properties"], f["geometry"]) for f in self.features(out)]
        for values, _ in rows:
            values["event_date"] = None  # written in two ways
        return sorted(rows, key=lambda row: row[0]["event_id_cnty"]), stderr

    def test_a_table_gives_what_the_file_gives(self):
        limits = ("--from", "2019-03-01", "--to", "2020-02-10", "--bbox", "69,30,72,35",
                  "--where", "fatalities >= 2 and event_type in ('Battles', 'Riots') and not (fatalities = 3 or year is null)")
        for command in (("filter",), ("proximity", "--neighbour", "AFG")):
            for asked in ((), limits[:4], limits[4:6], limits[6:], limits):
                from_file, _ = self.answers(command[0], SAMPLE, *command[1:], *asked)
                from_table, stderr = self.answers(command[0], self.server.connection, "--layer", "incidents", *command[1:], *asked)
                self.assertGreater(len(from_file), 5)
                self.assertEqual(len(from_file), len(from_table), asked)
                for ours, theirs in zip(from_file, from_table):
                    self.assertEqual(ours, theirs)
                self.assertEqual("the rest was not read" in stderr, bool(asked))

    def test_numbers_of_the_analyses_are_the_same(self):
        for command in ("density", "clusters", "hotspots"):
            out = self.folder / ("grid.tif" if command != "clusters" else "c.geojson")
            limits = ("--from", "2019", "--bbox", "68,29,73,36")
            from_file = json.loads(run(command, SAMPLE, *limits, "--json", "-o", out)[0])
            from_table = json.loads(run(command, self.server.connection, "--layer", "incidents", *limits, "--json", "-o", out)[0])
            self.assert_same(from_file, from_table)

    def test_what_looks_at_the_whole_file_gets_it(self):
        limits = ("--bbox", "68,29,73,36", "--from", "2019")
        for command in (("trend", "--by", "category"), ("compare", "--on", "2021-08-15")):
            ours = json.loads(run(command[0], SAMPLE, *command[1:], *limits, "--json")[0])
            stdout, stderr = run(command[0], self.server.connection, "--layer", "incidents", *command[1:], *limits, "--json")
            self.assert_same(ours, json.loads(stdout))
            self.assertNotIn("was not read", stderr)

    def assert_same(self, ours, theirs):
        """The server gives rows in an order of its own, and sums differ in their last digit."""
        if isinstance(ours, dict):
            self.assertEqual(list(ours), list(theirs))
            for key, value in ours.items():
                self.assert_same(value, theirs[key])
        elif isinstance(ours, float):
            self.assertAlmostEqual(ours, theirs, delta=1e-12 * abs(ours))
        elif isinstance(ours, list) and ours and isinstance(ours[0], dict):
            self.assertEqual(len(ours), len(theirs))
            for one, other in zip(ours, theirs):
                self.assert_same(one, other)
        else:
            self.assertEqual(ours, theirs)

    def test_the_server_is_asked_for_little(self):
        log = self.server.asked(lambda: run(
            "density", self.server.connection, "--layer", "incidents", "--from", "2020-01-01", "--bbox", "69,30,72,35",
            "--where", "fatalities > 1", "-o", self.folder / "d.tif"))
        statement = next(line for line in log.splitlines() if "CURSOR" in line and "&&" in line)
        for part in ('"event_date" >= \'2018-12-30\'', '"fatalities"::float8 > (1)::float8', 'NULL::text AS "tags"'):
            self.assertIn(part, statement)
        self.assertIn("FETCH 5000", log)

    def test_a_query_and_another_crs(self):
        self.server.sql("DROP TABLE IF EXISTS utm; CREATE TABLE utm AS SELECT event_id_cnty, event_date, fatalities, "
                        "ST_Transform(geom, 32642) AS place FROM incidents")
        box = ("--bbox", "69,30,72,35")
        expected, _ = self.answers("filter", SAMPLE, *box)
        for layer in ("utm", "SELECT * FROM utm WHERE event_id_cnty LIKE 'SYN%';"):
            found, _ = self.answers("filter", self.server.connection, "--layer", layer, *box)
            self.assertEqual([row[0]["event_id_cnty"] for row in found], [row[0]["event_id_cnty"] for row in expected])
            for (_, a), (_, b) in zip(found, expected):
                for x, y in zip(a["coordinates"], b["coordinates"]):
                    self.assertAlmostEqual(x, y, delta=2e-7)

    def test_a_query_changes_nothing(self):
        before = self.server.sql("SELECT count(*) FROM incidents")
        query = "WITH gone AS (DELETE FROM incidents RETURNING *) SELECT * FROM gone"
        _, stderr = run("filter", self.server.connection, "--layer", query, "-o", self.folder / "x.geojson", code=2)
        self.assertIn("cannot read 'query'", stderr)
        self.assertEqual(before, self.server.sql("SELECT count(*) FROM incidents"))

    def test_tables_are_named_or_the_only_one(self):
        self.server.sql("DROP TABLE IF EXISTS utm; CREATE TABLE utm AS SELECT * FROM incidents")
        _, stderr = run("info", self.server.connection, code=2)
        self.assertIn("there are several tables; name one, or a query, with --layer: 'incidents', 'utm'", stderr)
        _, stderr = run("info", self.server.connection, "--layer", "nowhere", code=2)
        self.assertIn("nowhere", stderr)
        self.server.sql("DROP TABLE utm")
        run("info", self.server.connection)

    def test_an_export_replaces_its_own_table_only(self):
        target = f"{self.server.connection} table=work.near"
        self.server.sql("CREATE SCHEMA work")
        self.addCleanup(self.server.sql, "DROP SCHEMA work CASCADE")
        for limit, n in (("20", 1), ("60", 2)):
            _, stderr = run("proximity", SAMPLE, "--within", f"{limit}km", "-o", target)
            self.assertIn("wrote table work.near of the PostgreSQL database", stderr)
            self.assertNotIn("host=", stderr)
            out = self.folder / "near.geojson"
            run("proximity", SAMPLE, "--within", f"{limit}km", "-o", out)
            self.assertEqual(int(self.server.sql("SELECT count(*) FROM work.near")), len(self.features(out)))
        provenance = self.server.sql("SELECT obj_description('work.near'::regclass)")
        self.assertEqual(json.loads(provenance.removeprefix("borderlens: "))["program"].split()[0], "borderlens")
        self.assertEqual(self.server.sql("SELECT DISTINCT ST_SRID(geom) FROM work.near"), "4326")
        self.server.sql("CREATE TABLE work.mine AS SELECT 1 AS a")
        _, stderr = run("filter", SAMPLE, "-o", f"{self.server.connection} table=work.mine", code=5)
        self.assertIn("borderlens did not write it", stderr)
        self.assertEqual(self.server.sql("SELECT a FROM work.mine"), "1")

    def test_cells_and_contours_go_there_too(self):
        run("density", SAMPLE, "-o", f"{self.server.connection} table=contours")
        self.assertGreater(int(self.server.sql("SELECT count(*) FROM contours WHERE ST_IsValid(geom)")), 3)
        self.server.sql("DROP TABLE contours")

    def test_what_goes_wrong_is_told(self):
        _, stderr = run("filter", SAMPLE, "-o", self.server.connection, code=2)
        self.assertIn("table=", stderr)
        nobody = "PG:host=127.0.0.1 port=1 dbname=x password=secret"
        for arguments, code in ((("filter", SAMPLE, "-o", nobody + " table=t"), 5), (("info", nobody), 3)):
            _, stderr = run(*arguments, code=code)
            self.assertIn("PostgreSQL database", stderr)
            self.assertNotIn("secret", stderr)
        _, stderr = run("filter", SAMPLE, "-o", f"{self.server.connection} table=nowhere.t", code=5)
        self.assertIn("nowhere", stderr)

    def test_nothing_is_an_empty_table(self):
        target = f"{self.server.connection} table=nothing"
        run("filter", SAMPLE, "--from", "2035", "-o", target)
        self.assertEqual(self.server.sql("SELECT count(*) FROM nothing"), "0")
        self.server.sql("DROP TABLE nothing")


if __name__ == "__main__":
    if not is_installed():
        print("PostgreSQL with PostGIS is not installed")
        sys.exit(77)
    unittest.main()
