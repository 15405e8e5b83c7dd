// Decodes time zones of the npm package geo-tz into plain GeoJSON.
//
//   node zones.js PACKAGES OUT.geojson ZONE...
//
// The package keeps the zones cut by a quadtree: a leaf holds either the clipped polygons (a
// geobuf slice of the .dat file) or, where whole zones cover it, only their numbers. One feature
// is written for each zone and leaf, so that the caller can compare the zones leaf by leaf.
'use strict';
const fs = require('fs');
const path = require('path');

const [packages, out, ...zones] = process.argv.slice(2);
const load = (name) => require(path.join(path.resolve(packages), 'node_modules', name));
const geobuf = load('geobuf');
const Pbf = load('pbf');

const folder = path.join(packages, 'node_modules', 'geo-tz', 'data');
const index = JSON.parse(fs.readFileSync(path.join(folder, 'timezones.geojson.index.json')));
const geometry = fs.readFileSync(path.join(folder, 'timezones.geojson.geo.dat'));

// The package's own world box: a hair short of the poles and the date line.
const WORLD = [-179.9999, -89.9999, 179.9999, 89.9999];

// Quadrants are named a (north-east), b (north-west), c (south-west), d (south-east), and the
// world is first parted at 0/0.
function quadrant([west, south, east, north], name) {
  const lon = (west + east) / 2;
  const lat = (south + north) / 2;
  const [w, e] = name === 'a' || name === 'd' ? [lon, east] : [west, lon];
  const [s, n] = name === 'a' || name === 'b' ? [lat, north] : [south, lat];
  return [w, s, e, n];
}

// geobuf rounds to six decimals; whole leaves must agree with their neighbours to the last digit.
const round = (degrees) => Math.round(degrees * 1e6) / 1e6;

function rectangle(box) {
  const [w, s, e, n] = box.map(round);
  return { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] };
}

function leafFeatures(leaf, box) {
  if (Array.isArray(leaf)) {
    return leaf.map((number) => ({ zone: index.timezones[number], shape: rectangle(box) }));
  }
  const slice = geometry.subarray(leaf.pos, leaf.pos + leaf.len);
  return geobuf.decode(new Pbf(slice)).features.map((feature) => (
    { zone: feature.properties.tzid, shape: feature.geometry }));
}

function* leaves(node, box, key) {
  if (Array.isArray(node) || node.pos >= 0) {
    yield [node, box, key];
    return;
  }
  for (const name of Object.keys(node).sort()) {
    yield* leaves(node[name], quadrant(box, name), key + name);
  }
}

const features = [];
for (const [leaf, box, key] of leaves(index.lookup, WORLD, '')) {
  for (const { zone, shape } of leafFeatures(leaf, box)) {
    if (!zones.includes(zone)) continue;
    features.push({ type: 'Feature', properties: { zone, leaf: key }, geometry: shape });
  }
}
fs.writeFileSync(out, JSON.stringify({ type: 'FeatureCollection', features }));
