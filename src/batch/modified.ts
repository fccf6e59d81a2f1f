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
  const dates = timesIn(text).flatMap(({ what, time }) => {
    const date = isoOf(Date.parse(time))
    return date === null ? [] : [{ isChange: what.startsWith('Mod'), date }]
  })
  const changes = dates.filter(({ isChange }) => isChange)
  const told = (changes.length > 0 ? changes : dates).map(({ date }) => date)
  return told.sort().at(-1) ?? null
}

const ends = (view: Buffer): string => view.toString('latin1', 0, WINDOW) + view.toString('latin1', view.length - WINDOW)

/** When a PDF was made or changed, as it says in its document information and in XMP. */
const timesIn = (text: string): { readonly what: string; readonly time: string }[] => [
  ...[...text.matchAll(INFORMATION)].map(
    ([, what = '', year, month, day, hour = '00', minute = '00', second = '00', offset = '+00', more = '00']) => ({
      what,
      time: `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}:${more}`,
    }),
  ),
  ...[...text.matchAll(XMP)].map(([, what = '', time = '']) => ({ what, time })),
]
