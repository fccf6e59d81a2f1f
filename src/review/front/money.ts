const grouped = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')

/** A decimal number as text with its digits grouped, for people to read. */
export function groupedOf(decimal: string): string {
  const [whole = '', places] = decimal.replace('-', '').split('.')
  return `${decimal.startsWith('-') ? '−' : ''}${grouped(whole)}${places === undefined ? '' : `.${places}`}`
}

/** 分 as 元 with two places, grouped; by integers, so that nothing is rounded. */
export function yuanOf(fen: string): string {
  const negative = fen.startsWith('-')
  const digits = fen.replace('-', '').padStart(3, '0')
  return `${negative ? '−' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** 元 as text in 万元 with two places, for people to compare; rounded half up. */
export function wanOf(yuan: string): string {
  const negative = yuan.startsWith('-')
  const fen = BigInt(yuan.replace('-', '').replace('.', ''))
  const hundredths = (fen + 5000n) / 10_000n
  const digits = `${hundredths}`.padStart(3, '0')
  return `${negative ? '−' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** Change in per cent of the earlier amount, one place; null where nothing can be divided by. */
export function growthOf(old: number, now: number): number | null {
  return old === 0 ? null : Math.round(((now - old) / Math.abs(old)) * 1000) / 10
}
