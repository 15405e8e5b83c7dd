#!/usr/bin/env python3
"""Makes incidents_sample.csv: synthetic incidents in ACLED's columns, no real event in it.

    make_sample.py [OUTPUT_FOLDER]

Towns, waves and actors are made up or placeholders; only the places exist. Incidents gather at
towns, along the roads between them and near border crossings, so that the analyses have something
to find. The same seed makes the same bytes. 36 bad rows of 18 kinds test the reader.
"""
import csv
import datetime
import io
import os
import sys

from sample_bad_rows import with_bad_rows
from sample_places import REACH, ROADS, TOWNS
from sample_random import Random

SEED = 20260101
N_INCIDENTS = 5800
FIRST, LAST = datetime.date(2018, 1, 1), datetime.date(2025, 12, 31)

COLUMNS = ("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"
           "actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,"
           "iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,"
           "source,source_scale,notes,fatalities,tags,timestamp").split(",")

# Yearly level of the north (Khyber Pakhtunkhwa, eastern Afghanistan) and of the south.
WAVES = {"north": (0.9, 0.6, 0.5, 0.8, 1.1, 1.5, 1.7, 1.9),
         "south": (0.8, 0.7, 0.7, 0.9, 1.0, 1.1, 1.6, 1.8)}
SEASON = (0.7, 0.7, 0.9, 1.0, 1.2, 1.2, 1.1, 1.2, 1.2, 1.1, 0.9, 0.8)

ARMED, STATE, CIVILIANS = "Rebel group", "State forces", "Civilians"
# share, event type, sub-event type, actor 1, its kind, actor 2, its kind, mean deaths
KINDS = (
    (0.34, "Battles", "Armed clash", "Armed group {}", ARMED, "State forces A", STATE, 2.2),
    (0.24, "Explosions/Remote violence", "Remote explosive/landmine/IED", "Armed group {}", ARMED,
     "State forces A", STATE, 1.6),
    (0.05, "Explosions/Remote violence", "Suicide bomb", "Armed group {}", ARMED, "Civilians",
     CIVILIANS, 7.0),
    (0.06, "Explosions/Remote violence", "Shelling/artillery/missile attack", "State forces A",
     STATE, "Armed group {}", ARMED, 1.8),
    (0.22, "Violence against civilians", "Attack", "Unidentified armed group", ARMED, "Civilians",
     CIVILIANS, 1.1),
    (0.05, "Violence against civilians", "Abduction/forced disappearance",
     "Unidentified armed group", ARMED, "Civilians", CIVILIANS, 0.0),
    (0.04, "Strategic developments", "Looting/property destruction", "Armed group {}", ARMED, "",
     "", 0.0),
)


def days(random, group):
    """A day drawn by the group's yearly level, the season, and spells of heightened activity."""
    while True:
        day = FIRST + datetime.timedelta(days=random.below((LAST - FIRST).days + 1))
        level = WAVES[group][day.year - FIRST.year] * SEASON[day.month - 1]
        spell = 1.0 if (day.toordinal() // 23) % 3 == 0 else 0.45
        if random.unit() * 2.6 < level * spell:
            return day


def near_town(random):
    """(town, longitude, latitude, precision): most incidents lie on the town's own coordinate."""
    town = random.weighted(TOWNS, [town.weight for town in TOWNS])
    draw = random.unit()
    if draw < 0.62:
        return town, town.lon, town.lat, 2 if random.unit() < 0.22 else 1
    if draw < 0.70:
        return town.capital(), town.capital().lon, town.capital().lat, 3
    # Villages around the town: few of them, so that they repeat too.
    village = random.below(14)
    ring = Random(SEED + hash_of(town.name) + village)
    reach = REACH.get(town.name, 0.13)
    return (town, round(town.lon + ring.normal() * reach * 1.2, 4),
            round(town.lat + ring.normal() * reach, 4), 1)


def hash_of(text):
    """The same in every run, which Python's own hash() of a text is not."""
    return sum((index + 1) * ord(letter) for index, letter in enumerate(text))


def along_road(random):
    start, end = random.choice(ROADS)
    share = random.below(25) / 24
    bend = 0.04 * (1 - abs(2 * share - 1)) * (1 if hash_of(start.name) % 2 else -1)
    lon = start.lon + share * (end.lon - start.lon) + bend
    lat = start.lat + share * (end.lat - start.lat) - bend
    return (start if share < 0.5 else end), round(lon, 4), round(lat, 4), 1


def incident(random):
    town, lon, lat, precision = along_road(random) if random.unit() < 0.22 else near_town(random)
    day = days(random, town.group)
    time_precision = random.weighted((1, 2, 3), (0.9, 0.07, 0.03))
    if time_precision == 3:
        day = day.replace(day=15)  # ACLED dates what is known by the month to its middle
    kind = random.weighted(KINDS, [row[0] for row in KINDS])
    _, event, sub_event, first, inter1, second, inter2, mean = kind
    letter = random.choice("ABC" if town.group == "north" else "DE")
    first, second = first.format(letter), second.format(letter)
    deaths = random.poisson(mean * (0.3 + random.exponential()))
    return {
        "event_date": day.strftime("%d %B %Y"), "year": day.year, "order": day,
        "time_precision": time_precision,
        "disorder_type": "Strategic developments" if event.startswith("Strat")
                         else "Political violence",
        "event_type": event, "sub_event_type": sub_event, "actor1": first, "inter1": inter1,
        "actor2": second, "inter2": inter2,
        "interaction": "-".join(part for part in (inter1, inter2) if part),
        "civilian_targeting": "Civilian targeting" if second == "Civilians" else "",
        "iso": town.iso, "region": "Middle East" if town.country == "Iran" else "South Asia",
        "country": town.country, "admin1": town.admin1, "admin2": town.admin2,
        "location": town.name, "latitude": "%.4f" % lat, "longitude": "%.4f" % lon,
        "geo_precision": precision, "source": "synthetic sample",
        "notes": "Synthetic sample data", "fatalities": deaths, "timestamp": 1767225600,
    }


def numbered(incidents):
    """By date, as ACLED's files are; the order of a day is that of the drawing."""
    incidents.sort(key=lambda row: row["order"])
    for number, row in enumerate(incidents, start=1):
        row["event_id_cnty"] = "SYN%05d" % number
    return [[str(row.get(column, "")) for column in COLUMNS] for row in incidents]


def main(out):
    random = Random(SEED)
    rows = numbered([incident(random) for _ in range(N_INCIDENTS)])
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(with_bad_rows(rows, COLUMNS, random))
    with open(os.path.join(out, "incidents_sample.csv"), "w", encoding="utf-8", newline="") as file:
        file.write(text.getvalue())


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, ".."))
