import { mean, runsOf, sum } from '../../geometry.ts'
import type { LineReading, ReadCharacter, Reading } from './engine.ts'

/** Probabilities a recogniser gives for each step of a line: `steps` rows of `classes` numbers; class 0 is blank. */
export interface Steps {
  readonly data: Float32Array
  readonly offset: number
  readonly steps: number
  readonly classes: number
}

/**
 * Characters that look alike in print and mean the same, or of which only one is ever printed in these documents (the
 * stroke 丶 never is): the doubt between them is no doubt about the text.
 */
const ALIKE: readonly string[] = [
  '、丶',
  ',，',
  ':：',
  ';；',
  '(（',
  ')）',
  '%％',
  '.．',
  '-－',
  '!！',
  '?？',
  '~～',
  '“"＂',
  '”"',
]

/** Characters of figures: what an amount, a share or a code is printed with. */
const FIGURE_ALPHABET = '0123456789.,-%'

/** Alternatives below this probability are noise of the network. */
const LEAST_OTHER = 0.001
/** Alternatives that are kept for a character. */
const MOST_OTHERS = 3
/** A character left out counts as seen faintly from this probability on. */
const LEAST_MISSED = 0.01
/** Readings that are followed at once, and kept, when a line is read as a figure. */
const BEAM = 12
/** Letters that digits are read as in poor print; no word is made of them alone. */
const LIKE_DIGITS = 'OoDQIl|SsZzBCnxkT'
/** What else a character of a figure may be taken for where only figures stand: the probability of both counts for it. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { '0': 'Oo〇', '1': 'lI|', ',': '，', '.': '．', '%': '％' }
/** A character that is none of a figure's and is seen more surely than this is no digit misread. */
const SEEN = 0.6
/** Signs before a figure: never to be left out of it. */
const SIGNS = '≥≤=＝<>＜＞±+'
/** Marks that the point, the comma and the dash of a figure are read as. */
const LIKE_MARKS = '。·:：;；，、\'’‘"“”_ ~—–－．％`^*'

/** A class at a step. */
interface Seen {
  readonly step: number
  readonly index: number
  readonly score: number
}

/** Greedy decoding: the best class of each step, runs joined, blanks dropped; with alternatives a character. */
export function decode(probabilities: Steps, alphabet: readonly string[]): LineReading {
  const { steps } = probabilities
  const seen = seenIn(probabilities, step => likeliestAt(probabilities, step, 0))
  const runs = runsOf(seen, ({ index }, last) => index === last.index)
  const characters = runs
    .filter(run => run.some(({ index }) => index !== 0))
    .map((run): ReadCharacter => {
      const { step, index, score } = surest(run)
      return {
        text: textAt(index, alphabet),
        score: Math.min(1, score + alikeAt(probabilities, step, alphabet[index] ?? '', alphabet)),
        at: mean(run.map(one => one.step + 0.5)) / steps,
        others: othersAt(probabilities, step, index, alphabet),
      }
    })
  return {
    characters,
    missed: missedIn(probabilities, alphabet),
    figures: isLikeFigure(characters) ? figureReadings(probabilities, alphabet) : [],
  }
}

/** The class that `choose` gives for each step. */
function seenIn(probabilities: Steps, choose: (step: number) => number): Seen[] {
  return Array.from({ length: probabilities.steps }, (_, step) => {
    const index = choose(step)
    return { step, index, score: scoreAt(probabilities, step, index) }
  })
}

const surest = (run: readonly Seen[]): Seen => run.reduce((best, one) => (one.score > best.score ? one : best))

const scoreAt = ({ data, offset, classes }: Steps, step: number, index: number): number =>
  data[offset + step * classes + index] ?? 0

/** The likeliest class of a step, those before `first` left out. */
function likeliestAt({ data, offset, classes }: Steps, step: number, first: number): number {
  const row = offset + step * classes
  let [best, most] = [first, data[row + first] ?? 0]
  for (let index = first + 1; index < classes; index++) {
    const score = data[row + index] ?? 0
    if (score > most) [best, most] = [index, score]
  }
  return best
}

const textAt = (index: number, alphabet: readonly string[]): string => (alphabet[index] ?? '').replace('丶', '、')

