/**
 * Scores and segments as DESIGN words them, in plain SQL: `ceil(5 × share of buyers at least as good)` over
 * counted orders, then the first rule that holds. Sums are of whole cents, so that equal spends are equal.
 */
export const rfm = `
CREATE TEMP TABLE rfm AS
WITH buyers AS (
  SELECT customer_id, max(ordered_at) AS last_at, count(*) AS orders,
    sum(CAST(round(total * 100) AS INTEGER)) AS spent
  FROM main.orders WHERE status <> 'cancelled' GROUP BY customer_id
), reached AS (
  SELECT customer_id, count(*) OVER () AS buyers,
    count(*) OVER (ORDER BY last_at DESC RANGE UNBOUNDED PRECEDING) AS recency,
    count(*) OVER (ORDER BY orders DESC RANGE UNBOUNDED PRECEDING) AS frequency,
    count(*) OVER (ORDER BY spent DESC RANGE UNBOUNDED PRECEDING) AS monetary
  FROM buyers
), scores AS (
  SELECT customer_id, (5 * recency + buyers - 1) / buyers AS r, (5 * frequency + buyers - 1) / buyers AS f,
    (5 * monetary + buyers - 1) / buyers AS m
  FROM reached
)
SELECT *, CASE
    WHEN r <= 2 AND f <= 2 AND m <= 2 THEN 'Champions'
    WHEN r >= 4 AND f <= 2 AND m <= 2 THEN 'Can''t Lose Them'
    WHEN r >= 4 AND (f <= 2 OR m <= 2) THEN 'At Risk'
    WHEN r = 5 AND f >= 4 AND m >= 4 THEN 'Lost'
    WHEN r >= 4 THEN 'Hibernating'
    WHEN f <= 2 THEN 'Loyal Customers'
    WHEN m <= 2 THEN 'Big Spenders'
    WHEN r <= 2 AND f = 5 THEN 'New Customers'
    WHEN r <= 2 AND f = 4 THEN 'Promising'
    WHEN r <= 2 THEN 'Potential Loyalists'
    WHEN f = 3 OR m = 3 THEN 'Need Attention'
    ELSE 'About to Sleep' END AS segment
FROM scores;
CREATE UNIQUE INDEX temp.rfm_customer ON rfm(customer_id);
`
