import { dialled } from '../../content/phrases.ts'

/** A number that can be tapped; a short one is never broken over two lines. */
export const Phone = ({ number, large, label = number }: { number: string; large?: boolean; label?: string }) => (
  <a
    href={`tel:${dialled(number)}`}
    class={`phone${large ? ' phone-large' : ''}${label.length < 20 ? ' unbroken' : ''}`}
  >
    {label}
  </a>
)
