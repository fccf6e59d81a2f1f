import { z } from 'zod'
import { documentSchema } from './document.ts'

/** JSON Schema 2020-12 of a zod schema, with a title. */
export const jsonSchemaOf = (schema: z.ZodType, title: string): Record<string, unknown> => ({
  ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' }),
  title,
})

/** JSON Schema of document.json. */
export const documentJsonSchema = (): Record<string, unknown> => jsonSchemaOf(documentSchema, 'yusuan document.json')
