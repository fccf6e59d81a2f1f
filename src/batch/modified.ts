/** Documents end and begin with their metadata; what lies between is pages and fonts. */
const WINDOW = 65_536

/** `D:20230217093012+08'00'` of the document information. */
const INFORMATION = /\/(ModDate|CreationDate)\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?)?/g

/** The same in XMP. */
const XMP = /<(?:xmp|xap):(ModifyDate|CreateDate)>([^<]{10,35})</g

/** A time in milliseconds as an ISO date in UTC; null where it is none. */
export const isoOf = (time: number): string | null => (Number.isNaN(time) ? null : new Date(time).toISOString())

/**
 * When a PDF says that it was last changed, as an ISO date in UTC, else when it was made; null when it does not say so in
 * plain text. Only for telling which of two publications is the later one.
 */
export function modifiedOf(bytes: Uint8Array): string | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = view.length <= 2 * WINDOW ? view.toString('latin1') : ends(view)
  const dates = [...informationDates(text), ...xmpDates(text)]
  const changed = dates.filter(({ change }) => change).map(({ date }) => date)
  const made = dates.map(({ date }) => date)
  return [...(changed.length > 0 ? changed : made)].sort().at(-1) ?? null
}

const ends = (view: Buffer): string => view.toString('latin1', 0, WINDOW) + view.toString('latin1', view.length - WINDOW)

const informationDates = (text: string) =>
  [...text.matchAll(INFORMATION)].flatMap(
    ([, what, year, month, day, hour = '00', minute = '00', second = '00', offset = '+00', more = '00']) => {
      const date = isoOf(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}:${more}`))
      return date === null ? [] : [{ change: what === 'ModDate', date }]
    },
  )

const xmpDates = (text: string) =>
  [...text.matchAll(XMP)].flatMap(([, what, value = '']) => {
    const date = isoOf(Date.parse(value))
    return date === null ? [] : [{ change: what === 'ModifyDate', date }]
  })
