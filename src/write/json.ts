import { type DocumentJson, documentSchema } from './document.ts'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Whether a value holds no list of objects, at whatever depth. */
function isFlat(value: object): boolean {
  if (Array.isArray(value)) return !value.some(isObject)
  for (const part of Object.values(value)) if (isObject(part) && !isFlat(part)) return false
  return true
}

/** JSON is put together up to so many characters: the text of a long document as one string takes several times its size. */
const PIECE = 1 << 20

/** JSON for people and for line tools, in pieces that follow each other: a value that holds no list of objects stands on one line, so a cell is a line. */
export function jsonPieces(value: unknown): string[] {
  const pieces: string[] = []
  let piece = ''
  print(value, '', text => {
    piece += text
    if (piece.length < PIECE) return
    pieces.push(piece)
    piece = ''
  })
  return [...pieces, piece]
}

function print(value: unknown, indent: string, put: (text: string) => void): void {
  if (!isObject(value) || isFlat(value)) {
    put(JSON.stringify(value) ?? 'null')
    return
  }
  const deeper = `${indent} `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  let before = `${open}\n${deeper}`
  for (const [name, part] of Object.entries(value)) {
    put(Array.isArray(value) ? before : `${before}${JSON.stringify(name)}: `)
    print(part, deeper, put)
    before = `,\n${deeper}`
  }
  put(`\n${indent}${close}`)
}

/** The same as one text. */
export const jsonText = (value: unknown): string => jsonPieces(value).join('')

/** document.json in pieces, of a document that the pipeline has made: it was checked against its schema there. */
export const checkedPieces = (document: DocumentJson): string[] => [...jsonPieces(document), '\n']

/** document.json as text; throws a ZodError for what breaks the contract. */
export const documentText = (document: DocumentJson): string => checkedPieces(documentSchema.parse(document)).join('')
