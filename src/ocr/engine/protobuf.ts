/** A field of a protobuf message: its number, how it is written, and its bytes as they stand. */
export interface Field {
  readonly number: number
  readonly wire: number
  readonly bytes: Buffer
}

/** How a field is written: a number of seven bits a byte, or bytes that follow their length. The two others have a length of their own. */
const VARINT = 0
const BYTES = 2
const LENGTHS: Readonly<Record<number, number>> = { 1: 8, 5: 4 }

/** The fields of a message, in its order. Throws when it is none. */
export function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = []
  for (let at = 0; at < message.length; ) {
    const key = varintAt(message, at)
    const [number, wire] = [Math.floor(key.value / 8), key.value % 8]
    const size = wire === BYTES ? varintAt(message, key.end) : { value: LENGTHS[wire] ?? 0, end: key.end }
    const end = wire === VARINT ? varintAt(message, key.end).end : size.end + size.value
    if (end > message.length || end === key.end) throw new RangeError(`no protobuf message: field ${number} of kind ${wire}`)
    fields.push({ number, wire, bytes: message.subarray(size.end, end) })
    at = end
  }
  return fields
}

/** The message that some fields are. */
export const messageOf = (fields: readonly Field[]): Buffer =>
  Buffer.concat(
    fields.flatMap(({ number, wire, bytes }) => [
      varint(8 * number + wire),
      ...(wire === BYTES ? [varint(bytes.length)] : []),
      bytes,
    ]),
  )

/** A field of text, of another message or of raw bytes. */
export const field = (number: number, content: string | Buffer): Field => ({
  number,
  wire: BYTES,
  bytes: Buffer.from(content as string),
})

/** A field that is a whole number. */
export const numberField = (number: number, value: number): Field => ({ number, wire: VARINT, bytes: varint(value) })

/** The number that bytes of a field are. */
export const numberOf = ({ bytes }: Field): number => varintAt(bytes, 0).value

/** The contents of the fields with a number. */
export const contentsOf = (fields: readonly Field[], number: number): Buffer[] =>
  fields.filter(one => one.number === number).map(({ bytes }) => bytes)

function varintAt(message: Buffer, start: number): { readonly value: number; readonly end: number } {
  let value = 0
  for (let at = start, unit = 1; at < message.length; at++, unit *= 128) {
    const byte = message[at] ?? 0
    value += (byte % 128) * unit
    if (byte < 128) return { value, end: at + 1 }
  }
  throw new RangeError('no protobuf message: it ends within a number')
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest % 128) + 128)
  }
}
