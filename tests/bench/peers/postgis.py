"""PostGIS on a throw-away server. postgis.py distance FILE LINE.geojson | postgis.py clusters FILE"""

import json
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "support"))
from postgis_server import Server  # noqa: E402

COLUMNS = "event_id text, event_date date, event_type text, actor text, admin1 text, location text, latitude float8, " \
          "longitude float8, code int, fatalities int, notes text"


def load_line(server, path):
    server.sql("CREATE TABLE part (g geography)")
    for feature in json.loads(pathlib.Path(path).read_text("utf-8"))["features"]:
        geometry = json.dumps(feature["geometry"])
        server.sql(f"INSERT INTO part SELECT ST_GeomFromGeoJSON('{geometry}')::geography", through_input=True)
    server.sql("CREATE TABLE line AS SELECT ST_Collect(g::geometry)::geography AS g FROM part")


def main():
    task, source = sys.argv[1:3]
    server = Server()
    try:
        server.sql(f"CREATE TABLE t ({COLUMNS})")
        server.sql(f"\\copy t from '{source}' csv header")
        server.sql("ALTER TABLE t ADD place geometry")
        server.sql("UPDATE t SET place = ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)")
        if task == "distance":
            load_line(server, sys.argv[3])
            statement = "SELECT sum(ST_Distance(place::geography, g)) FROM t, line"
        else:
            statement = "SELECT count(DISTINCT c) FROM (SELECT ST_ClusterDBSCAN(ST_Transform(place, 32642), 2000, 10) " \
                        "OVER () AS c FROM t) clustered"
        server.sql("ANALYZE")
        start = time.perf_counter()
        server.sql(statement)
        print("seconds", time.perf_counter() - start)
    finally:
        server.stop()


main()
