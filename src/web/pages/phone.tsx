/** A number that can be tapped; a short one is never broken over two lines. */
export const Phone = ({ number, large, label = number }: { number: string; large?: boolean; label?: string }) => (
  <a
    href={`tel:${dialled(number)}`}
    class={`phone${large ? ' phone-large' : ''}${label.length < 20 ? ' unbroken' : ''}`}
  >
    {label}
  </a>
)

/** The digits to dial: "0800 1111 (under 19)" is 08001111. */
export const dialled = (number: string): string => (/\+?\d[\d ]*/.exec(number)?.[0] ?? '').replaceAll(' ', '')
