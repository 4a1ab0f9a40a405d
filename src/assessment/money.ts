/** A sum as people write it: "£4", "£3.50". Another currency goes by its code. */
export const showMoney = (amount: number, currency = 'GBP'): string => {
  const sum = Number.isInteger(amount) ? String(amount) : amount.toFixed(2)
  return currency.toUpperCase() === 'GBP' ? `£${sum}` : `${sum} ${currency}`
}
