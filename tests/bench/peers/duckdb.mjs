// DuckDB (npm: @duckdb/node-api), two threads. node duckdb.mjs csv-in|json-in FILE, node duckdb.mjs json-out FILE OUT
import { DuckDBInstance } from '@duckdb/node-api';

const [task, file, out] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const db = await instance.connect();
const q = (text) => "'" + text.replaceAll("'", "''") + "'";
if (task === 'json-out') await db.run(`create table t as select * from read_csv(${q(file)})`);
const statement = {
  'csv-in': `create table t as select * from read_csv(${q(file)})`,
  'json-in': `create table t as select unnest(features) as feature from read_json(${q(file)}, maximum_object_size=2000000000)`,
  'json-out': `copy (select 'Feature' as type, {'type': 'Point', 'coordinates': [longitude, latitude]} as geometry,
    {'event_id': event_id, 'event_date': event_date, 'event_type': event_type, 'actor': actor, 'admin1': admin1,
     'location': location, 'precision': "precision", 'fatalities': fatalities, 'notes': notes} as properties from t)
    to ${q(out ?? '')} (format json)`,
}[task];
const start = performance.now();
await db.run(statement);
console.log('seconds', (performance.now() - start) / 1000);
