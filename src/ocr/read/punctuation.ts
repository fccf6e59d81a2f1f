import { HAN, type ReadCharacter } from '../engine/engine.ts'
import { AMOUNT } from '../lines/side-by-side.ts'
import { BESIDE_DIRT, lessSure } from './read-line.ts'

/** Marks that Chinese print has in full width, with their narrow twins; in a picture the two can hardly be told apart. */
const WIDE: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '[': '〔',
  ']': '〕',
}

/**
 * A line of Chinese with its marks in full width where they stand beside a Han character, and both halves of a pair of
 * brackets alike: what is printed twice has to be read the same twice.
 */
export function withWideMarks(characters: readonly ReadCharacter[]): ReadCharacter[] {
  if (!characters.some(({ text }) => HAN.test(text))) return [...characters]
  const isHan = (index: number): boolean => HAN.test(characters[index]?.text ?? '')
  const widened = characters.map((character, index) => {
    const wide = WIDE[character.text]
    return wide !== undefined && (isHan(index - 1) || isHan(index + 1)) ? { ...character, text: wide } : character
  })
  const opened: number[] = []
  widened.forEach(({ text }, index) => {
    if (/[(（[〔]/.test(text)) opened.push(index)
    if (!/[)）\]〕]/.test(text)) return
    const start = opened.pop()
    const other = start === undefined ? undefined : widened[start]
    if (start === undefined || other === undefined || (WIDE[other.text] === undefined) === (WIDE[text] === undefined)) return
    for (const place of [start, index]) {
      const character = widened[place]
      if (character !== undefined) widened[place] = { ...character, text: WIDE[character.text] ?? character.text }
    }
  })
  return widened
}

/** Dots that no line of Chinese begins or ends with. */
const BEFORE = /^[.·:：'`]$/
const BEHIND = /^[.·'`]$/
/** Dots around an amount or a code; three places behind a point may be all that is printed of a share. */
const AROUND = /^(?<before>[\s.·:：,，'`]*)(?<figure>.*?)[\s.·:：,，'`]*$/u
const CODE = /^\d{3,}$/

/** A line of Chinese, or a figure, without dots before or behind it, which are dirt: in a bad copy one was read at every fifth name, and at every tenth figure, which is in doubt then. */
export function withoutEndDots(characters: readonly ReadCharacter[]): readonly ReadCharacter[] {
  const texts = characters.map(({ text }) => text)
  const { before = '', figure = '' } = AROUND.exec(texts.join(''))?.groups ?? {}
  if (AMOUNT.test(figure) || (CODE.test(figure) && !before.trimEnd().endsWith('.')))
    return figure.length === texts.length
      ? characters
      : characters.slice(before.length, before.length + figure.length).map(character => lessSure(character, BESIDE_DIRT))
  const isHan = (index: number): boolean => HAN.test(texts[index] ?? '')
  const from = isHan(1) && BEFORE.test(texts[0] ?? '') ? 1 : 0
  const end = isHan(texts.length - 2) && BEHIND.test(texts.at(-1) ?? '') ? -1 : undefined
  return characters.slice(from, end)
}
