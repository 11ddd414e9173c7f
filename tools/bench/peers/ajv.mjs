// Checks a document against a schema with Ajv. Prints its version, microseconds a document, and whether it is in order.
// usage: node ajv.mjs SCHEMA DOCUMENT SECONDS      0 seconds: once, for the clock of whoever calls
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const Ajv = require("ajv/dist/2020");
const version = require("ajv/package.json").version;

const [schema, document, seconds] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(schema, "utf8")));
const text = readFileSync(document, "utf8");
let valid = false;
const round = () => { valid = validate(JSON.parse(text)); };

round();
const half = seconds * 500;
const measured = () => {
  const begin = performance.now();
  let rounds = 0;
  do { round(); rounds++; } while (performance.now() - begin < half);
  return (performance.now() - begin) * 1000 / rounds;
};
if (half > 0) measured();
console.log(version, half > 0 ? measured() : 0, valid);
