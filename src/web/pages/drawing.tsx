import type { Picture } from '../assets.ts'

/** Pixels, said in the page too, so that nothing jumps when the drawing arrives. */
const BESIDE = 112
const ABOVE = 232

/** Beside a name. Whoever hears the page has heard the name, so the drawing is silent unless it is called otherwise. */
export const BesideName = ({ picture, name }: { picture: Picture; name: string }) => (
  <img
    class="drawing"
    src={picture.src}
    width={BESIDE}
    height={BESIDE}
    loading="lazy"
    alt={name.toLowerCase().includes(picture.title.toLowerCase()) ? '' : picture.title}
  />
)

/** How to measure: said in words as well. */
export const HowTo = ({ picture }: { picture: Picture }) => (
  <img
    class="drawing drawing-how"
    src={picture.src}
    width={ABOVE}
    height={ABOVE}
    alt={`${picture.title}. ${picture.desc}`}
  />
)
