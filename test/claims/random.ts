/** A random number generator that gives the same numbers for a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The same figure with one digit changed; a leading digit never becomes 0. */
export function otherDigit(text: string, next: () => number): string {
  const digits = [...text].flatMap((character, at) => (/\d/.test(character) ? [at] : []))
  const at = digits[Math.floor(next() * digits.length)] ?? 0
  const old = Number(text[at])
  const least = at === digits[0] && digits.length > 1 ? 1 : 0
  const choices = Array.from({ length: 10 - least }, (_, digit) => digit + least).filter(digit => digit !== old)
  return text.slice(0, at) + choices[Math.floor(next() * choices.length)] + text.slice(at + 1)
}

/** Up to `count` of a list, each at most once. */
export function some<T>(list: readonly T[], count: number, next: () => number): T[] {
  const rest = [...list]
  return Array.from({ length: Math.min(count, list.length) }, () => rest.splice(Math.floor(next() * rest.length), 1)).flat()
}
