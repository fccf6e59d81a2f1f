// Writes schemas/ from the zod schemas: npm run schemas
import { writeFileSync } from 'node:fs'
import { tableSchema } from '../../src/write/formats/datapackage.ts'
import { DATASET } from '../../src/write/relations/dataset.ts'
import { documentJsonSchema, manifestJsonSchema } from './json-schemas.ts'

// Column dictionaries of the dataset, in both languages, as Table Schema.
for (const { relation } of DATASET)
  writeFileSync(
    new URL(`../../schemas/${relation.name}.table.json`, import.meta.url),
    `${JSON.stringify(tableSchema(relation), null, 2)}\n`,
  )

const schemas = { document: documentJsonSchema(), manifest: manifestJsonSchema() }
for (const [name, schema] of Object.entries(schemas))
  writeFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
