// Writes schemas/ from the zod schemas: npm run schemas
import { writeFileSync } from 'node:fs'
import { manifestJsonSchema } from '../src/batch/outcome.ts'
import { documentJsonSchema } from '../src/write/json-schema.ts'

const schemas = { document: documentJsonSchema(), manifest: manifestJsonSchema() }
for (const [name, schema] of Object.entries(schemas))
  writeFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
