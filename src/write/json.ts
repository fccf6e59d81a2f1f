import { type DocumentJson, documentSchema } from './document.ts'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Whether a value holds no list of objects, at whatever depth. */
function isFlat(value: object): boolean {
  if (Array.isArray(value)) return !value.some(isObject)
  for (const part of Object.values(value)) if (isObject(part) && !isFlat(part)) return false
  return true
}

/** JSON for people and for line tools: a value that holds no list of objects stands on one line, so a cell is a line. */
export function jsonText(value: unknown, indent = ''): string {
  if (!isObject(value) || isFlat(value)) return JSON.stringify(value) ?? 'null'
  const deeper = `${indent} `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const parts = Array.isArray(value)
    ? value.map(part => jsonText(part, deeper))
    : Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${jsonText(part, deeper)}`)
  return `${open}\n${deeper}${parts.join(`,\n${deeper}`)}\n${indent}${close}`
}

/** document.json as text, of a document that the pipeline has made: it was checked against its schema there. */
export const checkedText = (document: DocumentJson): string => `${jsonText(document)}\n`

/** document.json as text; throws a ZodError for what breaks the contract. */
export const documentText = (document: DocumentJson): string => checkedText(documentSchema.parse(document))
