import type { Figure } from './schema.ts'

type Figures = Readonly<Record<string, Figure>>

const NAMED = /\{([a-z0-9-]+)\}/g

/** The ids of the figures that a text names in braces. */
export const figuresIn = (text: string): string[] => [...text.matchAll(NAMED)].map(([, id]) => id!)

/** Whether a figure may still be said on a day (ISO date). */
export const isCurrent = (figure: Figure, today: string): boolean => figure.from <= today && today <= figure.until

/** A text with each `{figure}` as it stands on a day; out of date, the words that need no figure. */
export const withFigures = (figures: Figures, text: string, today: string): string =>
  text.replaceAll(NAMED, (whole, id: string) => {
    const figure = figures[id]
    if (!figure) return whole
    return isCurrent(figure, today) ? figure.value : figure.otherwise
  })
