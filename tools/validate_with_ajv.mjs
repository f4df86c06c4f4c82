// node validate_with_ajv.mjs SCHEMAS VALUES: every file of VALUES against the schema of its kind, by ajv (JSON Schema 2020-12)
import Ajv2020 from "ajv/dist/2020.js";
import { readdirSync, readFileSync } from "node:fs";
const [schemas, values] = process.argv.slice(2);
const json = (path) => JSON.parse(readFileSync(path, "utf-8"));
const ajv = new Ajv2020({ strict: false, allErrors: true });
const kinds = {};
for (const name of readdirSync(schemas)) {
  const schema = json(`${schemas}/${name}`);
  const kind = schema.properties?.kind?.const;
  const check = ajv.compile(schema);
  if (kind) kinds[kind] = check;
}
let bad = 0, good = {}, refused = 0;
for (const name of readdirSync(values)) {
  const value = json(`${values}/${name}`), check = kinds[value.kind];
  if (!check || !check(value)) { bad++; console.log(name, check ? ajv.errorsText(check.errors) : "no schema"); }
  else good[value.kind] = (good[value.kind] ?? 0) + 1;
  if (check && !check({ ...value, unknown: 1 })) refused++;
}
console.log(Object.keys(kinds).length, "kinds", good, "refused with one key more:", refused, "bad", bad);
process.exit(bad ? 1 : 0);
