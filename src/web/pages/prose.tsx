/** Text of the content files: blank lines part paragraphs, lines that begin with a dash are a list. */
export const Prose = ({ text }: { text: string }) => (
  <>
    {text.split(/\n\s*\n/).map((block) => {
      const lines = block.split('\n').map((line) => line.trim())
      if (lines.every((line) => line.startsWith('- ')))
        return (
          <ul class="govuk-list govuk-list--bullet">
            {lines.map((line) => (
              <li>{line.slice(2)}</li>
            ))}
          </ul>
        )
      return <p>{lines.join(' ')}</p>
    })}
  </>
)
