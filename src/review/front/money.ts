import { groupedOf } from '../../thousands.ts'

/** 分 as 元 with two places, grouped; by integers, so that nothing is rounded. */
export function yuanOf(fen: string): string {
  const digits = fen.replace('-', '').padStart(3, '0')
  return groupedOf(`${fen.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`)
}

/** 元 as text in 万元 with two places, for people to compare; rounded half up. */
export function wanOf(yuan: string): string {
  const hundredths = (BigInt(yuan.replace('-', '').replace('.', '')) + 5000n) / 10_000n
  return yuanOf(`${yuan.startsWith('-') ? '-' : ''}${hundredths}`)
}
