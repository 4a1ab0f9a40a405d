const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const valueOf = (word: string): number | undefined => {
  const one = ONES.indexOf(word)
  const ten = TENS.indexOf(word === 'fourty' ? 'forty' : word)
  return one >= 0 ? one : ten >= 0 ? (ten + 2) * 10 : undefined
}

/**
 * Numbers in words as digits, the rest as it was: "forty three centimetres" is "43 centimetres", "five foot three" is
 * "5 foot 3", "a hundred and two" is "102", "twelve and a half" is "12.5". Words that make no number are left.
 */
export function digitsFor(text: string): string {
  const out: string[] = []
  let number: number | undefined
  /** What the last word was worth: "forty" takes a one after it, "three" does not. */
  let last = 0
  const end = (): void => {
    if (number !== undefined) out.push(String(number))
    number = undefined
  }
  const plain = text
    .toLowerCase()
    .replaceAll(/\band a half\b/g, 'point five')
    .replaceAll(/\ba hundred\b/g, 'one hundred')
  for (const word of plain.split(/[\s-]+/).filter(Boolean)) {
    const value = valueOf(word)
    if (value !== undefined) {
      const joins = number !== undefined && ((last >= 20 && last < 100 && value < 10) || last === 100)
      if (!joins) end()
      number = (number ?? 0) + value
      last = value
    } else if (word === 'hundred' && number !== undefined && number < 10) {
      number *= 100
      last = 100
    } else if (word === 'point' && number !== undefined) {
      out.push(`${number}.`)
      number = undefined
    } else if (!(word === 'and' && last === 100 && number !== undefined)) {
      end()
      out.push(word)
    }
  }
  end()
  return out
    .join(' ')
    .replaceAll(/(\d)\. (\d)/g, '$1.$2')
    .replaceAll(/(\d+) point (\d)/g, '$1.$2')
}
