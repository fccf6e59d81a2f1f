/** Pure functions whose answers are kept, for those that are asked the same again and again. */

/** What holds the answers. */
interface Known<Key, Found> {
  get(key: Key): Found | undefined
  has(key: Key): boolean
  set(key: Key, found: Found): unknown
}

const asking =
  <Key, Found>(known: Known<Key, Found>, find: (key: Key) => Found): ((key: Key) => Found) =>
  key => {
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before as Found
    const found = find(key)
    known.set(key, found)
    return found
  }

/** The same function, asked for each thing once, as long as it is held itself. */
export const once = <Key, Found>(find: (key: Key) => Found): ((key: Key) => Found) => asking(new Map<Key, Found>(), find)

/** The same function, asked for each object once: what was found goes with it, so it must never change. */
export const onceEach = <Thing extends object, Found>(find: (thing: Thing) => Found): ((thing: Thing) => Found) =>
  asking(new WeakMap<Thing, Found>(), find)

/** Texts that are kept at a time: a document of 20 pages asks 60,000 times for the plain form of 800 texts. */
const MOST_TEXTS = 4096

/** The same function, asked for each text once, as long as not too many others are. */
export function onceText<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>()
  return asking(known, text => {
    if (known.size >= MOST_TEXTS) known.clear()
    return find(text)
  })
}
