import { pagePdf } from '../make/pdf.ts'

/** A number of [0, 1) after the other from a seed (mulberry32): the same seed does the same harm on every machine. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A way to harm a PDF. */
export type Harm = (bytes: Buffer, random: () => number) => Buffer

const upTo = (random: () => number, most: number): number => Math.floor(random() * most)

/** Put every match of a pattern through a change, one in so many of them. */
const replaced = (bytes: Buffer, pattern: RegExp, random: () => number, change: (match: string) => string): Buffer =>
  Buffer.from(
    bytes.toString('latin1').replace(pattern, match => (random() < 0.2 ? change(match) : match)),
    'latin1',
  )

const HUGE = ['-1', '1e30', '99999999999999999999', '2147483648', '0.0000000001', '-0', 'null', '[]']

/** A page that draws this. */
const page = (content: string): Buffer => pagePdf(content)

/** Every kind of harm by its name. */
export const HARMS: Readonly<Record<string, Harm>> = {
  'bits flipped': (bytes, random) => {
    const harmed = Buffer.from(bytes)
    for (let n = 1 + upTo(random, 40); n > 0; n--) {
      const at = upTo(random, harmed.length)
      harmed[at] = (harmed[at] ?? 0) ^ (1 << upTo(random, 8))
    }
    return harmed
  },
  'cut off': (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)),
  'a piece taken out': (bytes, random) => {
    const from = upTo(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + upTo(random, 5000))])
  },
  'objects swapped': (bytes, random) => replaced(bytes, /\n\d+ 0 obj/g, random, () => `\n${1 + upTo(random, 12)} 0 obj`),
  'references to others, also round': (bytes, random) =>
    replaced(bytes, /\d+ 0 R/g, random, () => `${1 + upTo(random, 12)} 0 R`),
  'huge numbers': (bytes, random) => replaced(bytes, /\b\d+\b/g, random, () => HUGE[upTo(random, HUGE.length)] ?? ''),
  'deep nesting': (_, random) => page('q '.repeat(1 + upTo(random, 20_000))),
  'deep lists': (_, random) => pagePdf('', { page: `/Annots ${'['.repeat(1 + upTo(random, 5000))}` }),
  'a giant box': (_, random) => page(`0 0 ${10 ** upTo(random, 30)} ${10 ** upTo(random, 30)} re f`),
  'many rulings': (_, random) =>
    page(Array.from({ length: upTo(random, 2000) }, () => `${upTo(random, 200)} 0 m ${upTo(random, 200)} 100 l S`).join('\n')),
  'a path of many points': (_, random) => page(`0 0 m ${'10 10 l 20 5 l '.repeat(upTo(random, 80_000))} f`),
  'many glyphs': (_, random) => page(`BT /F1 9 Tf 5 50 Td ${'(1) Tj '.repeat(upTo(random, 5000))} ET`),
}

/** The harm that a seed does to a PDF, and its name. */
export function harmed(bytes: Buffer, seed: number): { readonly name: string; readonly bytes: Buffer } {
  const random = randomOf(seed)
  const names = Object.keys(HARMS)
  const name = names[upTo(random, names.length)] ?? ''
  return { name, bytes: HARMS[name]?.(bytes, random) ?? bytes }
}