/** What the recogniser gives, at a step, to characters that look like `text`. */
function alikeAt(probabilities: Steps, step: number, text: string, alphabet: readonly string[]): number {
  const alike = ALIKE.filter(group => group.includes(text)).flatMap(group => [...group])
  const classes = alike.filter(other => other !== text).map(other => alphabet.indexOf(other))
  // some that look alike are in no alphabet
  return sum(classes.filter(index => index >= 0).map(index => scoreAt(probabilities, step, index)))
}

/** The likeliest characters where the recogniser decided on a blank, one for each rise of its doubt. */
function missedIn(probabilities: Steps, alphabet: readonly string[]): ReadCharacter[] {
  const seen = seenIn(probabilities, step => {
    const blank = scoreAt(probabilities, step, 0)
    // a blank that is sure leaves nothing to find
    return blank < 1 - LEAST_MISSED && blank > 0.5 ? likeliestAt(probabilities, step, 1) : 0
  })
  const isMissed = ({ index, score }: Seen): boolean => index !== 0 && score >= LEAST_MISSED
  return runsOf(seen, (one, last) => isMissed(one) === isMissed(last))
    .map(surest)
    .filter(isMissed)
    .map(({ step, index, score }) => ({
      text: textAt(index, alphabet),
      score,
      at: (step + 0.5) / probabilities.steps,
      others: [],
    }))
}

/** Whether a line may be a figure: most of it is like one, and whatever else was seen in it was not seen for sure. */
function isLikeFigure(characters: readonly ReadCharacter[]): boolean {
  const isLike = ({ text }: ReadCharacter) => FIGURE_ALPHABET.includes(text) || LIKE_DIGITS.includes(text)
  const like = characters.filter(isLike).length
  const others = characters.filter(character => !isLike(character) && !LIKE_MARKS.includes(character.text))
  return like > 0 && like >= others.length && others.every(({ text, score }) => score < SEEN && !SIGNS.includes(text))
}

function othersAt({ data, offset, classes }: Steps, step: number, chosen: number, alphabet: readonly string[]): Reading[] {
  const others: Reading[] = []
  const row = offset + step * classes
  for (let index = 1; index < classes; index++) {
    const score = data[row + index] ?? 0
    if (score >= LEAST_OTHER && index !== chosen) others.push({ text: alphabet[index] ?? '', score })
  }
  return others.sort((a, b) => b.score - a.score).slice(0, MOST_OTHERS)
}

/**
 * The likeliest texts of a line in the alphabet of figures: prefix beam search (Graves 2006; Hannun 2014), the
 * probability of every other character left out, so that scores of doubtful lines stay low.
 */
export function figureReadings({ data, offset, steps, classes }: Steps, alphabet: readonly string[]): Reading[] {
  const letters = [...FIGURE_ALPHABET].map(text => ({
    text,
    indices: [text, ...(LOOKS_LIKE[text] ?? '')].map(letter => alphabet.indexOf(letter)).filter(index => index > 0),
  }))
  let beams = new Map<string, { blank: number; letter: number }>([['', { blank: 1, letter: 0 }]])
  for (let step = 0; step < steps; step++) {
    const row = offset + step * classes
    const next = new Map<string, { blank: number; letter: number }>()
    const add = (text: string, blank: number, letter: number) => {
      const before = next.get(text) ?? { blank: 0, letter: 0 }
      next.set(text, { blank: before.blank + blank, letter: before.letter + letter })
    }
    const silence = data[row] ?? 0
    for (const [prefix, { blank, letter }] of beams) {
      add(prefix, (blank + letter) * silence, 0)
      for (const { text, indices } of letters) {
        const probability = indices.reduce((sum, index) => sum + (data[row + index] ?? 0), 0)
        if (probability < 1e-5) continue
        if (prefix.endsWith(text)) {
          add(prefix, 0, letter * probability)
          add(prefix + text, 0, blank * probability)
        } else add(prefix + text, 0, (blank + letter) * probability)
      }
    }
    beams = new Map([...next].sort(([, a], [, b]) => b.blank + b.letter - a.blank - a.letter).slice(0, BEAM))
  }
  return [...beams]
    .map(([text, { blank, letter }]) => ({ text, score: blank + letter }))
    .filter(({ text, score }) => text !== '' && score >= LEAST_OTHER)
    .sort((a, b) => b.score - a.score)
}
