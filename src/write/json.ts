import { type DocumentJson, documentSchema } from './document.ts'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const holdsRecords = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(isObject)
    : isObject(value) && Object.values(value).some(part => isObject(part) && holdsRecords(part))

/** JSON for people and for line tools: a value that holds no list of objects stands on one line, so a cell is a line. */
export function jsonText(value: unknown, indent = ''): string {
  if (!holdsRecords(value)) return JSON.stringify(value) ?? 'null'
  const deeper = `${indent} `
  const parts = Array.isArray(value)
    ? value.map(part => jsonText(part, deeper))
    : Object.entries(value as object).map(([name, part]) => `${JSON.stringify(name)}: ${jsonText(part, deeper)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${parts.map(part => deeper + part).join(',\n')}\n${indent}${close}`
}

/** document.json as text, checked against its schema first; an error here is a mistake of this program. */
export const documentText = (document: DocumentJson): string => `${jsonText(documentSchema.parse(document))}\n`
