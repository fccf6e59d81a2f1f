import { z } from 'zod'
import { outcomeSchema } from '../../src/batch/outcome.ts'
import { documentSchema } from '../../src/write/document/document.ts'

/** JSON Schema 2020-12 of a zod schema, with a title. */
const jsonSchemaOf = (schema: z.ZodType, title: string): Record<string, unknown> => ({
  ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' }),
  title,
})

/** JSON Schema of document.json. */
export const documentJsonSchema = (): Record<string, unknown> => jsonSchemaOf(documentSchema, 'yusuan document.json')

/** JSON Schema of a line of manifest.jsonl. */
export const manifestJsonSchema = (): Record<string, unknown> => jsonSchemaOf(outcomeSchema, 'a line of yusuan manifest.jsonl')
