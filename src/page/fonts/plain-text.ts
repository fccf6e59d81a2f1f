/**
 * CJK Radicals Supplement (U+2E80–2EFF) and the characters a reader sees in them, after Unicode's
 * EquivalentUnifiedIdeograph property; simplified forms where the radical is a simplified one. Fonts that share one
 * outline between a radical and a character make PDF printers pick the radical.
 */
const RADICALS = new Map(
  (
    '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗㣺 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ' +
    '⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴网 ⺵网 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ' +
    '⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阝 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ' +
    '⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟'
  )
    .split(' ')
    .map(pair => [pair.slice(0, 1), pair.slice(1)]),
)

/**
 * What NFKC would get wrong or leave: the Kangxi radical ⼾ is printed as 户 (NFKC: 戶); long dashes stay dashes; Adobe-GB1 calls the ellipsis ⋯. Soft
 * and other hyphens, small and leader dots share the outline of - . , in many fonts, and printers name any of them: one that is painted is a sign of a figure.
 */
const EXCEPTIONS = new Map([
  ...Array.from('\u00AD‐‑﹣', hyphen => [hyphen, '-'] as const),
  ...Array.from('․﹒', stop => [stop, '.'] as const),
  ['﹐', ','],
  ['⼾', '户'],
  ['⋯', '…'],
  ['⸺', '——'],
  ['⸻', '———'],
  ['︱', '—'],
  ['︲', '–'],
])

/** Kangxi radicals, compatibility ideographs, Latin ligatures, vertical punctuation: NFKC gives the plain character. */
const COMPATIBLE = /[\u2F00-\u2FDF\uF900-\uFAFF\uFB00-\uFB06\uFE10-\uFE19\uFE30-\uFE44\uFE47\uFE48\u{2F800}-\u{2FA1F}]/u
const SPECIAL =
  /[\u00AD\u2010\u2011\u2024\uFE50\uFE52\uFE63\u22EF\u2E3A\u2E3B\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06\uFE10-\uFE19\uFE30-\uFE48\u{2F800}-\u{2FA1F}]/u
/** Characters that print nothing: controls, zero-width marks, byte order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/gu
const SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu

/**
 * The characters a reader sees for the text that a font's Unicode map gives: radicals and compatibility forms become
 * ordinary characters, every space an ordinary space, marks without ink nothing. Full-width forms stay as printed.
 */
export function plainText(text: string): string {
  const known = plain.get(text)
  if (known !== undefined) return known
  const found = plainOf(text)
  if (text.length === 1) plain.set(text, found)
  return found
}

/** What was found for each character: a page has thousands of glyphs and a few hundred characters. */
const plain = new Map<string, string>()

function plainOf(text: string): string {
  const visible = text.replace(INVISIBLE, '').replace(SPACE, ' ')
  if (!SPECIAL.test(visible)) return visible
  return Array.from(visible, c => EXCEPTIONS.get(c) ?? RADICALS.get(c) ?? (COMPATIBLE.test(c) ? plainVertical(c) : c)).join('')
}

/** NFKC, but a vertical bracket becomes the full-width one that stands in the same text when set across. */
function plainVertical(character: string): string {
  const plain = character.normalize('NFKC')
  const wide = VERTICAL.get(plain)
  return /[\uFE10-\uFE48]/.test(character) && wide !== undefined ? wide : plain
}

const VERTICAL = new Map(
  Array.from('(（ )） {｛ }｝ ,， :： ;； !！ ?？'.split(' '), pair => [pair.slice(0, 1), pair.slice(1)]),
)
