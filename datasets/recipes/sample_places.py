"""The places of the synthetic sample: name, coordinate, admin units, weight.

Coordinates are rounded from GeoNames (CC BY 4.0). The weights are made up: they give the sample
uneven clumps and say nothing about the towns.
"""
from dataclasses import dataclass

COUNTRY = {"KP": ("Pakistan", 586, "Khyber Pakhtunkhwa"), "BA": ("Pakistan", 586, "Balochistan")}


@dataclass(frozen=True)
class Town:
    name: str
    lon: float
    lat: float
    area: str
    admin2: str
    weight: float

    @property
    def country(self):
        return COUNTRY[self.area][0] if self.area in COUNTRY else self.area.split("/")[0]

    @property
    def iso(self):
        return COUNTRY[self.area][1] if self.area in COUNTRY else {"Afghanistan": 4, "Iran": 364}[
            self.country]

    @property
    def admin1(self):
        return COUNTRY[self.area][2] if self.area in COUNTRY else self.area.split("/")[1]

    @property
    def group(self):
        return "north" if self.lat > 31.5 else "south"

    def capital(self):
        """Where an incident is put that is known by its province only."""
        return next((town for town in TOWNS if town.area == self.area and town.name in CAPITALS),
                    self)


CAPITALS = ("Peshawar", "Quetta")

# How far the villages lie around a town, in degrees, where more would put them on the wrong side of
# the border, the coast or the province's edge.
REACH = {"Gwadar": 0.0, "Taftan": 0.012, "Dera Ismail Khan": 0.012, **dict.fromkeys(
    ("Parachinar", "Miran Shah", "Chaman", "Asadabad", "Datta Khel", "Wana",
     "Landi Kotal", "Zahedan", "Spin Boldak", "Zaranj", "Nushki"), 0.025)}

