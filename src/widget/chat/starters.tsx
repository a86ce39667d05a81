/** What is possible, shown by example: each starts a conversation. */
const STARTERS = [
  'Create a segment of customers who spent more than $500 in the last 90 days',
  'Customers from Canada who ordered more than 3 times',
  'E-mail subscribers who haven’t bought in 6 months',
  'Top 10% of customers by spend',
  'Champions in Germany',
  'What data do we have?',
]

export function Starters({ onPick }: { onPick(text: string): void }) {
  return (
    <section class="starters" aria-labelledby="starters-title">
      <h2 id="starters-title">Who are you looking for?</h2>
      <p class="muted">
        Describe the customers in your own words. You see what was understood and how many people it is;
        nothing is saved until you confirm.
      </p>
      <ul>
        {STARTERS.map((text) => (
          <li key={text}>
            <button type="button" onClick={() => onPick(text)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
