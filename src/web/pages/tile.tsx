export interface Choice {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly alone: boolean
}

interface TileProps {
  readonly choice: Choice
  readonly id: string
  readonly name: string
  readonly several: boolean
  readonly checked: boolean
}

/** A box or a button of a list, big enough for an unsteady hand. */
export const Tile = ({ choice, id, name, several, checked }: TileProps) => {
  const kind = several ? 'checkboxes' : 'radios'
  return (
    <div class={`govuk-${kind}__item tile`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={several ? 'checkbox' : 'radio'}
        value={choice.id}
        checked={checked}
        aria-describedby={choice.hint ? `${id}-hint` : undefined}
        data-alone={several && choice.alone ? '' : undefined}
      />
      <label class={`govuk-label govuk-${kind}__label`} for={id}>
        {choice.label}
      </label>
      {choice.hint && (
        <div id={`${id}-hint`} class={`govuk-hint govuk-${kind}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  )
}