TOWNS = tuple(Town(*row) for row in (
    ("Peshawar", 71.5785, 34.0080, "KP", "Peshawar", 7.0),
    ("Landi Kotal", 71.1411, 34.0988, "KP", "Khyber", 3.0),
    ("Jamrud", 71.3801, 34.0015, "KP", "Khyber", 2.0),
    ("Khar", 71.5274, 34.7361, "KP", "Bajaur", 4.0),
    ("Miran Shah", 70.0712, 33.0006, "KP", "North Waziristan", 8.0),
    ("Datta Khel", 69.7448, 32.9085, "KP", "North Waziristan", 4.0),
    ("Wana", 69.5725, 32.2989, "KP", "South Waziristan", 5.0),
    ("Parachinar", 70.1001, 33.8997, "KP", "Kurram", 4.0),
    ("Bannu", 70.6040, 32.9853, "KP", "Bannu", 4.5),
    ("Lakki", 70.9123, 32.6072, "KP", "Lakki Marwat", 3.5),
    ("Tank", 70.3832, 32.2171, "KP", "Tank", 3.5),
    ("Dera Ismail Khan", 70.9017, 31.8313, "KP", "Dera Ismail Khan", 4.5),
    ("Hangu", 71.0595, 33.5320, "KP", "Hangu", 1.5),
    ("Kohat", 71.4493, 33.5820, "KP", "Kohat", 1.5),
    ("Karak", 71.0935, 33.1163, "KP", "Karak", 1.0),
    ("Mardan", 72.0497, 34.1979, "KP", "Mardan", 1.2),
    ("Charsadda", 71.7406, 34.1482, "KP", "Charsadda", 1.2),
    ("Mingora", 72.3627, 34.7795, "KP", "Swat", 1.2),
    ("Timargara", 71.8442, 34.8266, "KP", "Lower Dir", 0.8),
    ("Chitral", 71.7864, 35.8518, "KP", "Lower Chitral", 0.4),
    ("Abbottabad", 73.2117, 34.1463, "KP", "Abbottabad", 0.2),
    ("Quetta", 67.0014, 30.1841, "BA", "Quetta", 7.0),
    ("Chaman", 66.4526, 30.9177, "BA", "Chaman", 2.5),
    ("Pishin", 66.9941, 30.5818, "BA", "Pishin", 1.2),
    ("Zhob", 69.4493, 31.3408, "BA", "Zhob", 1.6),
    ("Qila Saifullah", 68.3598, 30.7008, "BA", "Qila Saifullah", 0.7),
    ("Loralai", 68.5980, 30.3705, "BA", "Loralai", 0.8),
    ("Harnai", 67.9382, 30.1008, "BA", "Harnai", 1.8),
    ("Mach", 67.3302, 29.8637, "BA", "Kachhi", 2.2),
    ("Mastung", 66.8455, 29.7997, "BA", "Mastung", 2.2),
    ("Kalat", 66.5936, 29.0266, "BA", "Kalat", 2.2),
    ("Nushki", 66.0229, 29.5522, "BA", "Nushki", 1.2),
    ("Khuzdar", 66.6110, 27.8119, "BA", "Khuzdar", 2.0),
    ("Kharan", 65.4150, 28.5846, "BA", "Kharan", 1.2),
    ("Awaran", 65.2314, 26.4568, "BA", "Awaran", 2.0),
    ("Panjgur", 64.0946, 26.9719, "BA", "Panjgur", 2.6),
    ("Turbat", 63.0485, 26.0012, "BA", "Kech", 5.0),
    ("Gwadar", 62.3254, 25.1216, "BA", "Gwadar", 2.0),
    ("Dalbandin", 64.4062, 28.8885, "BA", "Chagai", 0.8),
    ("Taftan", 61.5866, 28.9469, "BA", "Chagai", 0.4),
    ("Kohlu", 69.2310, 29.9030, "BA", "Kohlu", 1.8),
    ("Dera Bugti", 69.1585, 29.0362, "BA", "Dera Bugti", 2.2),
    ("Sibi", 67.8773, 29.5430, "BA", "Sibi", 1.4),
    ("Asadabad", 71.1470, 34.8731, "Afghanistan/Kunar", "Asadabad", 1.6),
    ("Jalalabad", 70.4515, 34.4265, "Afghanistan/Nangarhar", "Jalalabad", 2.0),
    ("Khost", 69.9204, 33.3395, "Afghanistan/Khost", "Khost", 1.4),
    ("Spin Boldak", 66.4000, 31.0058, "Afghanistan/Kandahar", "Spin Boldak", 1.2),
    ("Zaranj", 61.8670, 30.9598, "Afghanistan/Nimruz", "Zaranj", 0.4),
    ("Saravan", 62.3310, 27.3709, "Iran/Sistan and Baluchestan", "Saravan", 0.9),
    ("Zahedan", 60.8629, 29.4963, "Iran/Sistan and Baluchestan", "Zahedan", 0.8),
))

_BY_NAME = {town.name: town for town in TOWNS}

ROADS = tuple((_BY_NAME[start], _BY_NAME[end]) for start, end in (
    ("Peshawar", "Landi Kotal"), ("Peshawar", "Kohat"), ("Kohat", "Hangu"), ("Hangu", "Parachinar"),
    ("Kohat", "Karak"), ("Karak", "Bannu"), ("Bannu", "Miran Shah"), ("Miran Shah", "Datta Khel"),
    ("Bannu", "Lakki"), ("Tank", "Wana"), ("Tank", "Dera Ismail Khan"),
    ("Timargara", "Khar"), ("Quetta", "Chaman"), ("Quetta", "Mach"), ("Mach", "Sibi"),
    ("Quetta", "Mastung"), ("Mastung", "Kalat"), ("Kalat", "Khuzdar"), ("Turbat", "Panjgur"),
    ("Awaran", "Turbat"), ("Zhob", "Qila Saifullah"), ("Nushki", "Dalbandin"),
))
